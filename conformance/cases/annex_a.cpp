// Annex A: the text in the symbol of a hit.
#include "conformance/cases/clauses.h"

namespace cases {

Case annex_a() {
  return {
      .id = "case-A",
      .clause = "Annex A",
      .suite = Suite::kVoi,
      .requirements = {"A-a"},
      .scenario = "cases/5-lists.json",
      .expects = "the lower white part of a hit's symbol shows the text that Annex A gives for the code of its list",
      .unprovoked = without_operator,
  };
}

}  // namespace cases
