// The reads that are under way, by id.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/read_state.h"

namespace oracle {

/// States of reads from when they are first heard of until nothing more can come of them that needs remembering.
class ReadTable {
 public:
  /// What a name in an event leads to. `state` is null where the read is finished, or has no name.
  struct Found {
    ReadState* state = nullptr;
    ReadKey key;
    bool named = false;
    bool finished = false;
    bool forgotten = false;   ///< finished, or no more than given up by forget()
    bool is_new = false;
  };

  /// The state of a read; a new one where it was not heard of. Good until the next call.
  [[nodiscard]] Found open(std::string_view read_id);
  /// The same, without making a new one.
  [[nodiscard]] Found find(std::string_view read_id);
  [[nodiscard]] ReadState* find(ReadKey key);

  /// Drops the state; the read counts as finished.
  void finish(ReadKey key);
  /// Gives up all reads under way; they count as finished.
  void forget();

  [[nodiscard]] std::string name_of(ReadKey key) const { return ids_.name_of(key); }

  /// All states under way, in order of key: the same whatever the table's inner order.
  [[nodiscard]] std::vector<const ReadState*> all() const;
  template <class Predicate>
  [[nodiscard]] std::uint64_t count(Predicate predicate) const {
    std::uint64_t count = 0;
    for (const auto& [key, slot] : slots_) count += predicate(states_[slot]) ? 1 : 0;
    return count;
  }

 private:
  ReadIds ids_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> slots_;
  std::vector<ReadState> states_;
  std::vector<std::uint32_t> free_;
  bool forgot_ = false;
};

}  // namespace oracle
