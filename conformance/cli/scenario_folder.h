// Where the scenarios are.
#pragma once

#include <filesystem>

namespace cli {

/// ./scenarios where that is a folder, else the one of the sources that the program was built from.
[[nodiscard]] std::filesystem::path scenario_folder();

}  // namespace cli
