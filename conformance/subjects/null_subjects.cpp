#include "conformance/subjects/null_nas.h"
#include "conformance/subjects/subject.h"
#include "conformance/subjects/version.h"

namespace subjects {
namespace {

Subject null_subject(const char* name, const char* product, Null kind) {
  run::Cast cast = run::reference_cast();
  cast.nas = [kind](const doors::Doors& doors) { return make_null_nas(doors, kind); };
  cast.second_front_end = {};
  return {name, "nas", "Plumbline (null subject)", product, version(), std::move(cast)};
}

}  // namespace

std::vector<Subject> null_subjects() {
  return {
      null_subject("null-nothing", "NAS that does nothing", Null::kNothing),
      null_subject("null-accepts", "NAS that accepts all and stores nothing", Null::kAccepts),
      null_subject("null-echoes", "NAS that echoes", Null::kEchoes),
      null_subject("null-repeats", "NAS that repeats its first answer", Null::kRepeats),
  };
}

}  // namespace subjects
