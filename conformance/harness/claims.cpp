#include "conformance/harness/claims.h"

#include <algorithm>

#include <fmt/format.h>

namespace harness {
namespace {

using catalogue::Verdict;
using oracle::Conclusion;

const catalogue::Claim& claim_of(const oracle::ClaimFate& fate) { return *catalogue::built_in().find_claim(fate.claim); }

/// The same under every reading: a claim hangs on none.
template <class Change>
void each_conclusion(oracle::Judgement& judgement, Change change) {
  change(static_cast<Conclusion&>(judgement));
  for (auto& otherwise : judgement.otherwise) change(otherwise.conclusion);
}

void spare(const catalogue::Claim& claim, oracle::Judgement& judgement) {
  each_conclusion(judgement, [&](Conclusion& conclusion) {
    conclusion = {};
    conclusion.verdict = Verdict::kNotApplicable;
    conclusion.reason = fmt::format("Claimed: it {}. Nothing in the evidence denies it.", claim.says);
  });
  judgement.findings.clear();
  judgement.timings.clear();
}

void deny(const catalogue::Claim& claim, const oracle::ClaimFate& fate, oracle::Judgement& judgement) {
  each_conclusion(judgement, [&](Conclusion& conclusion) {
    conclusion.verdict = Verdict::kFail;
    conclusion.reason.clear();
    conclusion.against += fate.against;
  });
  oracle::Finding finding = fate.first;
  finding.requirement = judgement.requirement;
  finding.verdict = Verdict::kFail;
  finding.expected = fmt::format("as claimed, a system that {}", claim.says);
  judgement.findings.insert(judgement.findings.begin(), std::move(finding));
}

}  // namespace

base::Result<std::vector<std::string>> claims_named(const std::vector<std::string>& ids) {
  std::vector<std::string> named;
  for (const std::string& id : ids) {
    if (catalogue::built_in().find_claim(id) == nullptr) {
      std::vector<std::string> known;
      for (const catalogue::Claim& claim : catalogue::built_in().claims) known.push_back(claim.id);
      return base::fail(kClaimUnknown, fmt::format("found '{}'; known are {}", id, fmt::join(known, ", ")));
    }
    if (std::find(named.begin(), named.end(), id) == named.end()) named.push_back(id);
  }
  return named;
}

void apply_claims(const std::vector<oracle::ClaimFate>& fates, std::vector<oracle::Judgement>& judgements) {
  for (const oracle::ClaimFate& fate : fates) {
    const catalogue::Claim& claim = claim_of(fate);
    for (oracle::Judgement& judgement : judgements) {
      const auto& ids = claim.requirements;
      if (std::find(ids.begin(), ids.end(), judgement.requirement) == ids.end()) continue;
      if (fate.against == 0) {
        spare(claim, judgement);
      } else {
        deny(claim, fate, judgement);
      }
    }
  }
}

std::vector<ClaimHeld> held(const std::vector<oracle::ClaimFate>& fates) {
  std::vector<ClaimHeld> all;
  for (const oracle::ClaimFate& fate : fates) all.push_back({fate.claim, claim_of(fate).says, fate.against});
  return all;
}

}  // namespace harness
