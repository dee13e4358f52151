// A vendor's claims: what does not apply while they hold, and what follows where the evidence denies them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "conformance/oracle/claims.h"
#include "reference/base/result.h"

namespace harness {

inline constexpr base::ErrorKind kClaimUnknown{"claim_unknown", "house", "a claim of docs/judging.md, such as no-overview", 1};

/// A claim as a report has it.
struct ClaimHeld {
  std::string id;
  std::string says;
  std::uint64_t against = 0;   ///< observations that deny it; 0: it held
};

/// Each once, in the order given. Errors: kClaimUnknown.
[[nodiscard]] base::Result<std::vector<std::string>> claims_named(const std::vector<std::string>& ids);

/// Lays the fates of claims on what was judged: a claim that held leaves what it concerns not_applicable, for its reason; one that did
/// not is an observation against each requirement that it should have spared the system.
void apply_claims(const std::vector<oracle::ClaimFate>& fates, std::vector<oracle::Judgement>& judgements);

[[nodiscard]] std::vector<ClaimHeld> held(const std::vector<oracle::ClaimFate>& fates);

}  // namespace harness
