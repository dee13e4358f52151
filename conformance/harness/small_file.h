// Files that people hand in beside evidence, read whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "reference/base/result.h"

namespace harness {

/// All of a plain file of at most `bytes_max`. A pipe or a device, which would have us wait or never ends, is refused.
/// Errors:  `kind`, whose detail names the file and what is wrong with it.
[[nodiscard]] base::Result<std::string> read_small_file(const std::filesystem::path& file, std::size_t bytes_max,
                                                        const base::ErrorKind& kind);

}  // namespace harness
