// Texts that give a place away.
#pragma once

#include <optional>
#include <string_view>

namespace oracle::parse {

/// What in a text tells a place exactly, in words: degrees with at least three decimals, an Ordnance Survey grid reference of at least six
/// digits, or a whole postcode. Nothing where none of these is found, which does not say that a person could not tell.
[[nodiscard]] std::optional<std::string_view> disclosure_in(std::string_view text);

/// Whether a text is one of letters, digits, spaces and the punctuation of names, with at least one letter or digit (plain), is that but
/// for characters beyond ASCII, such as the letters of Welsh (foreign), or is neither.
enum class Description { kPlain, kForeign, kNone };
[[nodiscard]] Description description_in(std::string_view text);

}  // namespace oracle::parse
