#include <algorithm>

#include "conformance/cases/clauses.h"

namespace cases {

const std::vector<Case>& all() {
  static const std::vector<Case> registered{
      clause_2_2_1(), clause_2_2_2(), clause_2_3(), clause_3_1(), clause_6_matching(), clause_6_receipt(), clause_6_hits(),
  };
  return registered;
}

const Case* case_of(std::string_view requirement) {
  for (const Case& candidate : all()) {
    if (std::find(candidate.requirements.begin(), candidate.requirements.end(), requirement) != candidate.requirements.end())
      return &candidate;
  }
  return nullptr;
}

}  // namespace cases
