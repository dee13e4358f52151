#include "conformance/subjects/subject.h"
#include "conformance/subjects/version.h"

namespace subjects {

Subject reference() {
  return {"reference", "whole", "Plumbline", "Reference NAS, LEA gateway and emulated cameras", version(), run::reference_cast()};
}

}  // namespace subjects
