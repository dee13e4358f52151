// Clause 2.2.1: the mark of a read. Two cases: any read shows the first, only a plate that cannot be read the second.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_2_1() {
  return {
      .id = "case-2.2.1",
      .clause = "2.2.1",
      .suite = Suite::kFormat,
      .requirements = {"2.2.1-a", "2.2.1-b", "2.2.1-c"},
      .scenario = "cases/2.2.2-midnight-in-june.json",
      .expects = "every read that crosses as bytes has a mark, in valid UTF-8, without white space",
      .unprovoked = without_traffic,
  };
}

Case clause_2_2_1_unread() {
  return {
      .id = "case-2.2.1-unread",
      .clause = "2.2.1",
      .suite = Suite::kFormat,
      .requirements = {"2.2.1-d"},
      .scenario = "cases/2.2.1-unread.json",
      .expects = "every pass whose plate cannot be read becomes a read with the mark QQQQQQQ",
      .unprovoked = without_unread_passes,
  };
}

}  // namespace cases
