// Marks with a meaning of their own (2.2.1).
#pragma once

#include <string_view>

namespace oracle::parse {

/// Of a pass in which none was identified.
inline constexpr std::string_view kNoneIdentified = "QQQQQQQ";

}  // namespace oracle::parse
