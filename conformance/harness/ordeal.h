// The ordeal of the suite itself: mutants that it must catch, null subjects that it must not let pass, the reference that it must.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/subjects/mutant.h"
#include "reference/base/result.h"

namespace harness {

/// What became of a mutant.
///
/// Shape:   killed where its own requirement was not met in a run that provokes it; an error of the instrument, or a run that cannot be
///          made, is no kill. `broken` are the other requirements that were not met, `unexpected` those of them that the mutant does not
///          name as consequences.
struct Fate {
  const subjects::Mutant* mutant = nullptr;
  bool killed = false;
  std::string killed_in;             ///< the scenario, where it was killed
  std::vector<std::string> broken;
  std::vector<std::string> unexpected;
};

struct NullScore {
  std::string name, what;
  std::vector<std::string> met, not_met;
};

struct Ordeal {
  std::vector<Fate> fates;                    ///< in order of the mutants
  std::vector<NullScore> null_subjects;
  std::vector<std::string> against_reference; ///< requirements that the reference does not meet in a run of the ordeal: none

  [[nodiscard]] std::size_t killed() const;
  /// Mandatory requirements that have a case, and fewer than two mutants or a case that kills none of its own; those that a person alone
  /// can judge apart.
  [[nodiscard]] std::vector<std::string> unproved() const;
};

/// Puts the suite through it. `library` is the folder of scenarios; `tell` hears of each subject as it is done.
/// Errors:  those of scenario::load_scenario and run::run_scenario.
[[nodiscard]] base::Result<Ordeal> run_ordeal(const std::filesystem::path& library, const std::function<void(std::string_view)>& tell = {});

/// What a report says of the suite, as canonical JSON. The committed suite_quality.json is this, and a test holds it against a new ordeal.
[[nodiscard]] std::string suite_quality_json(const Ordeal& ordeal);

/// The text of suite_quality.json, which is built into the program.
[[nodiscard]] std::string_view recorded_suite_quality();

}  // namespace harness
