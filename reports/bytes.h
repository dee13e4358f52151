// Bytes for people: what base64 holds, sixteen a line.
#pragma once

#include <string>
#include <string_view>

namespace reports {

/// The bytes that `base64` holds, as offset, hexadecimal digits, and the characters that ASCII prints, others as a point.
///
/// Shape:   "0000  7b 22 76 72 6d 22 3a 20  22 41 42 c3 28 22 7d 00  {"vrm": "AB.(".." and a line feed, per sixteen bytes. What is no
///          base64 by RFC 4648 gives an empty text: nothing is guessed.
[[nodiscard]] std::string hex_dump(std::string_view base64);

}  // namespace reports
