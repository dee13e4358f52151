#include "conformance/cli/scenario_folder.h"

namespace cli {

std::filesystem::path scenario_folder() {
  std::error_code ignored;
  return std::filesystem::is_directory("scenarios", ignored) ? std::filesystem::path("scenarios")
                                                             : std::filesystem::path(PLUMBLINE_SCENARIOS);
}

}  // namespace cli
