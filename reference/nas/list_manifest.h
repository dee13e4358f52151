// What the store keeps of a list: which version is in force, and where its bytes lie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reference/doors/component.h"

namespace nas {

/// Which version of a list is in force, or that none is any more: a row of Table::kLists.
///
/// Shape:   `parts` rows of Table::kListParts hold the file, in order, each of whole rows. A list that was removed keeps its row, so that
///          whoever follows the table learns the epoch of the removal.
struct Manifest {
  std::string file;            ///< a VOI list's file name, or the name of national data
  std::string upload;          ///< under which its parts lie; empty where the list was removed
  std::string version;         ///< SHA-256 of the file
  std::uint32_t parts = 0;
  doors::ListEpoch epoch;      ///< the first under which it is in force
  base::Instant issued_at;     ///< when the data left its source

  [[nodiscard]] bool removed() const { return upload.empty(); }
};

[[nodiscard]] doors::Row row_of(const Manifest& manifest);
/// None where the row holds none.
[[nodiscard]] std::optional<Manifest> manifest_of(const doors::Row& row);

/// "<upload>/00000007".
[[nodiscard]] std::string part_key(std::string_view upload, std::uint32_t part);
/// What the keys of all its parts begin with.
[[nodiscard]] doors::Key parts_of(std::string_view upload);

}  // namespace nas
