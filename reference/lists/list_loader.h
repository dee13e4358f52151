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
/// Owner:   `index` is the caller's and outlives it.
/// Errors:  as VoiListParser's.
class ListLoader : private ListSink {
 public:
  /// Whether the texts of entries are kept in memory for the index (KeptEntries), or the store is asked for them.
  enum class Texts : std::uint8_t { kKept, kElsewhere };

  /// `file` is a valid name (parse_list_name). Needs index.has_room().
  ListLoader(MatchIndex& index, std::string_view file, const Rules& rules = {}, Texts texts = Texts::kKept);
  ~ListLoader() override;
  ListLoader(const ListLoader&) = delete;
  ListLoader& operator=(const ListLoader&) = delete;

  [[nodiscard]] base::Result<std::size_t> feed(std::string_view bytes) { return parser_.feed(bytes); }
  [[nodiscard]] base::Result<ListCounts> finish() { return parser_.finish(); }
  [[nodiscard]] const std::deque<RefusedRow>& refused() const { return refused_; }
  /// After finish(), once.
  void put_in_force();

 private:
  void on_entry(domain::VoiEntry entry) override;
  void on_refused(RefusedRow refused) override { refused_.push_back(std::move(refused)); }

  MatchIndex& index_;
  VersionId draft_;
  VoiListParser parser_;
  std::unique_ptr<KeptEntries> kept_;   ///< null where the texts are elsewhere
  bool in_force_ = false;
  std::deque<RefusedRow> refused_;
};

}  // namespace lists
