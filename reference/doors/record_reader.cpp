#include "reference/doors/record_reader.h"

#include <algorithm>

namespace doors::record {
namespace {

constexpr std::uint64_t kBytesMax = 64 * 1024 * 1024;   // longer than anything that passes a door

void remember(std::vector<base::Bytes>& ring, std::uint32_t& next, const base::Bytes& bytes) {
  if (ring.size() < kRemembered) {
    ring.push_back(bytes);
  } else {
    ring[next] = bytes;
  }
  next = (next + 1) % kRemembered;
}

}  // namespace

Kind Reader::peek() {
  if (!next_) next_ = static_cast<Kind>(byte());
  return state_ == ReadState::kGood ? *next_ : Kind::kEnd;
}

void Reader::signed_number(std::int64_t& value) {
  const std::uint64_t found = varint();
  const std::uint64_t bits = (found & 1) != 0 ? ~(found >> 1) : found >> 1;
  value = static_cast<std::int64_t>(bits);
}

void Reader::text(std::string& value) {
  const std::uint64_t size = varint();
  if (size > kBytesMax) spoil(ReadState::kDamaged);
  if (state_ != ReadState::kGood) return value.clear();
  value.clear();
  // Room is made for what comes, not for what a damaged size says.
  for (std::uint64_t left = size; left > 0;) {
    const std::uint64_t part = std::min<std::uint64_t>(left, 65'536);
    const std::size_t had = value.size();
    value.resize(had + part);
    in_.read(value.data() + had, static_cast<std::streamsize>(part));
    if (static_cast<std::uint64_t>(in_.gcount()) != part) {
      value.clear();
      return spoil(ReadState::kCutShort);
    }
    left -= part;
  }
  position_ += size;
}

void Reader::bytes(base::Bytes& value) {
  value = {};
  std::uint64_t reference = varint();
  if (reference == 0) return;
  if (reference == 1) {
    std::string found;
    text(found);
    if (state_ != ReadState::kGood) return;
    value = base::Bytes(std::move(found));
    const bool is_large = value.size() >= kLargeFrom;
    remember(is_large ? large_ : small_, is_large ? next_large_ : next_small_, value);
    return;
  }
  reference -= 2;
  const bool is_large = reference >= kRemembered;
  const std::vector<base::Bytes>& ring = is_large ? large_ : small_;
  if (is_large) reference -= kRemembered;
  if (reference >= ring.size()) return spoil(ReadState::kDamaged);
  value = ring[reference];
}

void Reader::now(base::Now& value) {
  base::Duration wall, mono;
  signed_number(wall.ns);
  signed_number(mono.ns);
  before_ = value = {before_.wall + wall, before_.mono + mono};
}

std::uint64_t Reader::varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t part = byte();
    value |= std::uint64_t{part & 0x7fU} << shift;
    if ((part & 0x80) == 0) return state_ == ReadState::kGood ? value : 0;
  }
  spoil(ReadState::kDamaged);
  return 0;
}

std::uint8_t Reader::byte() {
  if (state_ != ReadState::kGood) return 0;
  const int found = in_.get();
  if (found == std::istream::traits_type::eof()) {
    spoil(ReadState::kCutShort);
    return 0;
  }
  ++position_;
  return static_cast<std::uint8_t>(found);
}

void Reader::spoil(ReadState state) {
  if (state_ == ReadState::kGood) state_ = state;
}

}  // namespace doors::record
