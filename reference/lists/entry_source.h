// Where the text of an entry is, which the match index does not hold.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "reference/domain/hit.h"

namespace lists {

/// The entries of one version of a list, by row. The index owns one for each list in force.
class EntrySource {
 public:
  virtual ~EntrySource() = default;
  /// The entry of a row that was put into the index; none where it is not kept here and has to be asked of the store.
  [[nodiscard]] virtual std::optional<domain::VoiEntry> find(std::uint32_t row) const = 0;
  /// Adds the rows that are weeded at exactly `at`, of a bounded piece from `place` on, which is moved on. Says whether there is more.
  [[nodiscard]] virtual bool weeded_at(base::Instant at, std::size_t& place, std::vector<std::uint32_t>& rows) const = 0;
  /// Gives back a bounded piece of its memory, once the list is in force no more. Says whether there is more of it.
  virtual bool let_go() { return false; }
};

/// Entries in memory, packed into blocks: a list of a million rows comes and goes in pieces, and leaves no million of crumbs behind that
/// the memory's keeper would sweep up in one go.
class KeptEntries : public EntrySource {
 public:
  /// Rows come in ascending order.
  void add(const domain::VoiEntry& entry);
  [[nodiscard]] std::optional<domain::VoiEntry> find(std::uint32_t row) const override;
  [[nodiscard]] bool weeded_at(base::Instant at, std::size_t& place, std::vector<std::uint32_t>& rows) const override;
  bool let_go() override;

 private:
  /// Texts stand in the block's, one behind the other.
  struct Record {
    std::uint32_t row = 0;
    std::uint32_t text_at = 0;
    std::uint32_t vrm_bytes = 0, reason_bytes = 0, information_bytes = 0, warning_bytes = 0, gsc_bytes = 0;
    domain::Action action = domain::Action::kAssess;
    base::Instant in_force_from, weeded_at;
  };
  struct Block {
    std::vector<Record> records;
    std::string texts;
  };

  std::deque<Block> blocks_;
};

}  // namespace lists
