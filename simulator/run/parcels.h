// Messages under way: the network deals in sizes and tags, and this is what a tag stands for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "reference/doors/component.h"

namespace run {

/// A message, or a slice of one, between two parties.
struct Parcel {
  doors::Message message;
  doors::PeerId from, to;
  std::uint32_t route = 0;      ///< of the wiring
  std::uint32_t session = 0;    ///< of the route while it is under way; of the receiver while it waits to be served
  doors::Last last = doors::Last::kYes;
};

/// A store of parcels that reuses its places and never moves one.
class Parcels {
 public:
  [[nodiscard]] std::uint32_t take() {
    if (free_.empty()) grow();
    const std::uint32_t tag = free_.back();
    free_.pop_back();
    return tag;
  }
  void release(std::uint32_t tag) {
    Parcel& parcel = (*this)[tag];
    parcel.message.content = {};
    free_.push_back(tag);
  }
  [[nodiscard]] Parcel& operator[](std::uint32_t tag) { return (*blocks_[tag / kBlock])[tag % kBlock]; }
  /// How many are taken.
  [[nodiscard]] std::size_t taken() const { return blocks_.size() * kBlock - free_.size(); }

 private:
  static constexpr std::uint32_t kBlock = 256;

  void grow() {
    const auto first = static_cast<std::uint32_t>(blocks_.size()) * kBlock;
    blocks_.push_back(std::make_unique<std::array<Parcel, kBlock>>());
    for (std::uint32_t i = kBlock; i > 0; --i) free_.push_back(first + i - 1);
  }

  std::vector<std::unique_ptr<std::array<Parcel, kBlock>>> blocks_;
  std::vector<std::uint32_t> free_;
};

}  // namespace run
