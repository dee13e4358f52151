// Base64 (RFC 4648, with padding), for texts that are no plain JSON object.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evidence {

void append_base64(std::string& out, std::string_view bytes);

/// Nothing where a character, the length or the padding is not base64's.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace evidence
