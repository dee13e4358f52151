#include "conformance/cli/subject_option.h"

#include <fmt/format.h>

#include "conformance/cli/run_options.h"
#include "conformance/subjects/mutant.h"

namespace cli {

void add_subject_option(po::options_description& options) {
  options.add_options()("subject", po::value<std::string>()->value_name("NAME")->default_value("reference"),
                        "who is judged: reference, a null subject, or a mutant (`plumbline requirements --mutants` names them)");
}

base::Result<subjects::Subject> subject_option_of(const po::variables_map& given) {
  const std::string name = given["subject"].as<std::string>();
  if (name == "reference") return subjects::reference();
  for (const subjects::Subject& subject : subjects::null_subjects()) {
    if (subject.name == name) return subject;
  }
  for (const subjects::Mutant& mutant : subjects::mutants()) {
    if (mutant.id == name) return subjects::subject_of(mutant);
  }
  return base::fail(kOptionMalformed,
                    fmt::format("--subject takes reference, null-nothing, null-accepts, null-echoes, null-repeats or a mutant of "
                                                  "`plumbline requirements --mutants`; found '{}'", name));
}

}  // namespace cli
