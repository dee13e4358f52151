// The gateway's own store: each read in it until NAS has it.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "reference/doors/component.h"
#include "reference/lea/held.h"

namespace lea {

inline constexpr doors::TimerId kStoreTimer{3};

/// What became of reads in a commit.
struct Kept {
  std::vector<Handle> durable;
  std::vector<Handle> failed;     ///< nothing was stored; they are tried again unless they are removed
};

/// Commits reads and erasures, one commit in flight, gathering meanwhile what comes.
///
/// Shape:   a row's key is a number in 15 hexadecimal digits that counts up, also over restarts, so that reads of a former life are found
/// in
///          the order in which they came. Until those are read nothing is committed.
class LocalBuffer {
 public:
  /// So many places of HeldReads are kept free of cameras' reads, for those of a former life.
  static constexpr std::size_t kRoomForSlices = 1'024;

  LocalBuffer(const doors::Doors& doors, HeldReads& held, base::Duration retry_after)
      : doors_(doors), held_(held), retry_after_(retry_after) {}

  /// Reads what a former life left behind.
  void recover();
  void keep(const Held& held) { waiting_.push_back(held.handle); }
  /// NAS has the read, or it was given back to its camera: its row goes, and it is held no more as soon as no commit holds it.
  void forget(Held& held);
  /// Whether the last commit of reads failed: what comes now may not be kept.
  [[nodiscard]] bool failing() const { return failing_; }

  void pump();
  /// Adds to `kept` what became of the reads of this commit.
  void on_durable(doors::CommitTag tag, const doors::CommitResult& result, Kept& kept);
  /// Adds to `found` the reads of a former life.
  void on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last, std::vector<Handle>& found);
  void on_timer() { resting_ = false; }

 private:
  struct Commit {
    doors::CommitTag tag;
    std::vector<Handle> reads;
    std::vector<std::uint64_t> erased;
  };
  void read_on();
  void gather(doors::Batch& batch);
  void gather_reads(doors::Batch& batch);
  void conclude(Held& held, doors::CommitOutcome outcome, Kept& kept);
  void put_back();

  const doors::Doors& doors_;
  HeldReads& held_;
  base::Duration retry_after_;
  std::deque<Handle> waiting_;
  std::vector<std::uint64_t> erasing_;
  Commit commit_;
  bool in_flight_ = false;
  bool resting_ = false;           ///< after a failure, until the timer
  bool failing_ = false;
  bool erased_alone_ = false;      ///< the last commit only erased, since the one before had failed
  std::uint64_t tags_ = 0;
  std::uint64_t next_row_ = 1;
  std::optional<doors::QueryTag> recovering_;
  bool slice_asked_ = false;
};

}  // namespace lea
