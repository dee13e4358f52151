// Clause 4: the national databases. 4-a each is run, 4-b the Extract comes and is to be had, 4-d it stands in for the live link.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/national_book.h"

namespace oracle {

/// What became of one record of the PNC that a read matched.
///
/// Shape:   `in` says which sources had it, from the read's receipt until its hit was due; `due` whether a hit had to come however the
///          clauses are read. `hits` are those for it, in order, each under a number of its own.
struct RecordMatched {
  struct Hit {
    Source source = Source::kFastTrack;
    base::Instant at;
  };
  std::array<bool, kSources> in{};
  bool due = false;
  LinkWas link = LinkWas::kUp;
  base::Instant received;
  std::vector<Hit> hits;
};

class NationalData {
 public:
  /// When a hit is due, from a read's receipt at NAS (R-17, 6-d).
  static constexpr base::Duration kBudget = base::seconds(2);

  NationalData(Docket& docket, const NationalBook& book);

  void hear(base::Instant at, const base::event::PncExtractIssued& e);
  void hear(base::Instant at, const base::event::PncExtractLoaded& e);
  /// `whole`: nothing more is to be waited for.
  void matched(const RecordMatched& record, const Sighting& read, bool whole);
  /// A hit of national data that no record explains.
  void invented(Source source) { ++invented_[static_cast<std::size_t>(source)]; }
  void conclude(base::Instant at);

 private:
  struct Issue {
    std::string version;
    base::Instant at;
    bool readable = false, loaded = false;
  };
  void stood_in(const RecordMatched& record, const Sighting& read, bool whole);
  void conclude_sources();
  void conclude_mmc();
  void conclude_issues(base::Instant at);

  const NationalBook& book_;
  Tally& sources_;    // 4-a
  Tally& issuing_;    // 4-b
  Tally& standing_in_;   // 4-d
  Under mmc_silent_, mmc_hits_;   // R-33, of 4-a
  Under one_hit_;                 // R-17, of 4-d
  std::array<std::uint64_t, kSources> hits_{}, due_{}, missed_{}, invented_{};
  std::uint64_t silent_mmc_ = 0;   ///< reads that matched MMC data and gave no hit of it
  bool any_down_ = false;
  std::vector<Issue> issues_;
};

}  // namespace oracle
