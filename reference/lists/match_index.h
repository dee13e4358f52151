// Which entries a VRM matches, over all lists in force (clause 6).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/lists/voi_list.h"

namespace lists {

/// A match: the list and the entry. Pointers are good until the list is replaced.
struct Match {
  const VoiList* list = nullptr;
  const domain::VoiEntry* entry = nullptr;
};

/// All lists in force and the entries by VRM, exact as written.
class MatchIndex {
 public:
  /// Puts a list in force in place of the one of the same file name. Takes time in proportion to these two, not to all lists.
  void replace(VoiList list);
  void remove(std::string_view file);
  /// Adds to `matches` the entries in force at `at` (start and weed date, R-20) for this VRM, by file name and row.
  /// QQQQQQQ matches nothing.
  void find(const domain::Vrm& vrm, base::Instant at, std::vector<Match>& matches) const;
  [[nodiscard]] std::size_t entries() const;

 private:
  struct Slot {
    std::uint32_t list;
    std::uint32_t entry;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view file) const;
  void forget(std::uint32_t list);
  std::vector<std::unique_ptr<VoiList>> lists_;   ///< null where a list was removed
  tsl::robin_map<std::string, std::vector<Slot>> by_vrm_;
};

}  // namespace lists
