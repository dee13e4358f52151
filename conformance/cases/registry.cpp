#include <algorithm>
#include <array>

#include "conformance/cases/clauses.h"

namespace cases {

const std::vector<Case>& all() {
  static const std::vector<Case> registered{
      clause_2_1(), clause_2_2_1(),      clause_2_2_1_unread(), clause_2_2_2(),  clause_2_2_3(),
      clause_2_2_4(), clause_2_2_4_drawn(), clause_2_3(),
      clause_3_1(), clause_4(), clause_5_lists(), clause_5_answer(), clause_5_days(), clause_5_owners(), clause_5_watching(),
      clause_5_staff(), clause_5_inspected(), clause_6_matching(), clause_6_receipt(), clause_6_hits(), clause_7(), annex_a(),
  };
  return registered;
}

std::string_view text_of(Suite suite) {
  constexpr std::array<std::string_view, 4> kWords{"format", "timing", "loss", "voi"};
  return kWords.at(static_cast<std::size_t>(suite));
}

const Case* case_of(std::string_view requirement) {
  for (const Case& candidate : all()) {
    if (std::find(candidate.requirements.begin(), candidate.requirements.end(), requirement) != candidate.requirements.end())
      return &candidate;
  }
  return nullptr;
}

}  // namespace cases
