// A VOI list on its way from slices of a file into the match index.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "reference/lists/match_index.h"
#include "reference/lists/voi_parser.h"

namespace lists {

/// Reads a list in slices and puts its entries into a draft of the index, so that no call takes long and reads find the version before it
/// until put_in_force(). One that is given up before that leaves nothing in force.
///
/// Shape:   whoever feeds it stores what was fed, in parts of whole rows, and says where each ends, the last behind finish(). Texts of
///          entries are in the parts alone.
/// Owner:   `index` is the caller's and outlives it.
/// Errors:  as VoiListParser's.
class ListLoader : private ListSink {
 public:
  /// `file` is a valid name (parse_list_name). Needs index.has_room().
  ListLoader(MatchIndex& index, std::string_view file, const Rules& rules = {});
  ~ListLoader() override;
  ListLoader(const ListLoader&) = delete;
  ListLoader& operator=(const ListLoader&) = delete;

  [[nodiscard]] base::Result<std::size_t> feed(std::string_view bytes) { return parser_.feed(bytes); }
  [[nodiscard]] base::Result<ListCounts> finish() { return parser_.finish(); }
  /// The bytes at the end of what was fed that belong to a row which is not whole.
  [[nodiscard]] std::size_t open_bytes() const { return parser_.open_bytes(); }
  /// All rows so far belong to the parts so far.
  void end_part() { parts_.end_part(parser_.rows(), parser_.is_begun()); }
  [[nodiscard]] const std::deque<RefusedRow>& refused() const { return refused_; }
  /// After finish(), once.
  void put_in_force();

 private:
  void on_entry(domain::VoiEntry entry) override;
  void on_refused(RefusedRow refused) override { refused_.push_back(std::move(refused)); }

  MatchIndex& index_;
  VersionId draft_;
  VoiListParser parser_;
  PartDirectory parts_;
  bool in_force_ = false;
  std::deque<RefusedRow> refused_;
};

}  // namespace lists
