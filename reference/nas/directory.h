// The operators that NAS has met, and which hits each may see.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/doors/component.h"
#include "reference/nas/chores.h"

namespace nas {

using OperatorId = std::uint32_t;   ///< index in the directory, for as long as this NAS lives

/// An operator, connected where `peer` is set.
struct Operator {
  std::string name;
  std::string organisation;
  std::optional<doors::PeerId> peer;
};

/// Every operator that ever connected, kept in the store, so that hits are kept for one who is away when NAS restarts.
///
/// An operator sees the hits of its own organisation's lists.
/// Source:  5-q; house, for whose lists: the text says "authorised" and leaves open by whom.
class Directory {
 public:
  Directory(doors::Store& store, Tags& tags, Chores& chores) : store_(store), tags_(tags), chores_(chores) {}

  /// Reads the operators of a former life; loaded() once all are there.
  void load();
  [[nodiscard]] bool loaded() const { return !loading_; }
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last);

  /// Which operator this is, now connected or no longer.
  OperatorId on_peer(const doors::Principal& principal, doors::PeerState state);

  [[nodiscard]] const Operator& at(OperatorId id) const { return operators_[id]; }
  [[nodiscard]] std::optional<OperatorId> find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return operators_.size(); }
  /// Adds all who see hits of lists of `owner`.
  void subscribers(std::string_view owner, std::vector<OperatorId>& found) const;

 private:
  OperatorId enter(std::string_view name, std::string_view organisation);

  doors::Store& store_;
  Tags& tags_;
  Chores& chores_;
  std::vector<Operator> operators_;
  tsl::robin_map<std::string, OperatorId> by_name_;
  std::optional<doors::QueryTag> loading_;
};

}  // namespace nas
