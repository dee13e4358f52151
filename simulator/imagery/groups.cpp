#include "simulator/imagery/groups.h"

#include <array>
#include <string>

namespace imagery {
namespace {

struct Layout {
  std::string_view letters_and_digits;  // L a letter, N a digit, D one of the two letters of diplomatic marks
  std::array<std::size_t, 3> groups;    // their lengths; 0: no such group
};

// One line a layout that a count alone does not decide. Marks of one run of letters and one of digits (layouts 4 to 9) divide between them.
constexpr std::array kLayouts{
    Layout{"LLNNLLL", {4, 3, 0}},                                                                     // 1
    Layout{"LNLLL", {2, 3, 0}},   Layout{"LNNLLL", {3, 3, 0}}, Layout{"LNNNLLL", {4, 3, 0}},          // 2
    Layout{"LLLNL", {3, 2, 0}},   Layout{"LLLNNL", {3, 3, 0}}, Layout{"LLLNNNL", {3, 4, 0}},          // 3
    Layout{"NNNDNNN", {3, 1, 3}}, Layout{"LLNNLL", {2, 2, 2}}, Layout{"NNLLNN", {2, 2, 2}},           // diplomatic, military
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool stands_for(char kind, char c) {
  if (kind == 'N') return is_digit(c);
  if (kind == 'L') return is_letter(c);
  return c == 'D' || c == 'X' || c == 'd' || c == 'x';
}

bool is_of(std::string_view vrm, std::string_view kinds) {
  if (vrm.size() != kinds.size()) return false;
  for (std::size_t i = 0; i < vrm.size(); ++i) {
    if (!stands_for(kinds[i], vrm[i])) return false;
  }
  return true;
}

/// The length of the first run, where one run of one to three letters and one of one to four digits are all there is; else 0.
std::size_t border_of_two_runs(std::string_view vrm) {
  std::size_t first = 0;
  while (first < vrm.size() && is_digit(vrm[first]) == is_digit(vrm[0])) ++first;
  const std::size_t second = vrm.size() - first;
  const bool digits_first = !vrm.empty() && is_digit(vrm[0]);
  const std::size_t digits = digits_first ? first : second;
  const std::size_t letters = digits_first ? second : first;
  if (digits == 0 || digits > 4 || letters == 0 || letters > 3) return 0;
  const std::string kinds = digits_first ? std::string(first, 'N') + std::string(second, 'L')
                                         : std::string(first, 'L') + std::string(second, 'N');
  return is_of(vrm, kinds) ? first : 0;
}

}  // namespace

std::vector<std::string_view> groups_of(std::string_view vrm) {
  if (vrm.empty()) return {};
  for (const Layout& layout : kLayouts) {
    if (!is_of(vrm, layout.letters_and_digits)) continue;
    std::vector<std::string_view> groups;
    for (std::size_t from = 0; const std::size_t length : layout.groups) {
      if (length != 0) groups.push_back(vrm.substr(from, length));
      from += length;
    }
    return groups;
  }
  if (const std::size_t border = border_of_two_runs(vrm); border != 0) return {vrm.substr(0, border), vrm.substr(border)};
  return {vrm};
}

}  // namespace imagery
