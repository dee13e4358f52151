// What a read becomes in the store: its capture, and a row for each hit and each operator who may see it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/doors/component.h"
#include "reference/lists/match_index.h"
#include "reference/nas/directory.h"
#include "reference/nas/intake.h"

namespace nas {

/// A hit that is sent when its unit is durable.
struct Due {
  std::uint32_t unit = 0;
  OperatorId to = 0;
  std::string hit_id;
  doors::Content hit;
};

/// Matches reads against lists in force.
class Matcher {
 public:
  explicit Matcher(const Directory& directory) : directory_(directory) {}

  /// The unit of a read, its hits appended to `due` as those of unit number `unit`. An entry whose action is No Alert makes no hit:
  /// the capture is recorded and alerts nobody.
  [[nodiscard]] doors::Unit match(const Taken& taken, const lists::MatchIndex& index, std::uint32_t unit, std::vector<Due>& due);

 private:
  void add_hit(const Taken& taken, const lists::Match& match, std::uint32_t unit, doors::Unit& into, std::vector<Due>& due);

  const Directory& directory_;
  std::vector<lists::Match> matches_;      // kept for their memory alone
  std::vector<OperatorId> subscribers_;
};

}  // namespace nas
