// VOI lists: taking them in, and which are in force.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/lists/match_index.h"
#include "reference/nas/tags.h"

namespace nas {

/// Takes lists in slices, stores each whole, and puts it in force when it is durable.
///
/// Shape:   a list of at most kListBytesMax; what is larger is answered 413. Up to this bound a list is parsed in one call.
/// Errors:  403 where the speaker is no list owner, or not of the organisation that the file name begins with; 413; 422 where the
///          file is no list at all; 503 where too much is under way. A row that breaks the template is no error: the answer names it.
/// Source:  5-l, 5-m, 9-d; R-22.
class ListDesk {
 public:
  static constexpr std::size_t kListBytesMax = 4 * 1024 * 1024;
  static constexpr std::size_t kUploadsMax = 16;

  ListDesk(const doors::Doors& doors, doors::Peers& peers, Tags& tags, base::Duration retry_after)
      : doors_(doors), peers_(peers), tags_(tags), retry_after_(retry_after) {}

  /// Nothing is stored yet, or: the lists of `epoch` are, and are read.
  void begin(doors::ListEpoch epoch, bool anything_stored);
  /// Whether index() is what the store holds, as far as this NAS knows.
  [[nodiscard]] bool current() const { return !reading_ && epoch_ >= newest_; }
  [[nodiscard]] const lists::MatchIndex& index() const { return index_; }
  [[nodiscard]] doors::ListEpoch epoch() const { return epoch_; }
  /// A commit was refused since the store's lists are of `epoch`: somebody has changed them, perhaps this NAS itself just now.
  void on_stale(doors::ListEpoch epoch);

  void on_slice(const doors::Principal& from, const doors::Message& slice, doors::Last last);
  /// Forgets what a peer had begun to upload: its connection began or ended.
  void on_peer(doors::PeerId peer);

  void pump();
  [[nodiscard]] bool on_durable(doors::CommitTag tag, const doors::CommitResult& result);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last);
  void on_timer() { resting_ = false; }

 private:
  /// What came of an upload so far. One that was answered already is kept until its last slice, which must not pass for a whole list.
  struct Upload {
    doors::PeerId from;
    doors::Message request;
    std::string csv;
    bool answered = false;
  };
  /// A list on its way into the store.
  struct Accepted {
    doors::PeerId from;
    doors::Session session;
    doors::Message request;
    base::Bytes csv;
    lists::VoiList list;
  };
  void collect(const doors::Principal& from, Upload& upload, const doors::Message& slice);
  void refuse(Upload& upload, std::uint16_t status, std::string_view title, std::string_view detail = {});
  void finish(const doors::Principal& from, Upload upload);
  void put_in_force(doors::ListEpoch epoch);
  void read_all();

  const doors::Doors& doors_;
  doors::Peers& peers_;
  Tags& tags_;
  base::Duration retry_after_;
  lists::MatchIndex index_;
  lists::MatchIndex read_;                  ///< what is being read
  doors::ListEpoch epoch_;                  ///< of index_
  doors::ListEpoch newest_;                 ///< the newest that the store told of
  doors::ListEpoch read_epoch_;             ///< what read_ is at least as new as
  std::optional<doors::QueryTag> reading_;
  std::vector<Upload> uploads_;
  std::vector<doors::PeerId> shut_out_;     ///< peers that had too many uploads under way, until they connect again
  std::deque<Accepted> accepted_;           ///< the first is being committed
  std::optional<doors::CommitTag> in_flight_;
  bool resting_ = false;
};

}  // namespace nas
