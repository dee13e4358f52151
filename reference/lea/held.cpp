#include "reference/lea/held.h"

#include <algorithm>

#include "reference/base/check.h"

namespace lea {
namespace {

constexpr int kSlotBits = 20;
constexpr std::uint64_t kSlotMask = (std::uint64_t{1} << kSlotBits) - 1;

}  // namespace

void HeldReads::begin(base::Instant at) {
  const std::int64_t milliseconds = at.ns / base::milliseconds(1).ns;
  serial_ = static_cast<std::uint64_t>(std::max<std::int64_t>(milliseconds, 1));
}

Held& HeldReads::add() {
  PLUMB_CHECK(!full(), "who adds a read has looked whether there is room");
  if (free_.empty()) {
    free_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
  }
  const std::uint32_t slot = free_.back();
  free_.pop_back();
  ++used_;
  slots_[slot].handle = {serial_++ << kSlotBits | slot};
  return slots_[slot];
}

Held* HeldReads::find(Handle handle) {
  const std::uint64_t slot = handle.value & kSlotMask;
  if (handle.value == 0 || slot >= slots_.size() || slots_[slot].handle != handle) return nullptr;
  return &slots_[slot];
}

void HeldReads::remove(Held& held) {
  free_.push_back(static_cast<std::uint32_t>(held.handle.value & kSlotMask));
  --used_;
  held = Held{};
}

}  // namespace lea
