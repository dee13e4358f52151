// A VOI list checked offline, as a NAS of ours would take it in.
#pragma once

#include <filesystem>
#include <string>

#include "conformance/cli/command.h"
#include "reference/lists/rules.h"

namespace cli {

inline constexpr base::ErrorKind kVoiFileUnreadable{"voi_file_unreadable", "house", "a VOI list that can be read", 1};
inline constexpr base::ErrorKind kVoiFileChanged{"voi_file_changed", "house", "a file that stays as it is while it is read", 2};

/// What is checked, and for whom.
struct VoiCheck {
  std::filesystem::path file;
  std::string owner;         ///< the code of who will upload it; empty: of whoever the name says
  lists::Rules rules;
};

/// Checks a list and prints what would be refused: as a table, row by row as it is read, or as the answer to an upload (docs/wire.md).
///
/// Shape:   memory does not grow with the file. JSON reads it twice, since the answer begins with counts.
/// Errors:  gives 0 where every row loads, kNonConformant where a row, the header or the list's name would be refused, kUnreadableInput
///          where the file cannot be read or is no CSV in UTF-8.
[[nodiscard]] int check_as_table(const VoiCheck& check, Console& console);
[[nodiscard]] int check_as_json(const VoiCheck& check, Console& console);

}  // namespace cli
