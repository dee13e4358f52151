// Clause 3.1: the ledger of what was accepted and what NAS gives back.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "conformance/oracle/content.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/read_table.h"

namespace oracle {

/// 3.1-a each accepted read is given back, whole; 3.1-c once.
///
/// Shape:   one observation of 3.1-a a read that was given back as NAS received it, of 3.1-c a read with one capture. What is remembered
///          of an acknowledged read is 25 bytes until the captures come back, and 4 to 8 more from then on.
class Ledger {
 public:
  Ledger(Docket& docket, ReadTable& reads, Images& images, std::uint32_t evidence_one_in);

  /// NAS acknowledged the read for the first time, or again.
  void acknowledged(const ReadState& read, std::string_view capture_id, base::Instant at);
  void acknowledged_again(ReadKey key, std::string_view capture_id, base::Instant at);
  /// NAS acknowledged a read without a name.
  void acknowledged_nameless(base::Instant at);
  void refused(ReadKey key) { refused_.insert(key.packed()); }

  void hear(base::Instant at, const base::event::CaptureReturned& e);
  /// `pending` reads that NAS has received and not answered may be in its store or not.
  void hear(base::Instant at, const base::event::StoreCensus& e, std::uint64_t pending);

  /// Nothing more is to be waited for (`whole`), or the evidence just ends.
  void close(base::Instant at, bool whole);
  void conclude(base::Instant at);

 private:
  enum Mark : std::uint8_t { kGivenBack = 1, kImagesUnseen = 2, kContentUnknown = 4 };
  struct Capture {
    std::uint64_t id = 0;        ///< hash of capture_id
    std::uint64_t content = 0;
    ReadKey key;
  };
  struct Census {
    base::Instant at;
    std::int64_t count = 0;
    std::uint64_t acknowledged = 0, pending = 0;
  };

  /// Brings the index up to the last capture. It costs a cache miss a read, so it waits until somebody asks.
  void index(base::Instant now);
  /// The place in by_id_ of the first capture of that id, or where it would be.
  [[nodiscard]] std::size_t place_of(std::uint64_t id) const;
  /// In captures_; kNowhere where no capture has that id.
  [[nodiscard]] std::uint32_t position_of(std::string_view capture_id) const;
  void record(const Capture& capture, std::uint8_t marks);
  void unnamed(ReadKey key, base::Instant at);
  [[nodiscard]] Sighting sighting(base::Instant at, std::string_view read_id) const { return {at, read_id, {}, {}, "nas"}; }
  void judge_census(std::uint64_t before);

  Tally& kept_;
  Tally& once_;
  ReadTable& reads_;
  Under by_any_;                        ///< R-13: what any component accepted counts
  std::uint32_t evidence_one_in_;
  Contents contents_;
  std::deque<Capture> captures_;        // millions of them: a vector would hold twice as many while it grows
  std::deque<std::uint8_t> marks_;      ///< of captures_, by position
  std::vector<std::uint32_t> by_id_;    ///< positions in captures_, open addressing by id; at most three quarters full
  std::size_t indexed_ = 0;
  std::map<std::uint32_t, std::uint64_t> other_contents_;            ///< by position: as received again
  tsl::robin_set<std::uint64_t, MixHash> refused_;
  std::uint64_t acknowledged_ = 0;      ///< distinct reads
  std::uint64_t doubled_ = 0;
  std::uint64_t nameless_ = 0;
  std::uint64_t returned_ = 0;
  std::uint64_t before_ = 0;            ///< captures in NAS's store before the first of ours
  std::optional<Census> census_;
  bool any_unnamed_ = false;            ///< some read was acknowledged without a capture_id
  bool audited_ = false;                ///< captures were asked for after all was to be at rest
  bool whole_ = false;
};

}  // namespace oracle
