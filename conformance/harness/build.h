// Which build of the suite judged.
#pragma once

#include <string>

namespace harness {

[[nodiscard]] std::string suite_version();   ///< "0.1.0"
[[nodiscard]] std::string build();           ///< version and compiler: "0.1.0, g++ 12.2.0"

}  // namespace harness
