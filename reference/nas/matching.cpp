#include "reference/nas/matching.h"

#include <memory>
#include <utility>

#include "reference/base/check.h"
#include "reference/formats/answers.h"
#include "reference/nas/answer.h"
#include "reference/nas/identity.h"
#include "reference/nas/outbox.h"

namespace nas {
namespace {

/// A hit in the form in which its read came.
doors::Content content_of_hit(const Taken& taken, domain::Hit hit) {
  if (!taken.content.is_value()) return content_of(formats::encode(hit));
  doors::Content content;
  content.size_bytes = formats::encoded_bytes(hit);
  content.value = std::make_shared<const domain::Hit>(std::move(hit));
  return content;
}

}  // namespace

doors::Unit Matcher::match(const Taken& taken, const lists::MatchIndex& index, std::uint32_t unit, std::vector<Due>& due) {
  doors::Unit made;
  const auto table = taken.read ? doors::Table::kCaptures : doors::Table::kRefused;
  made.rows.push_back({table, taken.key, taken.content});
  if (!taken.read) return made;
  matches_.clear();
  index.find(taken.read->vrm, taken.received_at, matches_);
  for (const lists::Match& match : matches_) add_hit(taken, match, unit, made, due);
  return made;
}

void Matcher::add_hit(const Taken& taken, const lists::Match& match, std::uint32_t unit, doors::Unit& into, std::vector<Due>& due) {
  auto entry = match.entry();
  PLUMB_CHECK(entry.has_value(), "a list in force keeps its entries");
  if (entry->action == domain::Action::kNoAlert) return;
  subscribers_.clear();
  directory_.subscribers(match.list->owner, subscribers_);
  if (subscribers_.empty()) return;
  const domain::Read& read = *taken.read;
  const std::string hit_id = hit_id_of(taken.key, match.list->file, match.row);
  const doors::Content hit = content_of_hit(taken, {hit_id, taken.key, read.read_id.value_or(""), match.list->file, *std::move(entry),
                                                    read.vrm, read.camera, read.time, read.location});
  for (const OperatorId to : subscribers_) {
    into.rows.push_back(outbox_row(hit_id, directory_.at(to).name, hit));
    due.push_back({unit, to, hit_id, hit});
  }
}

}  // namespace nas
