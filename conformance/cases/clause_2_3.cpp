// Clause 2.3: who captured a read, by feed, source and user.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_3() {
  return {
      .id = "case-2.3",
      .clause = "2.3",
      .requirements = {"2.3-a", "2.3-b", "2.3-f"},
      .provoked_by = kMainScenario,
      .expects = "every read that crosses as bytes names an organisation of Annex A, a source in range, and a user or Unattended",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
