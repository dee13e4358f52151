// Immutable bytes: the text of a message, or an image, as it crosses from hand to hand.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// Bytes that nobody changes any more.
///
/// Shape:   any bytes, possibly none. Copies are cheap and refer to the same bytes.
/// Owner:   shared, since a sender keeps for a repeat what is still under way to a receiver, and thousands of reads may carry
///          one image; the last holder frees them.
class Bytes {
 public:
  Bytes() = default;
  explicit Bytes(std::string bytes) : bytes_(std::make_shared<const std::string>(std::move(bytes))) {}

  [[nodiscard]] std::string_view view() const { return bytes_ ? std::string_view(*bytes_) : std::string_view(); }
  [[nodiscard]] std::size_t size() const { return bytes_ ? bytes_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }

  /// The same for two that refer to the same bytes in memory. It may stand for another content once no holder is left, so a
  /// cache keyed by it keeps the Bytes too.
  [[nodiscard]] const void* identity() const { return bytes_.get(); }

  friend bool operator==(const Bytes& a, const Bytes& b) { return a.identity() == b.identity() || a.view() == b.view(); }

 private:
  std::shared_ptr<const std::string> bytes_;
};

}  // namespace base
