// Clause 7: what is kept through a failure, and delivered after it.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_7() {
  return {
      .id = "case-7",
      .clause = "7",
      .suite = Suite::kLoss,
      .requirements = {"7-b", "7-c"},
      .scenario = "cases/7-outage.json",
      .expects = "every read that came to the LEA's local component while NAS could not be reached is kept there, and is at NAS when the "
                 "failure is over",
      .unprovoked = without_outage,
  };
}

}  // namespace cases
