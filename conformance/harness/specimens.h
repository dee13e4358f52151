// What a person is given to look at: a sample of the evidence, drawn by a stated rule.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "reference/base/witness.h"

namespace harness {

/// One thing of a sample.
struct Specimen {
  std::string sha256;     ///< of the image's bytes, or of the alias's
  std::string what;       ///< "plate patch", "overview", "alias", "entry"
  base::Bytes image;      ///< empty for what is no image
  std::string text;       ///< of an alias, or of an entry's columns
  std::string read_id;    ///< of a read that bears it; empty for an entry
  std::string read_text;
  std::string list = {};  ///< file name, of an entry
  std::uint32_t row = 0;
};

/// Hears evidence and keeps a sample of the distinct things that a requirement's inspectors look at: of 2.2.4-i plate patches and
/// overviews, half each; of 2.3-e aliases; of 5-p entries of lists whose faults nobody staged.
///
/// Shape:   the `count` things whose hash, taken together with the seed, is the lowest: the same evidence and seed give the same sample,
///          whatever the order, and every thing the same chance.
class Sampler final : public base::Witness {
 public:
  Sampler(std::string_view requirement, std::size_t count, std::uint64_t seed) : requirement_(requirement), count_(count), seed_(seed) {}
  void hear(const base::Event& event) override;

  /// In order of kind, then of read, or of list and row.
  [[nodiscard]] std::vector<Specimen> sample() const;
  [[nodiscard]] std::size_t seen() const { return seen_; }   ///< things that were there to be drawn, once a read, or once an entry

 private:
  using Kept = std::map<std::uint64_t, Specimen>;   // by rank
  void offer(Kept& kept, std::size_t most, std::string_view what, std::string_view bytes, const base::Bytes* image,
             const base::event::ReadSent& sent);
  void offer_entries(const base::event::VoiUploaded& list);
  [[nodiscard]] std::uint64_t rank_of(std::string_view sha256) const;
  /// Whether a thing of this rank is of the sample, as far as it is known.
  [[nodiscard]] static bool is_drawn(const Kept& kept, std::size_t most, std::uint64_t rank);
  static void keep(Kept& kept, std::size_t most, std::uint64_t rank, Specimen specimen);

  std::string requirement_;
  std::size_t count_;
  std::uint64_t seed_;
  Kept patches_, overviews_, aliases_, entries_;
  std::map<const void*, std::uint64_t> known_;      // ranks of images met before, by identity
  std::vector<base::Bytes> held_;                   // so that an identity goes on to mean them
  std::size_t seen_ = 0;
};

}  // namespace harness
