#include "reference/lists/mark_key.h"

#include <array>

namespace lists {
namespace {

constexpr char folded(char c, MarkEquality equality) {
  if (equality == MarkEquality::kAsWritten) return c;
  const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (equality == MarkEquality::kCaseFolded) return upper;
  return upper == 'O' ? '0' : upper == 'I' ? '1' : upper;
}

/// 1 to 62; 0 where a byte has no code.
constexpr std::uint8_t code_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0' + 1);
  if (c >= 'A' && c <= 'Z') return static_cast<std::uint8_t>(c - 'A' + 11);
  if (c >= 'a' && c <= 'z') return static_cast<std::uint8_t>(c - 'a' + 37);
  return 0;
}

using Codes = std::array<std::uint8_t, 256>;

constexpr Codes codes_by(MarkEquality equality) {
  Codes codes{};
  for (int byte = 0; byte < 256; ++byte) codes[static_cast<std::size_t>(byte)] = code_of(folded(static_cast<char>(byte), equality));
  return codes;
}

constexpr std::array<Codes, 3> kCodes{codes_by(MarkEquality::kAsWritten), codes_by(MarkEquality::kCaseFolded),
                                      codes_by(MarkEquality::kPlateGlyphs)};

}  // namespace

std::string folded(std::string_view mark, MarkEquality equality) {
  std::string text(mark);
  for (char& c : text) c = folded(c, equality);
  return text;
}

std::optional<std::uint64_t> pack(std::string_view mark, MarkEquality equality) {
  if (mark.size() > kPackedLettersMax) return std::nullopt;
  const Codes& codes = kCodes[static_cast<std::size_t>(equality)];
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < mark.size(); ++i) {
    const std::uint64_t code = codes[static_cast<unsigned char>(mark[i])];
    if (code == 0) return std::nullopt;
    key |= code << (6 * i);
  }
  return key;
}

}  // namespace lists
