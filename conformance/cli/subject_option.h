// --subject: who is judged.
#pragma once

#include "conformance/cli/command.h"
#include "conformance/subjects/subject.h"

namespace cli {

void add_subject_option(po::options_description& options);

/// The reference where none is named; otherwise a null subject or a mutant by its name.
/// Errors:  kOptionMalformed: what was found, and where the names are.
[[nodiscard]] base::Result<subjects::Subject> subject_option_of(const po::variables_map& given);

}  // namespace cli
