// Clause 6: matching, and the time that a read and its hit may take. Three cases, since they need different things of a scenario.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_6_matching() {
  return {
      .id = "case-6-matching",
      .clause = "6",
      .suite = Suite::kVoi,
      .requirements = {"6-a"},
      .scenario = "cases/6-matching.json",
      .expects = "a hit for each pair of read and entry in force when it was received, and no other",
      .unprovoked = without_operator,
  };
}

Case clause_6_receipt() {
  return {
      .id = "case-6-receipt",
      .clause = "6",
      .suite = Suite::kTiming,
      .requirements = {"6-c"},
      .scenario = "cases/6-late-first-leg.json",
      .expects = "every read is at NAS within 2 s of its pass, unless a failure in the truth overlaps that time",
      .unprovoked = without_traffic,
  };
}

Case clause_6_hits() {
  return {
      .id = "case-6-hits",
      .clause = "6",
      .suite = Suite::kTiming,
      .requirements = {"6-b", "6-d"},
      .scenario = "cases/6-late-second-leg.json",
      .expects = "every hit is at its operator within 4 s of the pass and within 2 s of the read's receipt",
      .unprovoked = without_operator,
  };
}

}  // namespace cases
