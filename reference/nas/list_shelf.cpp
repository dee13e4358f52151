#include "reference/nas/list_shelf.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "reference/base/check.h"
#include "reference/nas/national.h"

namespace nas {

void ListShelf::begin(doors::ListEpoch epoch) {
  newest_ = epoch;
  following_ = tags_.query();
  store_.follow(following_, doors::Table::kLists, doors::Since::kBeginning);
  following_uploads_ = tags_.query();   // behind: of one commit that ends an upload, the version is told first
  store_.follow(following_uploads_, doors::Table::kUploads, doors::Since::kNow);
}

bool ListShelf::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) {
  for (auto& [upload, reading] : readings_) {
    if (reading.query != tag) continue;
    hear_part(std::string(upload), rows);
    return true;
  }
  if (tag == following_uploads_) {
    for (const doors::Row& row : rows) hear_upload(row);
    return true;
  }
  if (tag != following_) return false;
  std::vector<Manifest> told;
  for (const doors::Row& row : rows) {
    if (auto manifest = manifest_of(row)) told.push_back(*std::move(manifest));
  }
  std::ranges::sort(told, {}, &Manifest::epoch);
  for (const Manifest& manifest : told) hear(manifest);
  begun_ = true;
  while (!changes_.empty() && is_at_hand(changes_.front())) make(changes_.front());
  return true;
}

void ListShelf::hear_part(const std::string& upload, std::span<const doors::Row> rows) {
  Reading& reading = readings_.at(upload);
  store_.close(*reading.query);
  reading.query.reset();
  if (!rows.empty()) {
    if (reading.next_part > 1) drafts_.find(upload)->second->end_part();
    reading.part = rows.front().content.text;
    reading.at = 0;
    return;
  }
  // It was given up, or a later version has taken its place, and its parts away.
  stop_reading(upload);
  if (!changes_.empty() && changes_.front().upload == upload) end_change();
}

/// "<parts>\n<file>" of an upload that is under way somewhere; nothing of one that is over.
void ListShelf::hear_upload(const doors::Row& row) {
  const auto known = readings_.find(row.key);
  if (row.content.text.empty()) {
    const bool is_version = std::ranges::find(changes_, row.key, &Manifest::upload) != changes_.end();
    if (known != readings_.end() && !is_version) stop_reading(row.key);
    return;
  }
  if (known == readings_.end() && (drafts_.contains(row.key) || !index_.has_room())) return;   // it comes in here
  const std::string_view text = row.content.text.view();
  std::uint32_t parts = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts);
  const auto file = static_cast<std::size_t>(end - text.data()) + 1;
  if (error != std::errc{} || file > text.size()) return;
  if (known == readings_.end()) begin_draft(row.key, text.substr(file));
  readings_[row.key].parts_there = parts;
}

void ListShelf::hear(const Manifest& manifest) {
  const auto known = latest_.find(manifest.file);
  if (known != latest_.end() && known->second.epoch >= manifest.epoch) return;
  latest_.insert_or_assign(manifest.file, manifest);
  changes_.push_back(manifest);
  news_.push_back(manifest);
  told_ = std::max(told_, manifest.epoch);
  newest_ = std::max(newest_, told_);
}

const Manifest* ListShelf::newest_of(std::string_view file) const {
  const auto found = latest_.find(file);
  return found == latest_.end() ? nullptr : &found->second;
}

const Manifest* ListShelf::in_force(std::string_view file) const {
  const auto found = in_force_.find(file);
  return found == in_force_.end() ? nullptr : &found->second;
}

lists::ListLoader& ListShelf::begin_draft(const std::string& upload, std::string_view file) {
  auto& draft = drafts_[upload];
  draft = std::make_unique<lists::ListLoader>(index_, file, rules_of(file));
  return *draft;
}

void ListShelf::drop_draft(std::string_view upload) {
  const auto found = drafts_.find(upload);
  if (found != drafts_.end()) drafts_.erase(found);
}

std::vector<std::string> ListShelf::files_in_force() const {
  std::vector<std::string> files;
  for (const auto& [file, manifest] : in_force_) files.push_back(file);
  return files;
}

/// Whether the change that is next has to wait for a part.
bool ListShelf::waits() const {
  const auto reading = readings_.find(changes_.front().upload);
  return reading != readings_.end() && reading->second.query;
}

bool ListShelf::has_work() const {
  if (!changes_.empty() && !waits()) return true;
  return index_.has_to_tend() || std::ranges::any_of(readings_, [](const auto& reading) { return reading.second.can_go_on(); });
}

void ListShelf::work() {
  if (!changes_.empty() && !waits()) return make(changes_.front());
  const auto next = std::ranges::find_if(readings_, [](const auto& reading) { return reading.second.can_go_on(); });
  if (next != readings_.end()) return read_on(next->first, next->second);
  index_.tend();
}

/// Whether it is made in one step.
bool ListShelf::is_at_hand(const Manifest& change) const {
  if (change.removed() || latest_.at(change.file).epoch != change.epoch) return true;
  return drafts_.contains(change.upload) && !readings_.contains(change.upload);
}

void ListShelf::make(const Manifest& change) {
  const bool is_overtaken = latest_.at(change.file).epoch != change.epoch;
  if (is_overtaken) {
    stop_reading(change.upload);
    return end_change();
  }
  if (change.removed()) {
    index_.remove(change.file);
    in_force_.erase(change.file);
    return end_change();
  }
  const auto known = readings_.find(change.upload);
  PLUMB_CHECK(known == readings_.end() || !known->second.is_no_list, "a list is put in force only after it was read: " + change.file);
  if (!drafts_.contains(change.upload)) {
    begin_draft(change.upload, change.file);
    readings_[change.upload] = {};
  }
  const auto reading = readings_.find(change.upload);
  if (reading == readings_.end()) return put_in_force(change);
  reading->second.parts_there = change.parts;
  if (reading->second.can_go_on()) return read_on(reading->first, reading->second);
  lists::ListLoader& draft = *drafts_.at(change.upload);
  PLUMB_CHECK(draft.finish().has_value(), "a list is put in force only after it was read: " + change.file);
  if (change.parts > 0) draft.end_part();
  readings_.erase(reading);   // and now it is a draft like one that was uploaded here
}

void ListShelf::put_in_force(const Manifest& change) {
  const auto draft = drafts_.find(change.upload);
  draft->second->put_in_force();
  drafts_.erase(draft);
  in_force_.insert_or_assign(change.file, change);
  put_in_force_.push_back(change.file);
  end_change();
}

void ListShelf::read_on(const std::string& upload, Reading& reading) {
  const std::string_view rest = reading.part.view().substr(reading.at);
  if (rest.empty()) {
    reading.query = tags_.query();
    store_.open(*reading.query, {doors::Table::kListParts, part_key(upload, reading.next_part++)});
    return store_.next(*reading.query, 1);
  }
  const auto taken = drafts_.at(upload)->feed(rest);
  if (taken) {
    reading.at += *taken;
    return;
  }
  reading.is_no_list = true;
  drop_draft(upload);
}

void ListShelf::stop_reading(const std::string& upload) {
  const auto reading = readings_.find(upload);
  if (reading != readings_.end()) {
    if (reading->second.query) store_.close(*reading->second.query);
    readings_.erase(reading);
  }
  drop_draft(upload);
}

void ListShelf::end_change() {
  epoch_ = std::max(epoch_, changes_.front().epoch);
  changes_.pop_front();
}

}  // namespace nas
