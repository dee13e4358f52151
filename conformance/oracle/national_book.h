// National data as the evidence tells of it: what stood behind each source, what NAS had loaded, and when the live link was down.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/entries.h"
#include "conformance/oracle/list_book.h"
#include "reference/base/witness.h"

namespace oracle {

enum class Source : std::uint8_t { kFastTrack, kExtract, kSchengen, kMmc };
inline constexpr std::size_t kSources = 4;
[[nodiscard]] std::string_view text_of(Source source);   ///< fast-track, extract, schengen, mmc
[[nodiscard]] std::optional<Source> source_of(std::string_view word);

/// An entry of national data that a mark matches during a stretch of time: under which readings at some moment, and under which all along.
///
/// Shape:   `record` stands for the PNC's own record, which several sources may hold: by the column PNC ID, or where that is empty by the
///          mark, the first entry of a mark in one source being the first in another. `listed` where it keeps to the template, so that
///          nobody may leave it out.
struct NationalEntry {
  Source source = Source::kFastTrack;
  EntryName entry;
  std::uint64_t record = 0;
  Under sometimes = 0, always = 0;
  bool listed = false;
  Action action = Action::kOther;
};

/// How the live link was over a stretch of time; for a while after it is back (kNoticedWithin) it counts as both. Evidence that tells of no
/// failure tells of a link that is up.
enum class LinkWas : std::uint8_t { kUp, kDown, kBoth };

class NationalBook {
 public:
  /// House: how long NAS may take to have what stands behind Schengen and MMC; the Extract has events of its own.
  static constexpr base::Duration kTakenInWithin = base::seconds(60);
  /// House: and to notice that the live link is back. That it is down it must notice within the time of a hit.
  static constexpr base::Duration kNoticedWithin = base::seconds(10);

  NationalBook(const MatchReadings& readings, ListBook& lists);

  void hear(base::Instant at, const base::event::PncLink& e);
  void hear(base::Instant at, const base::event::PncEntries& e);
  void hear(base::Instant at, const base::event::PncExtractIssued& e);
  void hear(base::Instant at, const base::event::PncExtractLoaded& e);

  /// Whether the evidence has told all that ever stood behind a source, content and all.
  [[nodiscard]] bool told(Source source) const {
    const std::size_t i = static_cast<std::size_t>(source);
    return told_[i] && !unheld_[i];
  }
  [[nodiscard]] bool any() const { return !versions_.empty(); }
  [[nodiscard]] std::uint32_t list_of(Source source) const { return lists_of_[static_cast<std::size_t>(source)]; }
  [[nodiscard]] bool is_list(std::uint32_t list) const {
    return std::find(std::begin(lists_of_), std::end(lists_of_), list) != std::end(lists_of_);
  }
  /// Whether any version that is kept holds the mark.
  [[nodiscard]] bool knows(const PackedVrm& vrm) const { return entries_.find(vrm) != nullptr; }
  /// What matches a mark, over a stretch that is past.
  [[nodiscard]] std::vector<NationalEntry> matches(const PackedVrm& vrm, base::Instant from, base::Instant to) const;
  [[nodiscard]] LinkWas link(base::Instant from, base::Instant to) const;
  /// A read that came in at an instant: what it may match is kept until it is settled, or judged.
  void open(base::Instant received) { ++open_[received.ns]; }
  void settle(base::Instant received);

 private:
  /// May match from `known` to `gone`, and must from `since` to `until`.
  struct Version {
    Source source = Source::kFastTrack;
    std::string name;   ///< of an Extract
    base::Instant known, since, until, gone;
  };
  void forget_past();
  void end(Version& version, base::Instant until, base::Instant gone);
  std::uint32_t add(Version version, const base::Bytes* content);

  const MatchReadings readings_;
  std::array<std::uint32_t, kSources> lists_of_{};
  std::array<bool, kSources> told_{}, unheld_{};
  std::vector<Version> versions_;
  EntryIndex entries_;
  std::map<std::int64_t, std::uint32_t> open_;   ///< reads under way, by the instant they came in at
  struct Failure {
    base::Instant from, to;
  };
  std::vector<Failure> failures_;   ///< of the live link; the last may be open
  bool up_ = true;
};

}  // namespace oracle
