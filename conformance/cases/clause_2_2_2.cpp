// Clause 2.2.2: the time of a read.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_2_2() {
  return {
      .id = "case-2.2.2",
      .clause = "2.2.2",
      .suite = Suite::kFormat,
      .requirements = {"2.2.2-a", "2.2.2-b"},
      .scenario = "cases/2.2.2-midnight-in-june.json",
      .expects = "every read that crosses as bytes has a time of the calendar in the clause's form, in GMT while clocks on the wall show "
                 "summer time",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
