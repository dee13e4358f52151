// Clause 6, matching: 6-a every read against every list in force, and with it when each hit was there (6-b, 6-d).
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "conformance/oracle/clauses/clause_6_budgets.h"
#include "conformance/oracle/clauses/hit_times.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"
#include "conformance/oracle/read_table.h"

namespace oracle {

/// Holds each acknowledged read's hits against the entries that it should have matched.
///
/// Shape:   one observation an acknowledged read whose hits are as they should be, none included; one against for each hit that is
///          missing and each that no entry explains. A second hit_id for a read and an entry is one too many, or is not; the
///          same hit_id again is a repeat and nothing.
/// Owner:   remembers the reads that match, and their hits, to the end.
class Matching {
 public:
  Matching(Tally& tally, ListBook& lists, ReadTable& reads, HitTimes& times);

  /// NAS acknowledged the read for the first time.
  void acknowledged(ReadState& read, base::Instant at);
  void hear(const Stamp& at, const base::event::HitSent& e);
  void hear(const Stamp& at, const base::event::HitDelivered& e);
  void hear(const Stamp& at, const base::event::HitAcknowledged& e);

  /// Nothing more is to be waited for (`whole`), or the evidence just ends.
  void close(base::Instant at, bool whole);
  /// Says what the evidence lacked.
  void conclude();

 private:
  struct Seen {
    EntryName entry;
    std::uint64_t hit = 0;
  };
  struct Matched {
    Traced read;
    ReadKey key;
    base::Instant acknowledged_at;
    bool judged = false;        ///< expected is known
    Under faulty = 0;           ///< under which a hit speaks against it
    std::vector<Expected> expected;
    std::vector<Seen> seen;
  };
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Hit {
    std::uint32_t matched = kNone;
    bool awaited = false;       ///< an operator subscribes to its list
    HitTrail trail;
  };

  Matched& matched_of(const ReadState& read);
  [[nodiscard]] static Sighting sighting(const Matched& matched, base::Instant at);
  [[nodiscard]] std::uint32_t of_hit(base::Instant at, const base::event::HitSent& e);
  [[nodiscard]] Hit* hit_of(const Stamp& at, std::string_view hit_id);
  void judge_seen(Matched& matched, const Seen& seen, base::Instant at);
  void against(Under set, Matched& matched, base::Instant at, std::string_view expected, std::string_view observed);
  void judge_missing(Matched& matched, base::Instant at, bool whole);
  void close(Matched& matched, base::Instant at, bool whole);
  [[nodiscard]] std::string words_of(EntryName entry) const;

  Tally& tally_;
  ListBook& lists_;
  ReadTable& reads_;
  HitTimes& times_;
  Under one_hit_;
  std::deque<Matched> matched_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_read_;   ///< of matched_, by key
  std::deque<Hit> hits_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_hit_;    ///< of hits_, by hash of hit_id
  Under required_ = 0;                                              ///< under which some read had to match
  tsl::robin_set<std::uint64_t, MixHash> unread_;   ///< acknowledged reads whose mark the evidence does not show
  bool closed_ = false;
};

}  // namespace oracle
