// Clause 6, matching: 6-a every read against every list in force, and with it when each hit was there (6-b, 6-d).
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "conformance/oracle/clause_6_budgets.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"
#include "conformance/oracle/read_table.h"

namespace oracle {

/// Holds each acknowledged read's hits against the entries that it should have matched.
///
/// Shape:   one observation an acknowledged read whose hits are as they should be, none included; one against for each hit that is
///          missing and each that no entry explains. A second hit_id for a read and an entry is one too many; the same
///          hit_id again is a repeat and nothing.
/// Owner:   remembers the reads that match, and their hits, to the end.
class Matching {
 public:
  Matching(Docket& docket, ListBook& lists, ReadTable& reads, Budget& capture_to_hit, Budget& receipt_to_hit);

  /// NAS acknowledged the read for the first time.
  void acknowledged(ReadState& read, base::Instant at);
  void hear(const Stamp& at, const base::event::HitSent& e);
  void hear(const Stamp& at, const base::event::HitDelivered& e);

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
    ReadKey key;
    std::string read_id, camera, lea;
    std::optional<Stamp> captured, received;
    base::Instant acknowledged_at;
    bool mobile = false;
    bool judged = false;      ///< expected is known
    bool faulty = false;      ///< a hit speaks against it
    Expected expected;
    std::vector<Seen> seen;
  };
  struct Hit {
    std::uint32_t matched = 0;
    EntryName entry;
    std::string id;
    std::vector<std::uint16_t> delivered_to;
  };
  static constexpr std::uint32_t kNone = UINT32_MAX;

  Matched& matched_of(const ReadState& read);
  [[nodiscard]] static Sighting sighting(const Matched& matched, base::Instant at) { return {at, matched.read_id, matched.camera, {}}; }
  [[nodiscard]] std::uint32_t of_hit(base::Instant at, const base::event::HitSent& e);
  void judge_seen(Matched& matched, const Seen& seen, base::Instant at);
  void against(Matched& matched, base::Instant at, std::string_view expected, std::string_view observed);
  void close(Matched& matched, base::Instant at, bool whole);
  std::uint16_t operator_number(std::string_view name);
  [[nodiscard]] std::string words_of(EntryName entry) const;

  Tally& tally_;
  ListBook& lists_;
  ReadTable& reads_;
  Budget& capture_to_hit_;
  Budget& receipt_to_hit_;
  std::deque<Matched> matched_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_read_;   ///< of matched_, by key
  std::deque<Hit> hits_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_hit_;    ///< of hits_, by hash of hit_id
  std::vector<std::string> operators_;
  std::uint64_t required_ = 0;
  tsl::robin_set<std::uint64_t, MixHash> unread_;   ///< acknowledged reads whose mark the evidence does not show
  bool closed_ = false;
};

}  // namespace oracle
