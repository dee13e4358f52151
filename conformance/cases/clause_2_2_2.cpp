// Clause 2.2.2: the time of a read.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_2_2() {
  return {
      .id = "case-2.2.2",
      .clause = "2.2.2",
      .requirements = {"2.2.2-a"},
      .provoked_by = kMainScenario,
      .expects = "every read that crosses as bytes has a time of the calendar in the clause's form",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
