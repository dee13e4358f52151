// What can still be made out of a text that is broken.
#pragma once

#include <optional>
#include <string_view>

namespace formats {

/// The bytes between the quotes of the first string that stands as value of `key` at the top of an object, escapes not undone; none where
/// there is no such place, or the string does not end. The rest of the text may be anything.
/// Owner:   a view into `text`.
[[nodiscard]] std::optional<std::string_view> find_string_value(std::string_view text, std::string_view key);

}  // namespace formats
