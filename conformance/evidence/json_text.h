// JSON as text: what a pack's lines are made of, and how a part of one is found again byte for byte.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace evidence {

/// Appends `text` as a JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD, one each: they stand in ids alone,
/// since the bytes that are judged are kept apart (`raw`).
void append_json_string(std::string& out, std::string_view text);

/// The same length, each byte that is part of no character in UTF-8 replaced by '?': what else a text says can then be read.
[[nodiscard]] std::string with_bad_bytes_masked(std::string_view text);

/// The bytes of a member's value in a text that is one JSON object: with quotes, braces and inner white space, as it stands. The
/// first member of that name; nothing where there is none, or the text is no object.
///
/// Shape:   `key` is compared with the bytes between the quotes; a key spelt with escapes is not found.
[[nodiscard]] std::optional<std::string_view> raw_member(std::string_view object, std::string_view key);
/// The same where a parser has taken the object and that member is the last of it, so that nobody need look for its end.
[[nodiscard]] std::optional<std::string_view> raw_last_member(std::string_view object, std::string_view key);

}  // namespace evidence
