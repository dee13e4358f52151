// Characters: what is white space, what is UTF-8, and how bytes are shown to people.
#pragma once

#include <string>
#include <string_view>

namespace oracle::parse {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Whether `bytes` are well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The same length, each byte that is part of no well-formed character replaced by '?': what else a text says can then be read.
[[nodiscard]] std::string masked(std::string_view bytes);

/// Whether UTF-8 `text` holds a character with Unicode's property White_Space (25 of them, U+0009 to U+3000).
[[nodiscard]] bool has_white_space(std::string_view text);

/// Whether UTF-8 `text` holds nothing else; true for none at all.
[[nodiscard]] bool all_white_space(std::string_view text);

/// For findings: at most 80 bytes in quotes, with \xNN for what is neither printable ASCII nor a Latin letter.
[[nodiscard]] std::string shown(std::string_view bytes);

}  // namespace oracle::parse
