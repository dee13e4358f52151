// Files that are handed in, opened.
#pragma once

#include <filesystem>
#include <fstream>

#include "reference/base/result.h"

namespace cli {

/// Opens a plain file. A pipe or a device, which would have us wait or never ends, is refused unopened.
/// Errors:  `kind`, whose detail names the file and what is wrong with it.
[[nodiscard]] base::Result<std::ifstream> open_plain(const std::filesystem::path& file, const base::ErrorKind& kind);

/// The same error, with the file it was found in.
[[nodiscard]] base::Error found_in_file(const std::filesystem::path& file, const base::Error& error);

}  // namespace cli
