#include "reference/nas/list_shelf.h"

#include <algorithm>
#include <utility>

#include "reference/base/check.h"
#include "reference/nas/national.h"

namespace nas {

void ListShelf::begin(doors::ListEpoch epoch) {
  newest_ = epoch;
  following_ = tags_.query();
  store_.follow(following_, doors::Table::kLists, doors::Since::kBeginning);
}

bool ListShelf::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) {
  if (reading_ && reading_->query == tag) {
    store_.close(tag);
    reading_->query.reset();
    if (rows.empty()) {   // a later version has taken its place, and its parts away
      drop_draft(reading_->upload);
      end_change();
    } else {
      reading_->part = rows.front().content.text;
      reading_->at = 0;
    }
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

void ListShelf::work() {
  if (changes_.empty()) {
    index_.tend();
  } else {
    make(changes_.front());
  }
}

/// Whether it is made in one step.
bool ListShelf::is_at_hand(const Manifest& change) const {
  if (reading_) return false;
  return change.removed() || latest_.at(change.file).epoch != change.epoch || drafts_.contains(change.upload);
}

void ListShelf::make(const Manifest& change) {
  if (reading_ && reading_->query) return;   // its part is on its way
  const bool is_overtaken = latest_.at(change.file).epoch != change.epoch;
  if (is_overtaken) {
    drop_draft(change.upload);
    return end_change();
  }
  if (reading_) return read_on(change);
  if (change.removed()) {
    index_.remove(change.file);
    in_force_.erase(change.file);
    return end_change();
  }
  const auto draft = drafts_.find(change.upload);
  if (draft == drafts_.end()) {
    begin_draft(change.upload, change.file);
    reading_ = Reading{change.upload, 0, std::nullopt, {}, 0};
    return;
  }
  draft->second->put_in_force();
  drafts_.erase(draft);
  in_force_.insert_or_assign(change.file, change);
  put_in_force_.push_back(change.file);
  end_change();
}

void ListShelf::read_on(const Manifest& change) {
  lists::ListLoader& draft = *drafts_.at(change.upload);
  const std::string_view rest = reading_->part.view().substr(reading_->at);
  if (!rest.empty()) {
    const auto taken = draft.feed(rest);
    PLUMB_CHECK(taken.has_value(), "a list is stored only after it was read: " + change.file);
    reading_->at += *taken;
    return;
  }
  if (reading_->next_part == change.parts) {
    PLUMB_CHECK(draft.finish().has_value(), "a list is stored only after it was read: " + change.file);
    reading_.reset();   // and now it is a draft like one that was uploaded here
    return;
  }
  reading_->query = tags_.query();
  store_.open(*reading_->query, {doors::Table::kListParts, part_key(change.upload, reading_->next_part++)});
  store_.next(*reading_->query, 1);
}

void ListShelf::end_change() {
  epoch_ = std::max(epoch_, changes_.front().epoch);
  changes_.pop_front();
  reading_.reset();
}

}  // namespace nas
