// From a read that was taken in to its acknowledgement: match, commit, and only when that is durable answer and send the hits.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/nas/intake.h"
#include "reference/nas/list_desk.h"
#include "reference/nas/matching.h"
#include "reference/nas/nas.h"
#include "reference/nas/outbox.h"
#include "reference/nas/tags.h"

namespace nas {

/// Keeps the reads that wait, and those being committed.
///
/// A commit that did not become durable puts its reads back, and they are matched and committed again: the store takes a unit whose key
/// is there for none, so a try too many costs nothing. Only the hits differ: where an earlier try may have stored the read, the
/// hits are those that lie in the outbox, and it is asked.
class Pipeline {
 public:
  Pipeline(const doors::Doors& doors, doors::Peers& peers, Tags& tags, ListDesk& lists, const Directory& directory, Outbox& outbox,
           const NasOptions& options)
      : doors_(doors), peers_(peers), tags_(tags), lists_(lists), directory_(directory), outbox_(outbox), options_(options),
        matcher_(directory) {}

  [[nodiscard]] bool has_room() const { return held_ < options_.reads_waiting_max; }
  void take(Taken taken);
  /// Commits what waits, as far as commits are free and the lists in force are known.
  void pump();
  [[nodiscard]] bool on_durable(doors::CommitTag tag, const doors::CommitResult& result);
  void on_timer() { resting_ = false; }

 private:
  struct Flight {
    doors::CommitTag tag;
    std::vector<Taken> reads;
    std::vector<Due> due;
  };
  void commit_some();
  void conclude(Flight& flight, const std::vector<std::uint32_t>& already);
  void put_back(Flight& flight, const doors::CommitResult& result);
  Flight spare_flight();

  const doors::Doors& doors_;
  doors::Peers& peers_;
  Tags& tags_;
  ListDesk& lists_;
  const Directory& directory_;
  Outbox& outbox_;
  const NasOptions options_;
  Matcher matcher_;
  std::deque<Taken> waiting_;
  std::vector<Flight> flights_;
  std::vector<Flight> spare_;      // kept for their memory alone
  std::size_t held_ = 0;           ///< reads waiting and in flights
  bool resting_ = false;           ///< after a failure, until the timer
};

}  // namespace nas
