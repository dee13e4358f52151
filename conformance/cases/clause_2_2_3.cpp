// Clause 2.2.3: where a read was made.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_2_3() {
  return {
      .id = "case-2.2.3",
      .clause = "2.2.3",
      .suite = Suite::kFormat,
      .requirements = {"2.2.3-a", "2.2.3-b", "2.2.3-c", "2.2.3-e", "2.2.3-f"},
      .scenario = "cases/2.2.3-places.json",
      .expects =
          "every read gives the place of its camera in decimal degrees, within 10 m of the truth, also after a moveable camera was taken "
          "elsewhere; the register has every fixed site within 5 m; no fixed camera sends N0000000 E0000000; positions were found by "
                 "satellite",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
