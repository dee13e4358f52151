#include "reference/lists/voi_template.h"

#include <algorithm>
#include <array>

namespace lists {
namespace {

constexpr std::array<std::string_view, kColumns> kNames{
    "VRM",         "MAKE",       "MODEL",     "COLOUR", "ACTION", "WARNING MARKERS", "REASON", "INTEL 3X5X2", "INFORMATION/ ACTION",
    "LEA AND AREA", "START DATE", "WEED DATE", "PNC ID", "GSC",    "CAD",             "CONTACT"};

constexpr std::array kAllColumns{kVrm,   kMake,  kModel, kColour,      kAction,      kWarningMarkers, kReason, kIntel,
                                 kInformation, kLeaAndArea, kStartDate, kWeedDate, kPncId, kGsc, kCad, kContact};
constexpr std::array kWithoutColumnSix{kVrm,         kMake,       kModel,     kColour,   kAction, kReason, kIntel,
                                       kInformation, kLeaAndArea, kStartDate, kWeedDate, kPncId,  kGsc,    kCad, kContact};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return upper(x) == upper(y); });
}

/// A name without its blanks, in upper case.
std::string bare(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c != ' ') text += upper(c);
  }
  return text;
}

}  // namespace

std::string_view name_of(Column column) { return kNames[static_cast<std::size_t>(column - 1)]; }

std::optional<Column> find_column(std::string_view name) {
  const std::string wanted = bare(name);
  for (const Column column : kAllColumns) {
    if (bare(name_of(column)) == wanted) return column;
  }
  return std::nullopt;
}

std::span<const Column> columns_of(TemplateForm form) {
  return form == TemplateForm::kNoColumnSix ? std::span<const Column>(kWithoutColumnSix) : std::span<const Column>(kAllColumns);
}

const domain::StandardWord* find_word(const Rules& rules, domain::WordColumn column, std::string_view cell) {
  const auto found = std::ranges::find_if(rules.words, [&](const domain::StandardWord& word) {
    if (word.column != column) return false;
    return rules.word_match == WordMatch::kToTheLetter ? word.word == cell : equal_but_for_case(word.word, cell);
  });
  return found == rules.words.end() ? nullptr : &*found;
}

domain::Action action_of(const domain::StandardWord& word) {
  return domain::find_action(word.word).value_or(domain::Action::kAssess);
}

}  // namespace lists
