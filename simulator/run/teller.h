// The Witness of a run with the run's digests: what is told is counted, then told on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/base/witness.h"
#include "simulator/kernel/digest.h"

namespace run {

/// Every event goes into the digest with its kind, whom it concerns, and a hash of its fields. Images go into a digest of their own,
/// each hashed once, however many reads carry it.
class Teller final : public base::Witness {
 public:
  Teller(base::Instant start, base::Witness& witness) : digest_(start), image_digest_(start), witness_(witness) {}

  void hear(const base::Event& event) override;

  [[nodiscard]] std::string digest() const { return digest_.text(); }
  [[nodiscard]] std::string image_digest() const { return image_digest_.text(); }

 private:
  struct Known {
    base::Bytes image;       // kept, so that its identity goes on to mean it
    std::uint64_t hash = 0;
  };
  void count_images(const base::Event& event, const base::event::ReadBody& read, std::uint64_t whose);
  [[nodiscard]] std::uint64_t image_hash(const base::Bytes* image);

  kernel::Digest digest_;
  kernel::Digest image_digest_;
  base::Witness& witness_;
  tsl::robin_map<const void*, Known> known_;
};

}  // namespace run
