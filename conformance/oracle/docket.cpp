#include "conformance/oracle/docket.h"

#include <algorithm>
#include <array>

#include "reference/base/check.h"

namespace oracle {
namespace {

Judgement unjudged(const catalogue::Requirement& requirement) {
  Judgement j;
  j.requirement = requirement.id;
  j.least = requirement.least_observations;
  j.reason = !requirement.not_testable.empty() ? requirement.not_testable
             : !requirement.no_case_yet.empty() ? requirement.no_case_yet
                                                : "no check of the oracle judges this requirement yet";
  return j;
}

// What each read is observed for, so that every class of camera has to show it. The plate picture, too, of what an LEA controls: clause
// 2.2.4 asks that itself.
constexpr std::array<std::string_view, 11> kByClass{"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.2.2-a", "2.2.3-a", "2.2.3-b",
                                                    "2.2.3-e", "2.3-a",   "2.3-b",   "2.3-c",   "2.3-f"};

/// Whether a requirement is on cameras of this class at all.
bool binds(const catalogue::Requirement& requirement, Kind camera_class) {
  const auto& classes = requirement.classes;
  return classes.empty() || std::find(classes.begin(), classes.end(), text_of(camera_class)) != classes.end();
}

}  // namespace

const std::vector<Check>& checks() {
  static const std::vector<Check> all{
      {"2.1-a", {}},
      {"2.2.1-a", {}},
      {"2.2.1-b", {}},
      {"2.2.1-c", {}},
      {"2.2.1-d", {}},
      {"2.2.2-a", {}},
      {"2.2.2-b", {}},
      {"2.2.3-a", {"R-06"}},
      {"2.2.3-b", {"R-26", "R-30"}},
      {"2.2.3-c", {"R-29"}},
      {"2.2.3-e", {}},
      {"2.2.3-f", {}},
      {"2.2.4-a", {"R-28"}},
      {"2.2.4-b", {}},
      {"2.2.4-c", {}},
      {"2.2.4-d", {"R-07"}},
      {"2.2.4-e", {}},
      {"2.2.4-f", {"R-07"}},
      {"2.2.4-g", {"R-07"}},
      {"2.2.4-h", {}},
      {"2.2.4-i", {}},
      {"2.3-a", {"R-08"}},
      {"2.3-b", {}},
      {"2.3-c", {}},
      {"2.3-d", {}},
      {"2.3-e", {}},
      {"2.3-f", {}},
      {"2.3-g", {}},
      {"3.1-a", {"R-13"}},
      {"3.1-c", {}},
      {"4-a", {"R-33"}},
      {"4-b", {}},
      {"4-d", {"R-17"}},
      {"5-a", {}},
      {"5-b", {"R-18", "R-23"}},
      {"5-c", {}},
      {"5-d", {"R-21", "R-25"}},
      {"5-e", {"R-25"}},
      {"5-f", {"R-35"}},
      {"5-g", {}},
      {"5-h", {"R-19"}},
      {"5-i", {}},
      {"5-j", {"R-20"}},
      {"5-k", {}},
      {"5-l", {}},
      {"5-m", {"R-22"}},
      {"5-n", {}},
      {"5-o", {}},
      {"5-p", {}},
      {"5-q", {}},
      {"6-a", {"R-03", "R-04", "R-17", "R-20", "R-34"}},
      {"6-b", {"R-09", "R-10", "R-11", "R-27"}},
      {"6-c", {"R-09", "R-11", "R-27"}},
      {"6-d", {"R-09", "R-10", "R-11"}},
      {"7-b", {}},
      {"7-c", {}},
      {"A-a", {}},
  };
  return all;
}

std::vector<std::string> judged_requirements() {
  std::vector<std::string> ids;
  for (const Check& check : checks()) ids.emplace_back(check.requirement);
  return ids;
}

Docket::Docket(const catalogue::Catalogue& catalogue, std::string_view profile, std::string_view role) : catalogue_(catalogue) {
  const catalogue::Profile* chosen = catalogue.find_profile(profile);
  PLUMB_CHECK(chosen != nullptr, "the profile is one of the catalogue's: " + std::string(profile));
  for (const Check& check : checks()) {
    const catalogue::Requirement* requirement = catalogue.find(check.requirement);
    PLUMB_CHECK(requirement != nullptr, "the catalogue holds every requirement that a check judges: " + std::string(check.requirement));
    Combinations combinations(catalogue, check.readings);
    entries_.push_back({requirement->id, std::make_unique<Tally>(*requirement, std::move(combinations), *chosen, sites_, role)});
  }
}

Tally& Docket::of(std::string_view id) {
  const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.id == id; });
  PLUMB_CHECK(at != entries_.end(), "a check judges only what checks() names: " + std::string(id));
  return *at->tally;
}

void Docket::expect(Kind camera_class) {
  for (const std::string_view id : kByClass) {
    if (camera_class != Kind::kNone && binds(*catalogue_.find(id), camera_class)) of(id).expect(camera_class);
  }
}

std::vector<Judgement> Docket::conclude() const {
  std::vector<Judgement> judgements;
  for (const catalogue::Requirement& requirement : catalogue_.requirements) {
    const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.id == requirement.id; });
    judgements.push_back(at == entries_.end() ? unjudged(requirement) : at->tally->conclude());
  }
  return judgements;
}

}  // namespace oracle
