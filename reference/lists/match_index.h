// Which entries a VRM matches, over all lists in force (clause 6), at the scale of a nation.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "reference/lists/list_parts.h"
#include "reference/lists/mark_key.h"
#include "reference/lists/slot_table.h"
#include "reference/lists/voi_list.h"

namespace lists {

/// Whether QQQQQQQ, the mark of a pass in which none was identified, can match. QQ111QQQ does where it is listed, by both readings.
enum class NoneIdentified : std::uint8_t { kNeverMatches, kMatchesWhereListed };

/// How a read and an entry are compared. The first of each is the default.
struct MatchRules {
  MarkEquality equality = MarkEquality::kAsWritten;                        ///< R-04
  NoneIdentified none_identified = NoneIdentified::kNeverMatches;          ///< R-03
};

struct ListInForce {
  std::string file;
  std::string owner;
};

/// A match: the list, the row in it, and where the row's text is stored. Good until the list is replaced.
struct Match {
  const ListInForce* list = nullptr;
  std::uint32_t row = 0;
  const PartDirectory* parts = nullptr;
};

/// All lists in force, and the entries by VRM.
///
/// A list comes in as a draft, entry by entry: begin(), add()..., put_in_force(). A find() between any two calls sees the old version whole
/// until put_in_force(), and the new one whole from then on. What the old one leaves behind is taken out by tend(), piece by piece. No call
/// but replace() takes longer than a millisecond or so, however long the list; find() never waits.
///
/// Shape:   16 bytes an entry in slots that are 0.85 to 0.88 full, so about 20.5 bytes an entry; texts are in the store. No false
///          match: a mark of at most ten letters and digits is compared as a number that stands for itself alone, any other as text. Days
///          are whole days GMT: an entry's start and weed instants lie at 00:00, or are the least and the greatest.
/// Source:  5-j, 5-o, 6-a. How it is laid out: slot_table.h.
class MatchIndex {
 public:
  static constexpr std::size_t kVersionsMax = 65'534;   ///< lists in force, drafts, and versions that are being taken out

  explicit MatchIndex(MatchRules rules = {}) : rules_(rules) {}

  [[nodiscard]] bool has_room() const;
  /// A new version of a list, which nothing finds before it is put in force. Needs has_room().
  [[nodiscard]] VersionId begin(std::string file, std::string owner);
  /// `entry.row` is at most kRowMax.
  void add(VersionId draft, const domain::VoiEntry& entry);
  /// In place of the list of the same file name.
  void put_in_force(VersionId draft, PartDirectory parts);
  void abandon(VersionId draft);

  /// All of this at once, and tend(): takes time in proportion to the list and to what it replaces.
  void replace(VoiList list);
  void remove(std::string_view file);

  /// The parts of a list in force; null where there is no such list. Good until the list is replaced.
  [[nodiscard]] const PartDirectory* parts_of(std::string_view file) const;
  /// From now on entries weeded by `at` are in nobody's way: tend() takes their postings out.
  void weed(base::Instant at);

  [[nodiscard]] bool has_to_tend() const { return sweep_ || is_sweep_due(); }
  /// Does a piece of what is due after lists were replaced or weeded. Says whether more is.
  bool tend();

  /// Adds to `matches` the entries in force at `at` (start and weed date, R-20) for this VRM, by file name and row.
  void find(const domain::Vrm& vrm, base::Instant at, std::vector<Match>& matches) const;

  /// Says that find() will be asked for this VRM soon: with several at once their ways to memory overlap.
  [[gnu::always_inline]] void prepare(const domain::Vrm& vrm) const {
    if (const auto packed = pack(vrm.text(), rules_.equality)) slots_.prepare(place_of(*packed));
  }

  /// Of lists in force.
  [[nodiscard]] std::size_t entries() const { return entries_; }
  /// Of slots, without the entry sources and the table for marks that are longer or on very many lists.
  [[nodiscard]] std::size_t bytes() const { return slots_.bytes(); }

 private:
  enum class State : std::uint8_t { kDraft, kInForce, kDead, kSwept };
  struct Version {
    ListInForce list;
    PartDirectory parts;
    std::size_t postings = 0;
    State state = State::kDraft;
  };
  struct Sweep {
    std::size_t next_shard = 0;
    std::string after;            ///< the last mark of aside_ that was looked at
    bool aside_done = false;
    std::uint32_t weed_day = 0;   ///< what is in force until this day or one before goes, too
    std::size_t postings = 0;     ///< that it takes out
  };

  template <class OnPosting>
  void visit(std::string_view mark, OnPosting&& on_posting) const;
  void insert(std::string_view mark, const Posting& posting);
  void move_aside(Place place, std::vector<Posting>& postings);

  [[nodiscard]] bool is_alive(VersionId version) const;
  [[nodiscard]] bool stays(const Posting& posting);
  void retire(VersionId version);
  [[nodiscard]] bool is_sweep_due() const;
  void begin_sweep();
  void sweep_shards();
  void sweep_aside();
  void end_sweep();

  MatchRules rules_;
  std::vector<std::unique_ptr<Version>> versions_;     ///< by VersionId; null where the number is free
  std::vector<VersionId> free_versions_;
  std::map<std::string, VersionId, std::less<>> in_force_;
  std::size_t entries_ = 0;

  SlotTable slots_;
  std::map<std::string, std::vector<Posting>, std::less<>> aside_;   ///< marks that are longer, or on very many lists

  std::size_t dead_versions_ = 0;
  std::size_t dead_postings_ = 0;
  std::uint32_t weed_day_ = 0;
  bool weeding_due_ = false;
  std::unique_ptr<Sweep> sweep_;
};

}  // namespace lists
