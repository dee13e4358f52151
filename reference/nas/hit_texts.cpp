#include "reference/nas/hit_texts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "reference/base/check.h"
#include "reference/nas/national.h"

namespace nas {

void HitTexts::fetch(Taken taken, const std::vector<const lists::Match*>& matches, const ListShelf& shelf) {
  std::vector<Fetch> wanted;
  for (const lists::Match* match : matches) {
    const lists::PartPlace place = match->parts->find(match->row);
    const bool same_part = !wanted.empty() && wanted.back().list == match->list->file && wanted.back().place == place;
    if (!same_part) wanted.push_back({last_read_ + 1, match->list->file, shelf.in_force(match->list->file)->upload, place, {}});
    wanted.back().rows.push_back(match->row);
  }
  PLUMB_CHECK(!wanted.empty(), "a read is here for a text");
  reads_.insert({++last_read_, Waiting{std::move(taken), wanted.size()}});
  for (Fetch& fetch : wanted) {
    const doors::QueryTag tag = tags_.query();
    store_.open(tag, {doors::Table::kListParts, part_key(fetch.upload, fetch.place.part)});
    store_.next(tag, 1);
    fetches_.insert({tag.value, std::move(fetch)});
  }
}

bool HitTexts::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) {
  const auto found = fetches_.find(tag.value);
  if (found == fetches_.end()) return false;
  const Fetch fetch = std::move(found.value());
  fetches_.erase(found);
  store_.close(tag);
  Waiting& waiting = reads_.at(fetch.read);
  if (!rows.empty()) {
    std::size_t read = 0;
    lists::read_part(rows.front().content.text.view(), fetch.place, rules_of(fetch.list),
                     [&](std::uint32_t row) { return std::ranges::binary_search(fetch.rows, row); },
                     [&](domain::VoiEntry entry) {
                       ++read;
                       waiting.taken.texts.push_back({fetch.upload, std::move(entry)});
                     });
    PLUMB_CHECK(read == fetch.rows.size(), "a row that is in the index stands in its part: " + fetch.list);
  }
  if (--waiting.fetches > 0) return true;
  fetched_.push_back(std::move(waiting.taken));
  reads_.erase(fetch.read);
  return true;
}

void HitTexts::give_back(std::deque<Taken>& waiting) {
  waiting.insert(waiting.begin(), std::make_move_iterator(fetched_.begin()), std::make_move_iterator(fetched_.end()));
  fetched_.clear();
}

}  // namespace nas
