// Names of reads as numbers, without forgetting one: 64 bits for a read that counts, whoever sent it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/hex_ids.h"
#include "conformance/oracle/interval_set.h"
#include "conformance/oracle/text_table.h"
#include "reference/base/hash.h"

namespace oracle {

/// A read's id as a number. `series` 0 are ids of no form, numbered as they come, and the next four those of 128 bits, by how they are
/// written (HexForm); each other series is what stands before the last colon of ids that count ("35-12-42:17").
struct ReadKey {
  std::uint32_t series = 0;
  std::uint32_t n = 0;
  [[nodiscard]] std::uint64_t packed() const { return std::uint64_t{series} << 32 | n; }
  friend bool operator==(ReadKey, ReadKey) = default;
};

/// For a table of numbers that are anything but random.
struct MixHash {
  std::size_t operator()(std::uint64_t n) const { return base::mix64(n); }
};

class ReadIds {
 public:
  /// The key of an id: always the same for the same id, and never another's. `read_id` is not empty.
  [[nodiscard]] ReadKey key_of(std::string_view read_id);
  [[nodiscard]] std::string name_of(ReadKey key) const;

  /// Reads that need no state any more.
  bool finish(ReadKey key) { return finished_[key.series].insert(key.n); }
  [[nodiscard]] bool is_finished(ReadKey key) const { return finished_[key.series].contains(key.n); }

 private:
  static constexpr std::uint32_t kCountedFrom = 1 + kHexForms;   ///< the first series of ids that count

  TextTable counted_, others_;
  std::array<HexTable, kHexForms> hex_;
  std::vector<IntervalSet> finished_ = std::vector<IntervalSet>(kCountedFrom);   ///< by series
};

}  // namespace oracle
