#include "conformance/subjects/version.h"

namespace subjects {

std::string version() { return PLUMBLINE_VERSION; }

}  // namespace subjects
