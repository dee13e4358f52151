#include "reference/lists/voi_template.h"

#include <algorithm>
#include <array>

#include "reference/domain/annex_a.h"

namespace lists {
namespace {

constexpr std::array<std::string_view, kColumns> kNames{
    "VRM",         "MAKE",       "MODEL",     "COLOUR", "ACTION", "WARNING MARKERS", "REASON", "INTEL 3X5X2", "INFORMATION/ ACTION",
    "LEA AND AREA", "START DATE", "WEED DATE", "PNC ID", "GSC",    "CAD",             "CONTACT"};

constexpr std::array<std::string_view, 17> kReasons{
    "Intel Serious Crime", "Cloned", "Low Crime", "Drugs", "Intel Sexual", "Intel Low Crime", "Offender Management",
    "Impaired Driving", "Documents", "Disqualified", "Other", "LEA P1", "LEA P2", "LEA P3", "LEA P4", "LEA P5", "LEA P6"};
constexpr std::array<std::string_view, 4> kNationalReasons{"No Insurance", "No MOT", "No Tax", "No Keeper"};

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string_view name_of(Column column) { return kNames[static_cast<std::size_t>(column - 1)]; }

bool is_reason(std::string_view word, Population by) {
  return holds(kReasons, word) || (by == Population::kNational && is_national_reason(word));
}

bool is_national_reason(std::string_view word) { return holds(kNationalReasons, word); }

bool is_gsc(std::string_view word) { return word == "OFFICIAL" || word == "OFFICIAL-SENSITIVE"; }

bool is_annex_a_code(std::string_view code) { return domain::find_organisation(code) != nullptr; }

std::string_view symbol_text(std::string_view code) {
  const domain::Organisation* organisation = domain::find_organisation(code);
  return organisation == nullptr ? std::string_view() : organisation->symbol;
}

}  // namespace lists
