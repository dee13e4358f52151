// VOI lists and national data from whoever may change them: taken in piece by piece, stored, put in force, answered.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/nas/chores.h"
#include "reference/nas/list_shelf.h"
#include "reference/nas/options.h"
#include "reference/nas/tags.h"
#include "reference/nas/upload.h"

namespace nas {

/// Takes lists in slices. Each is read and stored in parts as it comes, and one commit, which alone changes what is in force, puts the
/// whole version in the place of the one before it. Whatever breaks before that leaves the old version standing, and its parts are swept.
///
/// Shape:   at most kUploadsMax at once, kHeldBytesMax of them not stored yet; a list of at most `list_bytes_max`. One that stops coming
///          for `upload_idle_max` is dropped. No call reads more than VoiListParser::kSliceBytesMax.
/// Errors:  403 where the speaker is no list owner, or not of the organisation that the file name begins with, or, of national data, is not
///          the PNC; 404 where a list to be removed is not there; 408; 413; 422 where the file is no list at all, or not what its sender
///          says it is; 503 where too much is under way. A row that breaks the template is no error: the answer names it.
/// Source:  5-l, 5-m, 9-d, 4-a; R-22.
class ListDesk {
 public:
  static constexpr std::size_t kUploadsMax = 64;
  static constexpr std::uint64_t kHeldBytesMax = 64 * 1024 * 1024;

  ListDesk(const doors::Doors& doors, doors::Peers& peers, Tags& tags, Chores& chores, ListShelf& shelf, const NasOptions& options)
      : doors_(doors), peers_(peers), tags_(tags), chores_(chores), shelf_(shelf), options_(options) {}

  /// Sweeps what uploads to this front end left behind when it died.
  void begin();
  void on_slice(base::Now now, const doors::Principal& from, const doors::Message& slice, doors::Last last);
  void on_removal(base::Now now, const doors::Principal& from, const doors::Message& request);
  /// Forgets what a peer had begun to upload: its connection began or ended.
  void on_peer(doors::PeerId peer);

  [[nodiscard]] bool has_work() const;
  /// Reads or answers a piece of an upload, each in turn.
  void work();
  /// Commits what can be committed, and answers what the store has and the shelf holds.
  void pump();
  [[nodiscard]] bool on_durable(doors::CommitTag tag, const doors::CommitResult& result);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last);
  /// After a failure.
  void on_rested() { resting_ = false; }
  /// Drops the uploads that stopped coming.
  void on_idle_timer(base::Now now);

 private:
  [[nodiscard]] Upload* find(doors::PeerId from, std::uint64_t exchange);
  [[nodiscard]] Upload& begin_upload(base::Now now, const doors::Principal& from, const doors::Message& request);
  void check_right(Upload& upload);
  void check_national(Upload& upload);
  void check_voi(Upload& upload);
  void collect(Upload& upload, const doors::Message& slice);
  void refuse(Upload& upload, std::uint16_t status, std::string_view title, std::string_view detail = {});
  void answer(Upload& upload, std::uint16_t status, doors::Content content);
  /// Lets go of all it holds here and in the store.
  void drop(Upload& upload);
  void work_on(Upload& upload);
  void store_parts(Upload& upload);
  void put_in_force(Upload& upload);
  void settle_parts(Upload& upload, const doors::CommitResult& result);
  void rest();
  void hear_told();
  void answer_told(Upload& upload);
  void sweep_over();

  const doors::Doors& doors_;
  doors::Peers& peers_;
  Tags& tags_;
  Chores& chores_;
  ListShelf& shelf_;
  const NasOptions& options_;
  std::deque<Upload> uploads_;
  std::vector<doors::PeerId> shut_out_;        ///< peers that had too many uploads under way, until they connect again
  std::uint64_t held_ = 0;
  std::uint64_t begun_ = 0;                    ///< uploads so far
  std::size_t turn_ = 0;                       ///< of uploads_: whose piece is next
  std::optional<doors::CommitTag> in_flight_;  ///< the one commit that changes what is in force
  std::string in_flight_id_;
  std::optional<doors::QueryTag> sweeping_;
  bool idle_timer_armed_ = false;
  bool resting_ = false;
};

}  // namespace nas
