// JSON that a fast parser does not take, made so that it does.
#pragma once

#include <string>
#include <string_view>

namespace evidence {

/// The same text, as long as it was, in which a number beyond 64 bits or beyond a double is another that is as far out of every range, and
/// an escape for half a surrogate pair is one for U+FFFD. RFC 8259 lets both stand; what they mean in a read is for the judge to say.
[[nodiscard]] std::string tamed(std::string_view json);
/// The same with its numbers as they stand.
[[nodiscard]] std::string with_whole_escapes(std::string_view json);

/// Four hexadecimal digits at `at`, or -1.
[[nodiscard]] int hex4(std::string_view text, std::size_t at);

}  // namespace evidence
