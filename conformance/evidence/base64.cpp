#include "conformance/evidence/base64.h"

#include <cstdint>

#include <openssl/evp.h>

#include "reference/base/check.h"

namespace evidence {
namespace {

bool in_alphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

/// OpenSSL skips white space at the ends and takes '=' in places where it means nothing, so the alphabet is checked first.
std::optional<std::size_t> padding_of(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  for (const char c : text.substr(0, text.size() - padding)) {
    if (!in_alphabet(c)) return std::nullopt;
  }
  return padding;
}

// OpenSSL counts in int; longer texts are far beyond what a line of a pack may hold.
constexpr std::size_t kBytesMax = std::size_t{1} << 28;

}  // namespace

void append_base64(std::string& out, std::string_view bytes) {
  PLUMB_CHECK(bytes.size() < kBytesMax, "a text of a read stays far below 256 MiB");
  const std::size_t from = out.size();
  const std::size_t size = (bytes.size() + 2) / 3 * 4;
  out.resize(from + size + 1);
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data() + from), reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<int>(bytes.size()));
  out.resize(from + size);
}

std::optional<std::string> from_base64(std::string_view text) {
  const auto padding = padding_of(text);
  if (!padding || text.size() >= kBytesMax) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size) - *padding);
  return bytes;
}

}  // namespace evidence
