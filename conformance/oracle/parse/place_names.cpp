#include "conformance/oracle/parse/place_names.h"

#include <algorithm>
#include <string>

#include "conformance/oracle/parse/text.h"

namespace oracle::parse {
namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// The letters behind a number, and behind one space at most.
std::string_view word_after(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ' ') ++at;
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(std::min(at, text.size()), end - std::min(at, text.size()));
}

/// From 49 to 60 whole degrees.
bool is_latitude(std::string_view whole) { return whole == "49" || (whole.size() == 2 && whole[0] == '5') || whole == "60"; }

/// Numbers of up to three digits with three decimals or more, where they are two, or one bears a letter of the compass; a single one where
/// nothing says what it counts, and it has four decimals or is a latitude of these islands. "2.500km" is a distance.
bool has_degrees(std::string_view text) {
  int numbers = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t whole = digits_at(text, at);
    if (whole == 0) continue;
    const std::size_t point = at + whole;
    at = point;
    if (whole > 3 || point >= text.size() || text[point] != '.') continue;
    const std::size_t decimals = digits_at(text, point + 1);
    at = point + decimals;
    if (decimals < 3) continue;
    const std::string_view unit = word_after(text, point + 1 + decimals);
    const bool compass = unit == "N" || unit == "S" || unit == "E" || unit == "W";
    const bool alone = unit.empty() && (decimals >= 4 || is_latitude(text.substr(point - whole, whole)));
    if (compass || alone || ++numbers == 2) return true;
  }
  return false;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// The two letters of a square of 100 km of the grid of Great Britain: H, J, N, O, S or T, and then any but I.
bool is_square(char first, char second) {
  constexpr std::string_view kFirst = "HJNOST";
  return is_letter(first) && is_letter(second) && kFirst.find(upper(first)) != std::string_view::npos && upper(second) != 'I';
}

/// The letters of a square that no letter stands before, and six, eight or ten digits behind them that no digit follows; spaces may part
/// them.
bool has_grid_reference(std::string_view text) {
  for (std::size_t at = 0; at + 8 <= text.size(); ++at) {
    if (!is_square(text[at], text[at + 1]) || (at > 0 && is_letter(text[at - 1]))) continue;
    std::size_t digits = 0, next = at + 2;
    for (; next < text.size() && (is_digit(text[next]) || text[next] == ' '); ++next) digits += is_digit(text[next]) ? 1 : 0;
    if (digits == 6 || digits == 8 || digits == 10) return true;
  }
  return false;
}

/// "1st" to "9th", as in "A14 2nd exit".
bool is_ordinal(std::string_view text) {
  if (text.size() != 3) return false;
  const std::string_view ending = text.substr(1);
  return text[0] == '1' ? ending == "st" : text[0] == '2' ? ending == "nd" : text[0] == '3' ? ending == "rd" : ending == "th";
}

/// A digit and two letters, of those that stand there: "2km" is a distance.
bool is_inward(std::string_view text) {
  constexpr std::string_view kNever = "CIKMOV";
  const auto fits = [&](char c) { return is_letter(c) && kNever.find(upper(c)) == std::string_view::npos; };
  return text.size() == 3 && is_digit(text[0]) && fits(text[1]) && fits(text[2]) && !is_ordinal(text);
}

/// "CB2 1TN": the inward part is a digit and two letters after a space, the outward part two to four characters that begin with a letter.
bool has_postcode(std::string_view text) {
  for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    const std::string_view inward = text.substr(space + 1, 3);
    const bool inner = is_inward(inward) && (space + 4 == text.size() || !(is_letter(text[space + 4]) || is_digit(text[space + 4])));
    std::size_t from = space;
    while (from > 0 && (is_letter(text[from - 1]) || is_digit(text[from - 1]))) --from;
    const std::string_view outward = text.substr(from, space - from);
    const bool outer = outward.size() >= 2 && outward.size() <= 4 && is_letter(outward[0]) &&
                       std::any_of(outward.begin(), outward.end(), is_digit);
    if (inner && outer) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string_view> disclosure_in(std::string_view text) {
  if (has_degrees(text)) return "degrees of latitude or longitude";
  if (has_grid_reference(text)) return "a grid reference";
  if (has_postcode(text)) return "a postcode";
  return std::nullopt;
}

Description description_in(std::string_view text) {
  constexpr std::string_view kPunctuation = " -_/.,:;()'&+#";
  const auto named = [](char c) { return is_letter(c) || is_digit(c); };
  const auto foreign = [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; };
  const bool fits = std::all_of(text.begin(), text.end(),
                                [&](char c) { return named(c) || foreign(c) || kPunctuation.find(c) != std::string_view::npos; });
  constexpr std::string_view kPictograph = "\xf0\x9f";   // U+1F000 to U+1FFFF, in which no alphabet has a letter
  if (!fits || text.find(kPictograph) != std::string_view::npos) return Description::kNone;
  if (std::any_of(text.begin(), text.end(), foreign)) return Description::kForeign;
  return std::any_of(text.begin(), text.end(), named) ? Description::kPlain : Description::kNone;
}

}  // namespace oracle::parse
