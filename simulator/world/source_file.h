// The plain files a world is made from: read whole, with limits, and taken apart.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"

namespace world {

inline constexpr base::ErrorKind kWorldFileUnreadable{"world_file_unreadable", "house", "a file of at most 64 MiB that can be read", 1};
inline constexpr base::ErrorKind kWorldFileUnfit{"world_file_unfit", "house", "a table as docs/world.md describes it", 2};

/// The bytes of a file. Errors:  kWorldFileUnreadable.
[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path& file);

/// The lines of a CSV file without quotes, taken apart at commas; the first must be exactly `header`.
/// Errors:  kWorldFileUnreadable; kWorldFileUnfit with file and line, also where a line has more or fewer fields than the header.
[[nodiscard]] base::Result<std::vector<std::vector<std::string>>> read_plain_csv(const std::filesystem::path& file,
                                                                                 std::string_view header);

/// A whole number of at most 15 digits, or none of a kind: false. `text` must be digits alone.
[[nodiscard]] bool whole_number(std::string_view text, std::uint64_t& value);

}  // namespace world
