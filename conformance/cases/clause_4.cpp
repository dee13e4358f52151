// Clause 4: the national databases.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_4() {
  return {
      .id = "case-4",
      .clause = "4",
      .suite = Suite::kVoi,
      .requirements = {"4-a", "4-b", "4-d"},
      .scenario = "cases/4-national.json",
      .expects =
          "a hit for each record of Fast Track, Schengen and the Extract that a read matches, none by MMC data alone; through an outage "
          "of the live link the Extract gives it within 2 s, and once; each issue is loaded before the next",
      .unprovoked = without_national_data,
  };
}

}  // namespace cases
