// One table of the simulated store: rows by key, in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_set.h>

#include "reference/base/hash.h"
#include "reference/doors/component.h"

namespace run {

/// Half a million rows lie here at once, so the index holds row numbers alone, and erased rows leave their place to the next.
class StoreTable {
 public:
  StoreTable() : index_(0, Hash{&rows_}, Equal{&rows_}) {}
  StoreTable(const StoreTable&) = delete;
  StoreTable& operator=(const StoreTable&) = delete;

  /// Null where there is none. Good until the table changes.
  [[nodiscard]] const doors::Content* find(std::string_view key) const;
  /// Stores, in place of what was there.
  void put(std::string key, doors::Content content);
  /// Stores what is not there.
  void add(std::string key, doors::Content content);
  /// What was there.
  std::optional<doors::Content> erase(std::string_view key);
  [[nodiscard]] std::size_t size() const { return index_.size(); }
  /// Of those that begin with `prefix` and come after `after`.
  [[nodiscard]] std::vector<std::string> keys_in_order(std::string_view prefix = {}, std::string_view after = {}) const;

 private:
  struct Row {
    std::uint64_t hash = 0;   // of the key
    std::string key;
    doors::Content content;
  };
  struct Hash {
    using is_transparent = void;
    const std::vector<Row>* rows;
    std::size_t operator()(std::uint32_t row) const { return (*rows)[row].hash; }
    std::size_t operator()(std::string_view key) const { return base::hash64(key); }
  };
  struct Equal {
    using is_transparent = void;
    const std::vector<Row>* rows;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
    bool operator()(std::string_view key, std::uint32_t row) const { return (*rows)[row].key == key; }
    bool operator()(std::uint32_t row, std::string_view key) const { return (*rows)[row].key == key; }
  };

  std::vector<Row> rows_;
  std::vector<std::uint32_t> free_;
  tsl::robin_set<std::uint32_t, Hash, Equal, std::allocator<std::uint32_t>, true> index_;
};

}  // namespace run
