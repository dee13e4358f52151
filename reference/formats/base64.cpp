#include "reference/formats/base64.h"

#include <openssl/evp.h>

#include "reference/base/check.h"

namespace formats {
namespace {

const unsigned char* in(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* out(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

bool is_alphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

/// How many '=' stand at the end: 0 to 2; 3 where the shape is wrong.
std::size_t padding(std::string_view text) {
  if (text.size() % 4 != 0) return 3;
  std::size_t count = 0;
  while (count < 2 && count < text.size() && text[text.size() - 1 - count] == '=') ++count;
  for (const char c : text.substr(0, text.size() - count)) {
    if (!is_alphabet(c)) return 3;
  }
  return count;
}

}  // namespace

std::string encode_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');   // OpenSSL ends it with a NUL
  const int length = EVP_EncodeBlock(out(text), in(bytes), static_cast<int>(bytes.size()));
  PLUMB_CHECK(length >= 0, "base64 of bytes in memory cannot fail");
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::optional<std::string> decode_base64(std::string_view text) {
  const std::size_t filled = padding(text);
  if (filled > 2) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  if (EVP_DecodeBlock(out(bytes), in(text), static_cast<int>(text.size())) != static_cast<int>(bytes.size())) return std::nullopt;
  for (std::size_t i = 0; i < filled; ++i) {
    if (bytes.back() != '\0') return std::nullopt;   // bits that no byte takes
    bytes.pop_back();
  }
  // With one '=' two bits of the last character are left over, with two '=' four: both lie in the byte just dropped.
  return bytes;
}

}  // namespace formats
