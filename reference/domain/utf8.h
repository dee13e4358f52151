// UTF-8, as far as clause 2.2.1 asks for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace domain {

/// Takes the next code point off `text` from `at` on, and moves `at` behind it. -1 where the bytes are no valid UTF-8 (overlong forms,
/// surrogates and values past U+10FFFF included); `at` is then where the fault begins.
[[nodiscard]] int next_code_point(std::string_view text, std::size_t& at);

[[nodiscard]] bool is_utf8(std::string_view text);

/// Whether any code point of valid UTF-8 has the Unicode property White_Space.
[[nodiscard]] bool has_white_space(std::string_view text);

/// Whether valid UTF-8 holds nothing but white space, or nothing at all.
[[nodiscard]] bool is_blank(std::string_view text);

/// How many code points valid UTF-8 has.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// What a message quotes of a foreign text: at most 64 bytes of it, cut between code points, with U+FFFD for each byte that is no
/// UTF-8 and "..." where something was left off.
[[nodiscard]] std::string excerpt(std::string_view text);

}  // namespace domain
