// The version of everything in this repository.
#pragma once

#include <string>

namespace subjects {

[[nodiscard]] std::string version();   ///< "0.1.0", as CMakeLists.txt has it

}  // namespace subjects
