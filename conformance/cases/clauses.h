// The cases by clause; each is defined in the file of its name.
#pragma once

#include "conformance/cases/cases.h"

namespace cases {

[[nodiscard]] Case clause_2_1();     ///< what tests of connectivity enter
[[nodiscard]] Case clause_2_2_1();   ///< the mark
[[nodiscard]] Case clause_2_2_1_unread();
[[nodiscard]] Case clause_2_2_2();   ///< the time
[[nodiscard]] Case clause_2_2_3();   ///< the place
[[nodiscard]] Case clause_2_2_4();   ///< the pictures
[[nodiscard]] Case clause_2_2_4_drawn();
[[nodiscard]] Case clause_2_3();     ///< who captured it, where and how
[[nodiscard]] Case clause_3_1();     ///< nothing lost, nothing doubled
[[nodiscard]] Case clause_4();       ///< national data
[[nodiscard]] Case clause_5_lists(); ///< lists, and what NAS makes of them
[[nodiscard]] Case clause_5_answer();
[[nodiscard]] Case clause_5_days();
[[nodiscard]] Case clause_5_owners();
[[nodiscard]] Case clause_5_watching();
[[nodiscard]] Case clause_5_staff();
[[nodiscard]] Case clause_5_inspected();
[[nodiscard]] Case clause_6_matching();
[[nodiscard]] Case clause_6_receipt();
[[nodiscard]] Case clause_6_hits();
[[nodiscard]] Case clause_7();       ///< what a failure holds back
[[nodiscard]] Case annex_a();        ///< the text in a symbol

// What several cases need of a scenario; each gives the sentence that says what is missing, or nothing.
[[nodiscard]] std::string without_traffic(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_listed_vehicles(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_operator(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_connectivity_tests(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_unread_passes(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_drawn_images(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_outage(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_national_data(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_lists(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_broken_rows(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_entries_by_day(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_another_owner(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_a_watching_list(const scenario::Scenario& scenario);
[[nodiscard]] std::string without_divided_operators(const scenario::Scenario& scenario);

}  // namespace cases
