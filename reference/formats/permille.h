// A number from 0 to 1 in thousandths, without floating point: what reaches evidence must not hang on rounding.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace formats {

/// The thousandths of a JSON number as written ("0.93", "9.3e-1"); what is finer is cut off. None where it is not from 0 to 1, or where
/// its exponent has more than three digits.
[[nodiscard]] std::optional<std::int16_t> parse_permille(std::string_view number);

/// The same of an integer.
[[nodiscard]] std::optional<std::int16_t> whole_permille(std::int64_t number);

}  // namespace formats
