// The lists in force, as the store has them: the same at every front end on it.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reference/doors/component.h"
#include "reference/lists/list_loader.h"
#include "reference/lists/match_index.h"
#include "reference/nas/list_manifest.h"
#include "reference/nas/tags.h"

namespace nas {

/// Follows the store's lists, whoever changes them, and holds them in a match index: each version is read as a draft, from whoever uploads
/// it here, or from its parts, as soon as another front end has stored them, and put in force in the order in which the store took them. So
/// when a version comes into force it is here already but for its last parts, and no read has to wait for it.
///
/// Shape:   work() does a piece of at most VoiListParser::kSliceBytesMax. A version that a later one of the same list has overtaken is
///          passed over: nothing can be committed under its epoch any more.
/// Source:  5-l, 6-a, 9-d; house (docs/voi-lists.md, "Lists at NAS").
class ListShelf {
 public:
  ListShelf(doors::Store& store, Tags& tags, lists::MatchRules rules) : store_(store), tags_(tags), index_(rules) {}

  /// The store's list epoch at the start.
  void begin(doors::ListEpoch epoch);
  /// The store said that its lists are of this epoch.
  void on_epoch(doors::ListEpoch epoch) { newest_ = std::max(newest_, epoch); }
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows);

  /// Whether index() holds what the store does, as far as this NAS knows.
  [[nodiscard]] bool current() const { return knows_all() && changes_.empty(); }
  /// Whether every change up to the newest epoch was told; it may not have been made in the index yet.
  [[nodiscard]] bool knows_all() const { return begun_ && told_ >= newest_; }
  [[nodiscard]] const lists::MatchIndex& index() const { return index_; }
  [[nodiscard]] doors::ListEpoch epoch() const { return epoch_; }
  [[nodiscard]] doors::ListEpoch newest() const { return newest_; }

  /// The newest version of a list that the store told of; null where there never was one.
  [[nodiscard]] const Manifest* newest_of(std::string_view file) const;
  /// The version that matches are of.
  [[nodiscard]] const Manifest* in_force(std::string_view file) const;
  /// Uploads that the store told of as versions since this was last asked, each with its epoch.
  [[nodiscard]] std::vector<Manifest> take_told() { return std::exchange(news_, {}); }
  /// Files of which a version was put in force since this was last asked.
  [[nodiscard]] std::vector<std::string> take_put_in_force() { return std::exchange(put_in_force_, {}); }

  // What is uploaded here is read here, once.

  [[nodiscard]] bool has_room() const { return index_.has_room(); }
  lists::ListLoader& begin_draft(const std::string& upload, std::string_view file);
  void drop_draft(std::string_view upload);

  /// Entries weeded at `midnight` or before may be taken out of the index.
  void weed(base::Instant midnight) { index_.weed(midnight); }
  [[nodiscard]] std::vector<std::string> files_in_force() const;
  [[nodiscard]] bool has_work() const;
  /// Does a piece of what is to be done, the upkeep of the index last.
  void work();

 private:
  /// An upload to another front end, or to this one in a former life, that is read from its parts.
  struct Reading {
    std::uint32_t parts_there = 0;
    std::uint32_t next_part = 0;
    std::optional<doors::QueryTag> query;   ///< for the part before
    base::Bytes part;
    std::size_t at = 0;                     ///< of part
    bool is_no_list = false;                ///< it will be refused where it comes in

    [[nodiscard]] bool can_go_on() const { return !is_no_list && !query && (at < part.size() || next_part < parts_there); }
  };
  void hear(const Manifest& manifest);
  void hear_upload(const doors::Row& row);
  void hear_part(const std::string& upload, std::span<const doors::Row> rows);
  [[nodiscard]] bool is_at_hand(const Manifest& change) const;
  [[nodiscard]] bool waits() const;
  void make(const Manifest& change);
  void put_in_force(const Manifest& change);
  void read_on(const std::string& upload, Reading& reading);
  void stop_reading(const std::string& upload);
  void end_change();

  doors::Store& store_;
  Tags& tags_;
  lists::MatchIndex index_;
  doors::QueryTag following_, following_uploads_;
  bool begun_ = false;                  ///< the rows that were there at the start were told
  doors::ListEpoch epoch_;              ///< of index_
  doors::ListEpoch told_;               ///< of the newest change told
  doors::ListEpoch newest_;             ///< the newest that the store spoke of
  std::deque<Manifest> changes_;        ///< told and not made yet, in order
  std::map<std::string, Manifest, std::less<>> latest_;      ///< told
  std::map<std::string, Manifest, std::less<>> in_force_;    ///< made
  std::map<std::string, std::unique_ptr<lists::ListLoader>, std::less<>> drafts_;   ///< by upload
  std::map<std::string, Reading, std::less<>> readings_;     ///< by upload; each has a draft, unless it is no list
  std::vector<Manifest> news_;
  std::vector<std::string> put_in_force_;
};

}  // namespace nas
