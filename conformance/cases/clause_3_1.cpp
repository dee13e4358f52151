// Clause 3.1: what was accepted is there, whole and once.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_3_1() {
  return {
      .id = "case-3.1",
      .clause = "3.1",
      .suite = Suite::kLoss,
      .requirements = {"3.1-a", "3.1-c"},
      .scenario = "cases/3.1-crash.json",
      .expects = "after all faults have healed, every read that a component accepted is given back by NAS as it was sent, and once",
      .unprovoked = without_traffic,
  };
}

}  // namespace cases
