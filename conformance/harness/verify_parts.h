// A report against itself, and against the report that its evidence gives again.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "conformance/harness/verify.h"

namespace harness {

/// Adds a difference where two parts of a report are not the same. Shape: of each some 200 bytes are shown.
void compare_parts(const std::string& where, const nlohmann::json& recorded, const nlohmann::json& found, Verification& v);

/// What a report says at one place against what follows from another: each requirement's verdict and status from its rows of the runs,
/// counts, outcome and sentence from the statuses, the runs' lists of requirements from the rows; and, where `same_suite`, what each
/// requirement is, from the catalogue.
///
/// Shape:   the report is by its schema. A row of a run that nothing was observed in is not there, so of a verdict without rows no more is
///          known than that it is none which takes an observation.
void check_sums(const nlohmann::json& report, bool same_suite, Verification& v);

/// A report against the one that its evidence gave again.
///
/// Shape:   of a report on one run all is compared but what may rightly differ, which the source lists; of one on several what concerns the
///          main run, and what is the same for all.
void compare_with_again(const nlohmann::json& recorded, const nlohmann::json& again, Verification& v);

}  // namespace harness
