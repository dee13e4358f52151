// What stands in the rows that reads matched: fetched from the lists in the store, since the match index holds no texts.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/doors/component.h"
#include "reference/nas/intake.h"
#include "reference/nas/list_shelf.h"
#include "reference/nas/tags.h"

namespace nas {

/// Fetches the part of a list in which a matched row stands, and reads the row's entry from it.
///
/// A list may be replaced meanwhile, and its parts with it: then the read comes back without that text, is matched against what is in
/// force by then, and asks for what that lacks.
///
/// Shape:   at most kReadsMax reads wait here; a read with several matches fetches them side by side, each part once.
class HitTexts {
 public:
  static constexpr std::size_t kReadsMax = 1'024;

  HitTexts(doors::Store& store, Tags& tags) : store_(store), tags_(tags) {}

  [[nodiscard]] bool has_room() const { return reads_.size() < kReadsMax; }
  /// Takes a read for which `matches` have no text yet, at least one of them. Good for this call alone.
  void fetch(Taken taken, const std::vector<const lists::Match*>& matches, const ListShelf& shelf);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows);
  /// Moves the reads whose fetches have all ended to the front of `waiting`, the oldest first.
  void give_back(std::deque<Taken>& waiting);

 private:
  struct Fetch {
    std::uint64_t read = 0;
    std::string list, upload;
    lists::PartPlace place;
    std::vector<std::uint32_t> rows;   ///< in order
  };
  struct Waiting {
    Taken taken;
    std::size_t fetches = 0;   ///< that have not ended
  };

  doors::Store& store_;
  Tags& tags_;
  std::uint64_t last_read_ = 0;
  tsl::robin_map<std::uint64_t, Waiting> reads_;
  tsl::robin_map<std::uint64_t, Fetch> fetches_;   ///< by tag
  std::vector<Taken> fetched_;
};

}  // namespace nas
