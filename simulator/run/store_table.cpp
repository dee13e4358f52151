#include "simulator/run/store_table.h"

#include <algorithm>
#include <utility>

namespace run {

const doors::Content* StoreTable::find(std::string_view key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? nullptr : &rows_[*found].content;
}

void StoreTable::put(std::string key, doors::Content content) {
  const auto found = index_.find(std::string_view(key));
  if (found == index_.end()) return add(std::move(key), std::move(content));
  rows_[*found].content = std::move(content);
}

void StoreTable::add(std::string key, doors::Content content) {
  std::uint32_t row = static_cast<std::uint32_t>(rows_.size());
  if (free_.empty()) {
    rows_.emplace_back();
  } else {
    row = free_.back();
    free_.pop_back();
  }
  const std::uint64_t hash = base::hash64(key);
  rows_[row] = {hash, std::move(key), std::move(content)};
  index_.insert(row);
}

std::optional<doors::Content> StoreTable::erase(std::string_view key) {
  const auto found = index_.find(key);
  if (found == index_.end()) return std::nullopt;
  const std::uint32_t row = *found;
  index_.erase(key);   // by key: the overload with an iterator looks for the next row, and the table may be almost empty
  free_.push_back(row);
  return std::exchange(rows_[row].content, {});
}

std::vector<std::string> StoreTable::keys_in_order(std::string_view prefix, std::string_view after) const {
  std::vector<std::string> keys;
  if (prefix.empty() && after.empty()) keys.reserve(index_.size());
  for (const std::uint32_t row : index_) {
    const std::string& key = rows_[row].key;
    if (key.starts_with(prefix) && key > after) keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace run
