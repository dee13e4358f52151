// Clause 2.2.1: the mark of a read.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_2_1() {
  return {
      .id = "case-2.2.1",
      .clause = "2.2.1",
      .requirements = {"2.2.1-a", "2.2.1-b", "2.2.1-c"},
      .provoked_by = kMainScenario,
      .expects = "every read that crosses as bytes has a mark, in valid UTF-8, without white space",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
