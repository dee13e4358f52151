// From a read that was taken in to its acknowledgement: ask the PNC, match, fetch what the hits say, commit, and only when that is
// durable answer.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/nas/hit_texts.h"
#include "reference/nas/intake.h"
#include "reference/nas/list_shelf.h"
#include "reference/nas/matching.h"
#include "reference/nas/options.h"
#include "reference/nas/pnc_link.h"
#include "reference/nas/tags.h"

namespace nas {

/// Keeps the reads for whose answer from the PNC or texts it waits, those that wait for a commit, and those being committed.
///
/// A commit that did not become durable puts its reads back, and they are matched and committed again: the store takes a unit whose key
/// is there for none, so a try too many costs nothing. Their hits are those that the store took, of which it tells the outbox.
class Pipeline {
 public:
  Pipeline(const doors::Doors& doors, doors::Peers& peers, Tags& tags, ListShelf& lists, const Directory& directory, PncLink& link,
           const NasOptions& options)
      : doors_(doors), peers_(peers), tags_(tags), lists_(lists), directory_(directory), link_(link), options_(options),
        matcher_(directory, lists, options), texts_(doors.store, tags) {}

  [[nodiscard]] bool has_room() const { return held_ < options_.reads_waiting_max; }
  void take(base::Now now, Taken taken);
  /// Commits what waits, as far as commits are free and the lists in force are known.
  void pump();
  [[nodiscard]] bool on_durable(doors::CommitTag tag, const doors::CommitResult& result);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) { return texts_.on_rows(tag, rows); }
  void on_timer() { resting_ = false; }

  void on_pnc_answer(base::Now now, const doors::Message& answer);
  /// The oldest query has had no answer, or none can come any more.
  void on_pnc_timer(base::Now now);
  void on_pnc_lost();

 private:
  struct Asking {
    Taken taken;
    base::Duration asked_at;
  };
  struct Flight {
    doors::CommitTag tag;
    std::vector<Taken> reads;
  };
  void arm_pnc_timer(base::Now now);
  [[nodiscard]] bool commit_some();
  void prepare();
  void conclude(Flight& flight);
  void put_back(Flight& flight, const doors::CommitResult& result);
  Flight spare_flight();

  const doors::Doors& doors_;
  doors::Peers& peers_;
  Tags& tags_;
  ListShelf& lists_;
  const Directory& directory_;
  PncLink& link_;
  const NasOptions& options_;
  Matcher matcher_;
  HitTexts texts_;
  std::deque<std::uint64_t> asked_;                       ///< exchanges in the order of asking; some are answered
  tsl::robin_map<std::uint64_t, Asking> asking_;          ///< by exchange
  std::deque<Taken> waiting_;
  std::vector<Flight> flights_;
  std::vector<Flight> spare_;      // kept for their memory alone
  std::size_t held_ = 0;           ///< reads asking, fetching, waiting and in flights
  bool resting_ = false;           ///< after a failure, until the timer
};

}  // namespace nas
