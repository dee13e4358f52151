#include "conformance/oracle/clauses/clause_6_budgets.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

using catalogue::Verdict;

std::string seconds(base::Duration d) { return fmt::format("{}.{:06} s", d.ns / 1'000'000'000, d.ns / 1000 % 1'000'000); }

Verdict verdict_of(Zone zone) { return zone == Zone::kBeyond ? Verdict::kFail : Verdict::kInconclusive; }

std::size_t index_of(Zone zone) { return zone == Zone::kBeyond ? 0 : 1; }

std::size_t number_of(std::string_view leg) { return static_cast<std::size_t>(std::find(kLegs.begin(), kLegs.end(), leg) - kLegs.begin()); }

Kind kind_of_group(bool mobile) { return mobile ? Kind::kMobile : Kind::kFixed; }

}  // namespace

Budget::Budget(Tally& tally, const Outages& outages, Limits limits, std::string_view what, std::string_view needs)
    : tally_(tally),
      outages_(outages),
      limits_(limits),
      what_(what),
      needs_(needs),
      each_(tally.where("R-09", 0)),
      percentile_(tally.where("R-09", 1)),
      by_standing_{tally.all(), tally.all() & ~tally.where("R-11", 1), tally.where("R-11", 2)} {}

Budget::Measure Budget::measure(Under set) {
  Measured& measured = measures_.emplace_back();
  measured.set = set;
  for (const base::Duration limit : {limits_.fixed, limits_.mobile}) {
    for (std::vector<Population>& groups : measured.by_group) groups.insert(groups.end(), kStandings, Population(limit));
  }
  return measures_.size() - 1;
}

void Budget::observe(Measure by, const Case& of, const Stamp& to) {
  if (!concerns_subject(of)) return;
  Measured& measured = measures_[by];
  const base::Duration latency = to.at - of.from.at;
  const base::Duration uncertainty = kResolution + calibration_ + of.from.uncertainty + to.uncertainty;
  const Zone zone = zone_of(latency, limit(of.mobile), uncertainty);
  const bool excused = zone != Zone::kWithin && excusable(of);
  const Standing standing = excused ? kUnexcused : of.buffered ? kUnlessNone : kAlways;
  const bool shown = tally_.chosen(measured.set);
  std::vector<Leg> legs;
  if (zone != Zone::kWithin || shown) legs = legs_of(of.way, of.mobile);
  if (shown && standing != kUnexcused) {
    for (const Leg& leg : legs) measured.legs[of.mobile][number_of(leg.name)].add(leg.took());
  }
  const Part part = zone == Zone::kWithin ? Part{} : this->part(of, legs);
  add(measured, part.doer, of, standing, latency, uncertainty);
  if (zone == Zone::kWithin) return;
  std::string observed = "after " + seconds(latency);
  if (zone == Zone::kUnclear) observed += ", uncertain by " + seconds(uncertainty);
  keep_late(measured, of, to.at, zone, standing, part, std::move(legs), std::move(observed));
}

/// Whether something on the way is in the subject's role.
bool Budget::concerns_subject(const Case& of) {
  if (tally_.role() == "whole") return true;
  const bool on_the_way = is_on_the_way(tally_.role(), of.mobile, {of.camera, of.path.lea, of.path.operator_name});
  passed_over_ = passed_over_ || !on_the_way;
  return on_the_way;
}

Part Budget::part(const Case& of, const std::vector<Leg>& legs, std::optional<base::Instant> open_until) const {
  if (tally_.role() == "whole") return {Doer::kSubject, culprit(of.way, legs, of.camera, of.path.lea)};
  return part_of(tally_.role(), of.way, of.mobile, {of.camera, of.path.lea, of.path.operator_name}, kResolution + calibration_, open_until);
}

void Budget::overdue(Measure by, const Case& of, base::Instant now) {
  if (!concerns_subject(of)) return;
  Measured& measured = measures_[by];
  const base::Duration waited = now - of.from.at;
  const base::Duration uncertainty = kResolution + calibration_ + of.from.uncertainty;
  if (zone_of(waited, limit(of.mobile), uncertainty) != Zone::kBeyond) return;
  const Standing standing = excusable(of) ? kUnexcused : of.buffered ? kUnlessNone : kAlways;
  std::vector<Leg> legs = legs_of(of.way, of.mobile, now);
  const Part part = this->part(of, legs, now);
  add(measured, part.doer, of, standing, waited, uncertainty);
  keep_late(measured, of, now, Zone::kBeyond, standing, part, std::move(legs),
            fmt::format("not within {}, when the evidence was closed", seconds(waited)));
}

void Budget::keep_late(Measured& measured, const Case& of, base::Instant at, Zone zone, Standing standing, const Part& part,
                       std::vector<Leg> legs, std::string observed) {
  const bool anothers = part.doer == Doer::kAnother;
  if (part.doer == Doer::kOpen) {
    zone = Zone::kUnclear;
    observed += "; the evidence does not tell whose doing it was";
  }
  std::uint64_t& kept = anothers ? measured.anothers_kept : measured.kept_count[index_of(zone)][standing];
  if (!anothers) ++measured.seen_count[index_of(zone)][standing];
  if (kept >= kKeptMax) return;
  ++kept;
  Late& late = measured.kept.emplace_back();
  late.mobile = of.mobile;
  late.read_id = of.read_id;
  late.camera = of.camera;
  late.read_text = of.read_text;
  late.component = part.component;
  late.doer = part.doer;
  late.observed = std::move(observed);
  late.at = at;
  late.due = of.from.at + limit(of.mobile);
  late.legs = std::move(legs);
  late.limit = limit(of.mobile);
  late.zone = zone;
  late.standing = standing;
}

/// R-09, the default: every latency is held to its limit. Those within it.
void Budget::conclude_within(const Measured& measured) {
  for (const bool mobile : {false, true}) {
    for (std::size_t standing = 0; standing < kStandings; ++standing) {
      const Population& latencies = population(measured, Doer::kSubject, mobile, standing);
      tally_.met(measured.set & each_ & by_standing_[standing], latencies.within(), kind_of_group(mobile));
    }
  }
}

/// Those beyond it, or too near to it. What is late however it is measured is one finding, as the profile's measure has it.
void Budget::conclude_late() {
  struct Shown {
    const Late* late;
    Under under;
  };
  std::vector<const Measured*> shown_first;
  for (const Measured& measured : measures_) {
    shown_first.insert(tally_.chosen(measured.set) ? shown_first.begin() : shown_first.end(), &measured);
  }
  std::vector<Shown> findings;
  for (const Measured* measured : shown_first) {
    for (const Late& late : measured->kept) {
      const Under under = measured->set & each_ & by_standing_[late.standing];
      const auto same = std::find_if(findings.begin(), findings.end(), [&](const Shown& f) {
        return f.late->read_id == late.read_id && f.late->zone == late.zone && f.late->doer == late.doer && (f.under & under) == 0;
      });
      if (same == findings.end()) {
        findings.push_back({&late, under});
      } else {
        same->under |= under;
      }
    }
  }
  for (const auto& [late, under] : findings) {
    Sighting where{late->at, late->read_id, late->camera, late->read_text, late->component, late->due, late->legs, late->mobile};
    if (tally_.role() != "whole") where.doer = late->doer;
    const std::string expected = fmt::format("{} within {}", what_, seconds(late->limit));
    if (late->zone == Zone::kBeyond) {
      tally_.against(under, where, expected, late->observed);
    } else {
      tally_.undecided(under, where, expected, late->observed);
    }
  }
}

/// Those of which there were more than are kept.
void Budget::conclude_unkept(const Measured& measured) {
  for (const Zone zone : {Zone::kBeyond, Zone::kUnclear}) {
    for (std::size_t standing = 0; standing < kStandings; ++standing) {
      const std::uint64_t unkept = measured.seen_count[index_of(zone)][standing] - measured.kept_count[index_of(zone)][standing];
      tally_.more(measured.set & each_ & by_standing_[standing], verdict_of(zone), unkept);
    }
  }
}

/// The latencies that count under a set of combinations.
Population Budget::counted(const Measured& measured, bool mobile, Under set, Doer doer) const {
  Population all(limit(mobile));
  for (std::size_t standing = 0; standing < kStandings; ++standing) {
    if ((by_standing_[standing] & set) == set) all.add(population(measured, doer, mobile, standing));
  }
  return all;
}

/// R-09, the other reading: the 99th percentile is held to the limit, for each alternative of R-11 over what counts under it. What others
/// alone made late is left out; with and without those of which that is not known it must come to the same.
void Budget::conclude_percentile(const Measured& measured, bool mobile) {
  for (std::uint32_t excuse = 0; excuse < kStandings; ++excuse) {
    const Under set = measured.set & percentile_ & tally_.where("R-11", excuse);
    if (set == 0) continue;
    Population all = counted(measured, mobile, set, Doer::kSubject);
    const auto zone_of_all = [&] { return zone_of(base::Duration{all.percentile(99)}, limit(mobile), all.uncertainty()); };
    const Zone without = all.empty() ? Zone::kWithin : zone_of_all();
    const Population open = counted(measured, mobile, set, Doer::kOpen);
    all.add(open);
    if (all.empty()) continue;
    const Zone with = open.empty() ? without : zone_of_all();
    const std::string expected = fmt::format("the 99th percentile of {} within {}", what_, seconds(limit(mobile)));
    const std::string observed = fmt::format("{} over {} latencies", seconds(base::Duration{all.percentile(99)}), all.size());
    Sighting where;
    where.doer = with == without ? Doer::kSubject : Doer::kOpen;
    switch (with == without ? with : Zone::kUnclear) {
      case Zone::kWithin: tally_.met(set, all.size(), kind_of_group(mobile)); break;
      case Zone::kBeyond: tally_.against(set, where, expected, observed); break;
      case Zone::kUnclear: tally_.undecided(set, where, expected, observed); break;
    }
  }
}

/// Over what counts under the profile's readings.
void Budget::hand_timing(const Measured& measured, bool mobile) {
  Population counted(limit(mobile));
  std::uint64_t left_out = 0;
  for (std::size_t standing = 0; standing < kStandings; ++standing) {
    for (const Doer doer : kDoers) {
      const Population& latencies = population(measured, doer, mobile, standing);
      if (tally_.chosen(by_standing_[standing])) {
        counted.add(latencies);
      } else {
        left_out += latencies.size();
      }
    }
  }
  if (counted.empty() && left_out == 0) return;
  Timing timing = counted.summary();
  timing.group = text_of(kind_of_group(mobile));
  timing.excused = left_out;
  for (std::size_t leg = 0; leg < kLegs.size(); ++leg) {
    LegTiming summary = measured.legs[mobile][leg].summary(kLegs[leg]);
    if (summary.n > 0) timing.legs.push_back(summary);
  }
  tally_.timing(std::move(timing));
}

void Budget::conclude() {
  conclude_late();
  for (const Measured& measured : measures_) {
    conclude_within(measured);
    conclude_unkept(measured);
    Under observed = 0;
    for (const bool mobile : {false, true}) {
      conclude_percentile(measured, mobile);
      if (tally_.chosen(measured.set)) hand_timing(measured, mobile);
      for (std::size_t standing = 0; standing < kStandings; ++standing) {
        for (const Doer doer : kDoers) {
          if (!population(measured, doer, mobile, standing).empty()) observed |= by_standing_[standing];
        }
      }
    }
    if (const Under none = measured.set & ~observed; none != 0) {
      tally_.missing(none, fmt::format("no latency {}that is not excused could be observed; it takes {}",
                                       passed_over_ ? "of the subject's ways " : "", needs_));
    }
  }
}

}  // namespace oracle
