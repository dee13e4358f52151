// UTF-8, as far as clause 2.2.1 asks for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// Takes the next code point off `text` from `at` on, and moves `at` behind it. -1 where the bytes are no valid UTF-8 (overlong forms,
/// surrogates and values past U+10FFFF included); `at` is then where the fault begins.
[[nodiscard]] int next_code_point(std::string_view text, std::size_t& at);

[[nodiscard]] bool is_utf8(std::string_view text);

/// Looks for what is no UTF-8 in a text that comes in slices, cut anywhere.
class Utf8Stream {
 public:
  /// Where the first fault begins, counted in bytes from the start of the whole text; none as long as there is none.
  [[nodiscard]] std::optional<std::uint64_t> feed(std::string_view slice);
  /// The same, of a code point that the end of the text left half.
  [[nodiscard]] std::optional<std::uint64_t> finish() const;
  /// How many bytes are whole code points.
  [[nodiscard]] std::uint64_t passed() const { return passed_; }

 private:
  std::uint64_t passed_ = 0;
  std::string open_;           ///< the beginning of a code point, at the end of the slices so far
};

/// Whether any code point of valid UTF-8 has the Unicode property White_Space.
[[nodiscard]] bool has_white_space(std::string_view text);

/// Whether valid UTF-8 holds nothing but white space, or nothing at all.
[[nodiscard]] bool is_blank(std::string_view text);

/// How many code points valid UTF-8 has.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// How many units of UTF-16 valid UTF-8 would take.
[[nodiscard]] std::size_t utf16_units(std::string_view text);

/// What a message quotes of a foreign text: at most 64 bytes of it, cut between code points, with U+FFFD for each byte that is no
/// UTF-8 and "..." where something was left off.
[[nodiscard]] std::string excerpt(std::string_view text);

/// A text for a person's eye: what would not be seen, or would move what stands beside it, is named: line ends, tabs and other controls,
/// blanks that are no plain space, characters of no width, marks that turn the direction of writing. "<CR>", "<U+202E>". What is no UTF-8
/// becomes U+FFFD.
[[nodiscard]] std::string made_visible(std::string_view text);

}  // namespace domain
