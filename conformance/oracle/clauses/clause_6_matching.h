// Clause 6, matching: 6-a every read against every list and national data, and with it when each hit was there (6-b, 6-d).
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "conformance/oracle/clauses/clause_4.h"
#include "conformance/oracle/clauses/clause_5_keeping.h"
#include "conformance/oracle/clauses/clause_5_lists.h"
#include "conformance/oracle/clauses/hit_times.h"
#include "conformance/oracle/clauses/hits_shown.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"
#include "conformance/oracle/national_book.h"
#include "conformance/oracle/read_table.h"

namespace oracle {

/// What matching looks up.
struct MatchingBooks {
  const Subscriptions& subscriptions;
  ListBook& lists;
  NationalBook& national;
  ReadTable& reads;
};

/// Whom matching tells of what it finds, beside its own tally.
struct MatchingTells {
  HitTimes& times;
  ListIntake& intake;
  EntryDays& days;
  NationalData& national;
  HitsShown& shown;
};

/// Holds each acknowledged read's hits against the entries that it should have matched.
///
/// Shape:   one observation an acknowledged read whose hits are as they should be, none included; one against for each hit that is
///          missing and each that no entry explains. A second hit_id for a read and an entry, or for a read and a record of the PNC, is one
///          too many, or is not. The same hit_id again is a repeat and nothing; for another read or entry it is another hit, and
///          what is delivered is then the first that its operator does not have yet.
/// Owner:   remembers the reads that match, and their hits, to the end.
class Matching {
 public:
  Matching(Tally& tally, MatchingBooks books, MatchingTells tells);

  /// NAS acknowledged the read for the first time.
  void acknowledged(ReadState& read, base::Instant at);
  void hear(const Stamp& at, const base::event::HitSent& e);
  void hear(const Stamp& at, const base::event::HitDelivered& e);
  void hear(const Stamp& at, const base::event::HitAcknowledged& e);
  void hear(const Stamp& at, const base::event::SymbolShown& e);

  /// It is so late: national data is judged when the time of its hits is over.
  void advance(base::Instant now) {
    while (!waiting_.empty() && waiting_.front().until < now) judge_national();
  }
  /// Nothing more is to be waited for (`whole`), or the evidence just ends.
  void close(base::Instant at, bool whole);
  /// Says what the evidence lacked.
  void conclude();
  /// Whether an entry of a list that may gave a hit.
  [[nodiscard]] bool gave_hits() const { return gave_hits_; }

 private:
  struct Seen {
    EntryName entry;
    std::uint32_t hit = 0;   ///< of hits_
    base::Instant at;
    std::optional<Source> source;   ///< of national data
  };
  struct Matched {
    Traced read;
    ReadKey key;
    PackedVrm vrm;
    base::Instant acknowledged_at;
    bool judged = false;          ///< expected is known
    bool national_judged = false; ///< and so is national
    LinkWas link = LinkWas::kUp;
    Under faulty = 0;             ///< under which a hit speaks against it
    std::vector<Expected> expected;
    std::vector<Lapsed> lapsed;
    std::vector<NationalEntry> national;
    std::vector<Seen> seen;
  };
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Hit {
    std::string id;
    std::uint64_t read = 0;          ///< hash of read_id
    std::uint32_t before = kNone;    ///< the hit before it of that id
    std::uint32_t matched = kNone;
    EntryName entry;
    HitTrail trail;
  };
  /// A delivery of which it is not known yet whether it was to somebody who may see it.
  struct Delivery {
    std::uint32_t hit = 0;   ///< of hits_
    base::Instant at;
    std::string operator_name;
  };
  /// A read whose national data is to be judged when `until` is past.
  struct Waiting {
    std::uint32_t matched = kNone;
    base::Instant until;
  };

  Matched& matched_of(const ReadState& read);
  [[nodiscard]] std::uint32_t number_of(const ReadState& read) const { return by_read_.at(read.key.packed()); }
  [[nodiscard]] static Sighting sighting(const Matched& matched, base::Instant at);
  [[nodiscard]] bool is_repeat(const base::event::HitSent& e, EntryName entry);
  [[nodiscard]] std::uint32_t of_hit(base::Instant at, const base::event::HitSent& e);
  [[nodiscard]] bool is_unknowable(base::Instant at, const base::event::HitSent& e);
  template <class Has>
  [[nodiscard]] Hit* first_without(Hit* last, Has has);
  [[nodiscard]] Hit* hit_of(const Stamp& at, std::string_view hit_id);
  [[nodiscard]] HitOf named(const Hit& hit) const;
  [[nodiscard]] std::optional<Action> action_of(const Matched& matched, EntryName entry) const;
  void expect(Matched& matched, const ReadState& read, base::Instant to);
  void judge_seen(Matched& matched, const Seen& seen, base::Instant at);
  void against(Under set, Matched& matched, base::Instant at, std::string_view expected, std::string_view observed);
  void judge_missing(Matched& matched, base::Instant at, bool whole);
  void missing(Under set, Matched& matched, base::Instant at, const std::string& expected, bool sure);
  void judge_national();
  void judge_national_seen(Matched& matched, const Seen& seen, base::Instant at);
  void close_national(Matched& matched, base::Instant at, bool whole);
  [[nodiscard]] RecordMatched record_of(const Matched& matched, std::uint64_t record) const;
  [[nodiscard]] Under required_of(const Matched& matched, std::uint64_t record) const;
  [[nodiscard]] bool given_up(const Matched& matched, base::Instant at, bool whole) const;
  void close(Matched& matched, base::Instant at, bool whole);
  void close_times(const Hit& hit, base::Instant at, bool whole);
  [[nodiscard]] std::string words_of(EntryName entry) const;

  Tally& tally_;
  const Subscriptions& subscriptions_;
  ListBook& lists_;
  NationalBook& national_;
  ReadTable& reads_;
  MatchingTells tells_;
  Under one_hit_;
  std::deque<Matched> matched_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_read_;   ///< of matched_, by key
  std::deque<Hit> hits_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_hit_;    ///< of hits_, by hash of hit_id; the last of that id
  tsl::robin_set<std::uint64_t, MixHash> reused_;   ///< what was sent under a hit_id that stands for more than one thing
  std::vector<Delivery> unsettled_;
  bool nameless_ = false;   ///< a hit was told that names no read
  std::deque<Waiting> waiting_;
  Under required_ = 0;                                              ///< under which some read had to match
  tsl::robin_set<std::uint64_t, MixHash> unread_;   ///< acknowledged reads whose mark the evidence does not show
  bool closed_ = false, gave_hits_ = false;
};

}  // namespace oracle
