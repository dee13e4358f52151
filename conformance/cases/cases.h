// The cases: what is provoked, and what is expected of it. One file a clause; each case a value.
//
// A case holds no wire detail and judges nothing: the oracle's checks do, by requirement. It says which requirements it decides, what run
// provokes them, and when a scenario cannot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/scenario.h"

namespace cases {

/// What kind of promise a case is about; a selection may name one.
enum class Suite { kFormat, kTiming, kLoss, kVoi };
[[nodiscard]] std::string_view text_of(Suite suite);   ///< format, timing, loss, voi

/// One case.
///
/// Shape:   `id` is the clause's with "case-" before it, and never changes; `requirements` are ids of the catalogue, each in one case
///          only; `scenario` is what provokes the case, a file of the library named from its folder ("cases/7-outage.json"), or empty
///          where any traffic does. A case is judged on every run that its requirements can be seen in, its own scenario's among them.
struct Case {
  std::string_view id;
  std::string_view clause;
  Suite suite = Suite::kFormat;
  std::vector<std::string_view> requirements;
  std::string_view scenario;
  std::string_view expects;

  /// Why a scenario provokes nothing that this case could see, as a sentence; empty where it does.
  std::string (*unprovoked)(const scenario::Scenario& scenario);
};

/// All cases, in order of clause.
[[nodiscard]] const std::vector<Case>& all();

/// The case that decides a requirement, or null where none does yet.
[[nodiscard]] const Case* case_of(std::string_view requirement);

}  // namespace cases
