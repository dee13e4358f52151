// Base64 (RFC 4648, with padding), for texts that are no plain JSON object.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evidence {

void append_base64(std::string& out, std::string_view bytes);

[[nodiscard]] inline std::string to_base64(std::string_view bytes) {
  std::string text;
  append_base64(text, bytes);
  return text;
}

/// Nothing where a character, the length or the padding is not base64's.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace evidence
