// Where the text of an entry is, which the match index does not hold.
#pragma once

#include <cstdint>
#include <deque>

#include "reference/domain/hit.h"

namespace lists {

/// The entries of one version of a list, by row. The index owns one for each list in force.
class EntrySource {
 public:
  virtual ~EntrySource() = default;
  /// The entry of a row that was put into the index. Good while the list is in force. Null where it is not kept here and has to be asked
  /// of the store.
  [[nodiscard]] virtual const domain::VoiEntry* find(std::uint32_t row) const = 0;
  /// Gives back a bounded piece of its memory, once the list is in force no more. Says whether there is more of it.
  virtual bool let_go() { return false; }
};

/// Entries in memory.
class KeptEntries : public EntrySource {
 public:
  /// Rows come in ascending order.
  void add(domain::VoiEntry entry);
  [[nodiscard]] const domain::VoiEntry* find(std::uint32_t row) const override;
  bool let_go() override;

 private:
  std::deque<domain::VoiEntry> entries_;   // grows without moving what it holds: no call takes long
};

}  // namespace lists
