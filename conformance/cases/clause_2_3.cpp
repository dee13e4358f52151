// Clause 2.3: who captured a read, where and how.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_3() {
  return {
      .id = "case-2.3",
      .clause = "2.3",
      .suite = Suite::kFormat,
      .requirements = {"2.3-a", "2.3-b", "2.3-c", "2.3-d", "2.3-e", "2.3-f", "2.3-g"},
      .scenario = "cases/2.3-metadata.json",
      .expects = "every read that crosses as bytes names an organisation of Annex A, a source and a device in range, and who was logged on "
                 "or Unattended; optional fields keep their form",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
