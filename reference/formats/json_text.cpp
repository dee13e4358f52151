#include "reference/formats/json_text.h"

#include <array>

namespace formats {
namespace {

struct Escape {
  std::array<char, 6> text{};
  std::size_t size = 0;
};

constexpr Escape short_form(char letter) { return {{'\\', letter}, 2}; }

constexpr Escape long_form(unsigned c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  return {{'\\', 'u', '0', '0', kHex[c >> 4], kHex[c & 15]}, 6};
}

constexpr std::array<Escape, 128> kEscapes = [] {
  std::array<Escape, 128> all{};
  for (unsigned c = 0; c < 0x20; ++c) all[c] = long_form(c);
  all['\b'] = short_form('b');
  all['\f'] = short_form('f');
  all['\n'] = short_form('n');
  all['\r'] = short_form('r');
  all['\t'] = short_form('t');
  all['"'] = short_form('"');
  all['\\'] = short_form('\\');
  return all;
}();

}  // namespace

std::string_view escape_of(char c) {
  const auto code = static_cast<unsigned char>(c);
  if (code >= kEscapes.size()) return {};
  return {kEscapes[code].text.data(), kEscapes[code].size};
}

}  // namespace formats
