#include "reference/doors/record_writer.h"

namespace doors::record {

const std::uint32_t* Remembered::find(const base::Bytes& bytes) const {
  const auto found = numbers_.find(bytes.identity());
  return found == numbers_.end() ? nullptr : &found->second;
}

void Remembered::add(const base::Bytes& bytes) {
  if (ring_.size() < kRemembered) {
    ring_.push_back(bytes);
  } else {
    numbers_.erase(ring_[next_].identity());
    ring_[next_] = bytes;
  }
  numbers_.emplace(bytes.identity(), next_);
  next_ = (next_ + 1) % kRemembered;
}

void Writer::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) buffer_ += static_cast<char>(value | 0x80);
  buffer_ += static_cast<char>(value);
}

void Writer::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  number(value < 0 ? ~(bits << 1) : bits << 1);
}

void Writer::text(std::string_view value) {
  number(value.size());
  buffer_ += value;
}

void Writer::bytes(const base::Bytes& value) {
  if (value.empty()) return number(0);
  const bool is_large = value.size() >= kLargeFrom;
  Remembered& remembered = is_large ? large_ : small_;
  if (const std::uint32_t* known = remembered.find(value)) return number(2 + *known + (is_large ? kRemembered : 0));
  number(1);
  text(value.view());
  remembered.add(value);
}

void Writer::now(const base::Now& value) {
  signed_number((value.wall - before_.wall).ns);
  signed_number((value.mono - before_.mono).ns);
  before_ = value;
}

}  // namespace doors::record
