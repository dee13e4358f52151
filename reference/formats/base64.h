// Base64 (RFC 4648, section 4), strict: images on real sockets travel in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace formats {

[[nodiscard]] std::string encode_base64(std::string_view bytes);

/// The bytes of a text of the standard alphabet, padded to a multiple of four characters, without white space, the unused bits of the
/// last character zero; none where `text` is anything else. What it accepts, encode_base64 writes back to the letter.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace formats
