// How the report writes text and numbers for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace reports {

/// Makes text that came from elsewhere show what it holds: control characters and those that turn the direction of writing
/// become "[U+202E]", so that no value can rearrange the line it stands in. Tab and line feed stay.
///
/// Shape:   `text` in valid UTF-8. Markup is not its business: templates escape.
[[nodiscard]] std::string shown(std::string_view text);

/// The same for XML 1.0, in which most control characters may not stand at all: each becomes U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

/// "484,821".
[[nodiscard]] std::string thousands(std::uint64_t n);

/// A time in the unit that suits it: "4 ns", "41.3 ms", "1.874 s".
[[nodiscard]] std::string time_text(double seconds);

/// The same with its sign: "+96.0 ms", "−301.0 ms".
[[nodiscard]] std::string signed_time_text(double seconds);

/// A share of one in per cent, to two significant digits: "0.00062 %".
[[nodiscard]] std::string percent_text(double rate);

/// "not_established" as people write it: "not established".
[[nodiscard]] std::string words(std::string_view identifier);

}  // namespace reports
