#include "conformance/oracle/docket.h"

#include <algorithm>

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

}  // namespace

Docket::Docket(const catalogue::Catalogue& catalogue) : catalogue_(catalogue) {
  for (const std::string& id : judged_requirements()) {
    const catalogue::Requirement* requirement = catalogue.find(id);
    PLUMB_CHECK(requirement != nullptr, "the catalogue holds every requirement that a check judges: " + id);
    entries_.push_back({id, std::make_unique<Tally>(*requirement)});
  }
}

Tally& Docket::of(std::string_view id) {
  const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.id == id; });
  PLUMB_CHECK(at != entries_.end(), "a check judges only what judged_requirements() names: " + std::string(id));
  return *at->tally;
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
