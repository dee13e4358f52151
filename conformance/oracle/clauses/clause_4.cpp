#include "conformance/oracle/clauses/clause_4.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/components.h"
#include "conformance/oracle/parse/text.h"
#include "conformance/oracle/parse/voi_rows.h"

namespace oracle {
namespace {

constexpr std::string_view kPnc = "pnc";
constexpr base::Duration kDay = base::hours(24);
constexpr std::size_t kIssuesADay = 3;

constexpr std::size_t index_of(Source source) { return static_cast<std::size_t>(source); }

/// The only source that a record could have given its hit from; nothing where there are several.
std::optional<Source> only_source(const RecordMatched& record) {
  // While the link is down Fast Track is out of reach, so that the Extract is what is put to the test.
  const bool live = record.in[index_of(Source::kFastTrack)] && record.link != LinkWas::kDown;
  std::optional<Source> only;
  for (const Source source : {Source::kFastTrack, Source::kExtract, Source::kSchengen}) {
    if (!record.in[index_of(source)] || (source == Source::kFastTrack && !live)) continue;
    if (only) return std::nullopt;
    only = source;
  }
  return only;
}

}  // namespace

NationalData::NationalData(Docket& docket, const NationalBook& book)
    : book_(book),
      sources_(docket.of("4-a")),
      issuing_(docket.of("4-b")),
      standing_in_(docket.of("4-d")),
      mmc_silent_(sources_.where("R-33", 0)),
      mmc_hits_(sources_.where("R-33", 1)),
      one_hit_(standing_in_.where("R-17", 0)) {}

void NationalData::hear(base::Instant at, const base::event::PncExtractIssued& e) {
  const auto sound = [](std::string_view csv) { return parse::is_utf8(csv) && parse::read_voi_rows(csv, [](const parse::VoiRow&) {}); };
  const bool readable = e.content == nullptr || sound(e.content->view());
  issues_.push_back({std::string(e.version), at, readable, false});
}

void NationalData::hear(base::Instant, const base::event::PncExtractLoaded& e) {
  if (e.component != kNas) return;
  const auto issue = std::find_if(issues_.rbegin(), issues_.rend(), [&](const Issue& i) { return i.version == e.version; });
  if (issue != issues_.rend()) issue->loaded = true;
}

void NationalData::matched(const RecordMatched& record, const Sighting& read, bool whole) {
  for (const RecordMatched::Hit& hit : record.hits) ++hits_[index_of(hit.source)];
  const bool by_mmc = std::any_of(record.hits.begin(), record.hits.end(), [](const auto& h) { return h.source == Source::kMmc; });
  if (record.in[index_of(Source::kMmc)] && !by_mmc && whole) ++silent_mmc_;
  if (const auto only = only_source(record); only && record.due && whole) {
    ++due_[index_of(*only)];
    missed_[index_of(*only)] += record.hits.empty() ? 1 : 0;
  }
  stood_in(record, read, whole);
}

/// 4-d: what the Extract gave while the live link was down, and that it gave nothing twice.
void NationalData::stood_in(const RecordMatched& record, const Sighting& read, bool whole) {
  any_down_ = any_down_ || record.link == LinkWas::kDown;
  if (record.link == LinkWas::kUp || !record.in[index_of(Source::kExtract)]) return;
  if (record.hits.size() > 1)
    standing_in_.against(one_hit_, read, "one hit for a read and a record of the PNC",
                         fmt::format("{} of them, the second from {}", record.hits.size(), text_of(record.hits[1].source)));
  if (!record.due || record.link != LinkWas::kDown) return;
  const std::string_view expected = "a hit from the Extract within 2 s of the read's receipt, since the live link was down";
  if (record.hits.empty()) {
    whole ? standing_in_.against(read, expected, "none") : standing_in_.undecided(read, expected, "none when the evidence ended");
  } else if (record.hits.front().at > record.received + kBudget) {
    const std::int64_t ms = (record.hits.front().at - record.received).ns / 1'000'000;
    standing_in_.against(read, expected, fmt::format("one after {}.{:03} s", ms / 1000, ms % 1000));
  } else {
    standing_in_.met(read, record.hits.size() > 1 ? standing_in_.all() & ~one_hit_ : standing_in_.all());
  }
}

/// 4-a: each source has shown that it gives hits. One that never had to is not put to the test.
void NationalData::conclude_sources() {
  for (const Source source : {Source::kFastTrack, Source::kExtract, Source::kSchengen}) {
    const std::size_t i = index_of(source);
    if (hits_[i] > 0) {
      sources_.met();
    } else if (due_[i] > 0 && missed_[i] == due_[i]) {
      sources_.against(Sighting{{}, {}, {}, {}, kNas}, fmt::format("hits from {} data", text_of(source)),
                       fmt::format("none for the {} reads that matched an entry there alone", due_[i]));
    } else {
      sources_.missing(fmt::format("no read had to match {} data", text_of(source)));
    }
  }
  conclude_mmc();
}

void NationalData::conclude_mmc() {
  const std::size_t mmc = index_of(Source::kMmc);
  const std::uint64_t hits = hits_[mmc] + invented_[mmc];
  if (!book_.told(Source::kMmc) && hits == 0) return sources_.missing("the evidence does not tell of MMC data (pnc.entries)");
  if (hits > 0) {
    sources_.met(mmc_hits_, 1);
    sources_.against(mmc_silent_, Sighting{{}, {}, {}, {}, kNas}, "no hit by MMC data alone", fmt::format("hits from mmc: {}", hits));
  } else if (silent_mmc_ > 0) {
    sources_.met(mmc_silent_, 1);
    sources_.against(mmc_hits_, Sighting{{}, {}, {}, {}, kNas}, "hits from mmc data",
                     fmt::format("none for the {} reads that matched an entry there", silent_mmc_));
  } else {
    sources_.missing("no read matched mmc data");
  }
}

/// 4-b: three issues in any 24 h, each to be had from NAS before the next comes.
void NationalData::conclude_issues(base::Instant at) {
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    const Issue& issue = issues_[i];
    const bool superseded = i + 1 < issues_.size();
    if (issue.loaded) {
      issuing_.met();
    } else if (issue.readable && superseded) {
      issuing_.against({issue.at, {}, {}, {}, kNas}, "an Extract loaded before the next was issued",
                       fmt::format("{} never loaded", parse::shown(issue.version)));
    }
    const base::Instant next = i + kIssuesADay < issues_.size() ? issues_[i + kIssuesADay].at : at;
    if (next - issue.at > kDay)
      issuing_.against({issue.at, {}, {}, {}, kPnc}, "three issues of the Extract in any 24 h",
                       fmt::format("{} in the day from {}", std::min(issues_.size() - i, kIssuesADay), base::to_rfc3339(issue.at)));
  }
  if (issues_.empty()) issuing_.missing("the evidence tells of no issue of the Extract (pnc.extract_issued)");
}

void NationalData::conclude(base::Instant at) {
  if (!book_.any()) {
    const std::string nothing = "the evidence does not tell of national data (pnc.entries, pnc.extract_issued)";
    sources_.missing(nothing);
    standing_in_.missing(nothing);
    return issuing_.missing(nothing);
  }
  conclude_sources();
  conclude_issues(at);
  if (!any_down_) standing_in_.missing("no read that matches national data came while the live link was down (pnc.link)");
}

}  // namespace oracle
