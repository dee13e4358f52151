// Clause 5: lists of vehicles of interest. Seven cases, since they need different things of a scenario.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_5_lists() {
  return {
      .id = "case-5-lists",
      .clause = "5",
      .suite = Suite::kVoi,
      .requirements = {"5-a", "5-b", "5-c", "5-d", "5-e", "5-f", "5-g", "5-h", "5-i", "5-k"},
      .scenario = "cases/5-lists.json",
      .expects =
          "a list keeps to the template in name, columns, words, texts and dates; NAS takes in no row of a staged list that does not",
      .unprovoked = without_lists,
  };
}

Case clause_5_answer() {
  return {
      .id = "case-5-answer",
      .clause = "5",
      .suite = Suite::kVoi,
      .requirements = {"5-m"},
      .scenario = "cases/5-lists.json",
      .expects = "a row against the template is turned away with its column and a reason, the others load, and none is changed in silence",
      .unprovoked = without_broken_rows,
  };
}

Case clause_5_days() {
  return {
      .id = "case-5-days",
      .clause = "5",
      .suite = Suite::kVoi,
      .requirements = {"5-j", "5-o"},
      .scenario = "cases/5-days.json",
      .expects = "an entry gives no hit from 00:00 of its weed date, and none before 00:00 of its start date",
      .unprovoked = without_entries_by_day,
  };
}

Case clause_5_owners() {
  return {
      .id = "case-5-owners",
      .clause = "5",
      .suite = Suite::kVoi,
      .requirements = {"5-l"},
      .scenario = "cases/5-lists.json",
      .expects = "nobody but the organisation that made a list changes or removes it",
      .unprovoked = without_another_owner,
  };
}

Case clause_5_watching() {
  return {
      .id = "case-5-watching",
      .clause = "5",
      .suite = Suite::kVoi,
      .requirements = {"5-n"},
      .scenario = "cases/5-lists.json",
      .expects = "No Alert stands on lists alone that ask for no action at all",
      .unprovoked = without_a_watching_list,
  };
}

Case clause_5_staff() {
  return {
      .id = "case-5-staff",
      .clause = "Definitions",
      .suite = Suite::kVoi,
      .requirements = {"5-q"},
      .scenario = "cases/5-lists.json",
      .expects = "every hit goes to operators who may see its list and ask for its area and priority, and to nobody else",
      .unprovoked = without_divided_operators,
  };
}

Case clause_5_inspected() {
  return {
      .id = "case-5-inspected",
      .clause = "5",
      .suite = Suite::kVoi,
      .requirements = {"5-p"},
      .scenario = "cases/5-lists.json",
      .expects = "a person who looks at a sample finds force and area, whom to ask, and what helps whoever stops the vehicle",
      .unprovoked = without_lists,
  };
}

}  // namespace cases
