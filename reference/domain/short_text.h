// A few characters on the stack: times, positions and ids are written for every read, and need no heap for it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace domain {

/// At most 40 characters.
/// Owner:   itself; view() is good while it lives.
class ShortText {
 public:
  void push(char c) { text_[size_++] = c; }
  void push(std::string_view text) {
    for (const char c : text) push(c);
  }
  /// `value` in decimal digits, filled up with zeros to `width`.
  void push_number(std::uint64_t value, int width = 1) {
    std::array<char, 20> digits;
    int count = 0;
    for (; value != 0 || count < width; value /= 10) digits[static_cast<std::size_t>(count++)] = static_cast<char>('0' + value % 10);
    while (count > 0) push(digits[static_cast<std::size_t>(--count)]);
  }
  [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }

 private:
  std::array<char, 40> text_;
  std::size_t size_ = 0;
};

}  // namespace domain
