#include "conformance/oracle/tally.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "conformance/oracle/components.h"

namespace oracle {
namespace {

using catalogue::Verdict;

constexpr std::array<std::string_view, kKinds> kWords{"static", "moveable", "dual_lane", "cctv", "mobile", "fixed", ""};

template <class Each>
void each_in(Under set, Each each) {
  for (std::size_t number = 0; set != 0; ++number, set >>= 1) {
    if ((set & 1) != 0) each(number);
  }
}

std::string in_words(std::uint64_t observations) {
  return observations == 1 ? "1 observation" : fmt::format("{} observations", observations);
}

}  // namespace

std::string_view text_of(Kind kind) { return kWords[static_cast<std::size_t>(kind)]; }

Kind kind_of(std::string_view camera_class) {
  const auto* at = std::find(kWords.begin(), kWords.begin() + 5, camera_class);
  return at == kWords.begin() + 5 ? Kind::kNone : static_cast<Kind>(at - kWords.begin());
}

bool Judgement::robust() const {
  return std::all_of(otherwise.begin(), otherwise.end(), [this](const Otherwise& o) { return o.conclusion.verdict == verdict; });
}

Tally::Tally(const catalogue::Requirement& requirement, Combinations combinations, const catalogue::Profile& profile, SiteBook& sites,
             std::string_view role)
    : id_(requirement.id),
      observable_(requirement.observable),
      role_(role),
      least_(requirement.least_observations),
      sites_(sites),
      combinations_(std::move(combinations)),
      chosen_(combinations_.chosen_by(profile)),
      apart_(combinations_.size()) {}

std::uint64_t Tally::Counts::met_all() const { return std::accumulate(met.begin(), met.end(), std::uint64_t{0}); }

void Tally::met(Under set, std::uint64_t count, Kind kind) {
  const auto at = static_cast<std::size_t>(kind);
  if (set == all()) {
    common_.met[at] += count;
  } else {
    each_in(set, [&](std::size_t number) { apart_[number].met[at] += count; });
  }
}

void Tally::met(const Sighting& sighting, Under set, Kind kind) {
  if (is_anothers(sighting)) {
    anothers_ = true;
  } else {
    met(set, 1, kind);
  }
}

/// A mobile unit's cameras are its own, and cameras as well.
Doer Tally::doer_of(const Sighting& sighting) const {
  if (role_ == "whole") return Doer::kSubject;
  if (sighting.doer) return *sighting.doer;
  const std::string_view doer = sighting.component.empty() && !sighting.camera.empty() ? "camera" : role_of(sighting.component);
  if (doer.empty()) return Doer::kUntold;
  const bool subjects = doer == role_ || (role_ == "camera" && doer == "mobile") ||
                        (role_ == "mobile" && doer == "camera" && sighting.of_unit);
  return subjects ? Doer::kSubject : Doer::kAnother;
}

void Tally::more(Under set, Verdict verdict, std::uint64_t count) {
  const auto field = verdict == Verdict::kFail ? &Counts::against : &Counts::undecided;
  if (set == all()) {
    common_.*field += count;
  } else {
    each_in(set, [&](std::size_t number) { apart_[number].*field += count; });
  }
}

void Tally::against(Under set, const Sighting& sighting, std::string_view expected, std::string_view observed) {
  if (set == 0) return;
  if (is_anothers(sighting)) {
    anothers_ = true;
    return keep(Verdict::kObserved, set, sighting, expected, observed);
  }
  if (doer_of(sighting) == Doer::kOpen) return undecided(set, sighting, expected, observed);
  more(set, Verdict::kFail, 1);
  keep(Verdict::kFail, set, sighting, expected, observed);
}

void Tally::undecided(Under set, const Sighting& sighting, std::string_view expected, std::string_view observed) {
  if (set == 0 || is_anothers(sighting)) return;
  more(set, Verdict::kInconclusive, 1);
  keep(Verdict::kInconclusive, set, sighting, expected, observed);
}

void Tally::missing(Under set, std::string observation) { lacks_.push_back({set, std::move(observation)}); }

/// Lower is shown first: what the profile sees before what other readings see, and violations before what is undecided.
/// What is another part's comes last.
int Tally::rank(Verdict verdict, Under set) const {
  const int of_verdict = verdict == Verdict::kFail ? 0 : verdict == Verdict::kInconclusive ? 1 : 2;
  return (chosen(set) ? 0 : 3) + of_verdict;
}

void Tally::keep(Verdict verdict, Under set, const Sighting& s, std::string_view expected, std::string_view observed) {
  if (chosen(set) && !s.camera.empty() && verdict != Verdict::kObserved) sites_.found(s.camera, verdict);
  const int ours = rank(verdict, set);
  const auto place = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return rank(k.finding.verdict, k.under) > ours; });
  if (place == kept_.end() && kept_.size() >= kFindingsMax) return;
  const auto elsewhere = [this](const Kept& k) { return !chosen(k.under); };
  if (!chosen(set) && static_cast<std::size_t>(std::count_if(kept_.begin(), kept_.end(), elsewhere)) >= kElsewhereMax) return;
  Kept kept{{}, set};
  Finding& f = kept.finding;
  f.requirement = id_;
  f.verdict = verdict;
  f.at = s.at;
  f.read_id = s.read_id;
  f.camera = s.camera;
  f.doer = doer_of(s);
  const bool cameras = s.component.empty() && !s.camera.empty() && !s.doer;
  f.component = cameras ? fmt::format("camera:{}", s.camera) : std::string(s.component);
  f.expected = expected;
  f.observed = observed;
  f.read_text = s.read_text;
  f.due = s.due == base::Instant{} ? s.at : s.due;
  f.legs = s.legs;
  kept_.insert(place, std::move(kept));
  if (kept_.size() > kFindingsMax) kept_.pop_back();
}

Tally::Counts Tally::counts(std::size_t number) const {
  Counts sum = common_;
  for (std::size_t kind = 0; kind < kKinds; ++kind) sum.met[kind] += apart_[number].met[kind];
  sum.against += apart_[number].against;
  sum.undecided += apart_[number].undecided;
  return sum;
}

bool Tally::any_met() const {
  return common_.met_all() > 0 || std::any_of(apart_.begin(), apart_.end(), [](const Counts& c) { return c.met_all() > 0; });
}

/// The first kind of which too little was observed.
Kind Tally::scarce(const Counts& counts) const {
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    if (expected_[kind] && counts.met[kind] < least_) return static_cast<Kind>(kind);
  }
  return Kind::kNone;
}

void Tally::conclude_from(const Counts& counts, std::size_t number, Conclusion& c) const {
  const auto lack = std::find_if(lacks_.begin(), lacks_.end(), [&](const Lack& l) { return (l.under >> number & 1) != 0; });
  const Kind kind = scarce(counts);
  if (c.against > 0) {
    c.verdict = Verdict::kFail;
  } else if (lack != lacks_.end()) {
    c.verdict = Verdict::kNotRun;
    c.reason = lack->what;
  } else if (c.undecided > 0) {
    c.verdict = Verdict::kInconclusive;
    c.reason = fmt::format("{} {} undecided", in_words(c.undecided), c.undecided == 1 ? "is" : "are");
  } else if (!open_.empty() && c.observations > 0) {
    c.verdict = Verdict::kInconclusive;
    c.reason = open_;
  } else if (c.observations == 0 && anothers_) {
    c.reason = "what the evidence shows of it is the doing of parts in other roles than the subject's";
  } else if (c.observations == 0) {
    c.reason = fmt::format("nothing in the evidence shows it; it would show in: {}", observable_);
  } else if (c.observations < least_ || kind != Kind::kNone) {
    c.verdict = Verdict::kInconclusive;
    c.too_few = true;
    c.reason = c.observations < least_ ? fmt::format("{}; at least {} are needed", in_words(c.observations), least_)
                                       : fmt::format("{} of class {}; at least {} are needed",
                                                     in_words(counts.met[static_cast<std::size_t>(kind)]), text_of(kind), least_);
  } else {
    c.verdict = Verdict::kPass;
  }
}

Conclusion Tally::conclude(std::size_t number) const {
  const Counts all = counts(number);
  Conclusion conclusion;
  conclusion.observations = all.met_all();
  conclusion.against = all.against;
  conclusion.undecided = all.undecided;
  conclude_from(all, number, conclusion);
  return conclusion;
}

/// Findings of one read that say the like under different readings are one finding: a budget measured from another instant, say. What the
/// first of them observed is shown.
std::vector<Tally::Kept> Tally::joined() const {
  std::vector<Kept> all;
  for (const Kept& kept : kept_) {
    const Finding& f = kept.finding;
    const auto like = std::find_if(all.begin(), all.end(), [&](const Kept& k) {
      return !f.read_id.empty() && k.finding.read_id == f.read_id && k.finding.verdict == f.verdict && k.finding.expected == f.expected &&
             (k.under & kept.under) == 0;
    });
    if (like == all.end()) {
      all.push_back(kept);
    } else {
      like->under |= kept.under;
    }
  }
  return all;
}

Judgement Tally::conclude() const {
  Judgement j;
  static_cast<Conclusion&>(j) = conclude(chosen_);
  j.requirement = id_;
  j.least = least_;
  j.sampled_one_in = sampled_one_in_;
  j.timings = timings_;
  j.inspected = inspected_;
  for (Kept& kept : joined()) {
    kept.finding.in_profile = chosen(kept.under);
    kept.finding.robust = kept.under == all();
    if (!kept.finding.robust) kept.finding.readings = combinations_.projected(kept.under);
    j.findings.push_back(std::move(kept.finding));
  }
  for (std::size_t number = 0; number < combinations_.size(); ++number) {
    if (number != chosen_) j.otherwise.push_back({combinations_.choices(number), conclude(number)});
  }
  return j;
}

}  // namespace oracle
