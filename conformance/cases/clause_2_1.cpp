// Clause 2.1: the one mark that tests of connectivity enter.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_1() {
  return {
      .id = "case-2.1",
      .clause = "2.1",
      .suite = Suite::kFormat,
      .requirements = {"2.1-a"},
      .scenario = "cases/2.1-connectivity-tests.json",
      .expects = "every declared test of connectivity, and the read that is sent for it, has the mark QQ111QQQ",
      .unprovoked = without_connectivity_tests,
  };
}

}  // namespace cases
