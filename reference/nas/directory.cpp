#include "reference/nas/directory.h"

#include "reference/nas/answer.h"

namespace nas {
namespace {

constexpr std::uint32_t kSlice = 256;

}  // namespace

void Directory::load() {
  loading_ = tags_.query();
  store_.open(*loading_, {doors::Table::kOperators, ""});
  store_.next(*loading_, kSlice);
}

bool Directory::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) {
  if (loading_ != tag) return false;
  for (const doors::Row& row : rows) {
    if (!find(row.key)) enter(row.key, row.content.text.view());
  }
  if (last == doors::Last::kNo) {
    store_.next(tag, kSlice);
  } else {
    store_.close(tag);
    loading_.reset();
  }
  return true;
}

OperatorId Directory::on_peer(const doors::Principal& principal, doors::PeerState state) {
  const auto known = find(principal.name);
  const OperatorId id = known ? *known : enter(principal.name, principal.organisation);
  Operator& found = operators_[id];
  if (!known || found.organisation != principal.organisation) {
    found.organisation = principal.organisation;
    chores_.replace({doors::Table::kOperators, found.name, content_of(found.organisation)});
  }
  found.peer.reset();
  if (state == doors::PeerState::kUp) found.peer = principal.peer;
  return id;
}

std::optional<OperatorId> Directory::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

void Directory::subscribers(std::string_view owner, std::vector<OperatorId>& found) const {
  for (OperatorId id = 0; id < operators_.size(); ++id) {
    if (operators_[id].organisation == owner) found.push_back(id);
  }
}

OperatorId Directory::enter(std::string_view name, std::string_view organisation) {
  const auto id = static_cast<OperatorId>(operators_.size());
  operators_.push_back({std::string(name), std::string(organisation), std::nullopt});
  by_name_.emplace(std::string(name), id);
  return id;
}

}  // namespace nas
