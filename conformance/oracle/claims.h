// What speaks against a vendor's claim not to have something.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/oracle.h"

namespace oracle {

/// How a claim fared. `against` counts all that spoke against it; `first` is meaningful where there was something.
struct ClaimFate {
  std::string claim;           ///< "no-overview"
  std::uint64_t against = 0;
  Finding first;
};

/// Hears evidence, and looks in each read and register entry for what the claims deny.
class ClaimWatch : public base::Witness {
 public:
  /// In the order they were given. Good at any time.
  [[nodiscard]] virtual std::vector<ClaimFate> fates() const = 0;
};

/// `claims` are ids of the catalogue's.
[[nodiscard]] std::unique_ptr<ClaimWatch> watch_claims(const std::vector<std::string>& claims);

/// The ids of claims that can be watched.
[[nodiscard]] std::vector<std::string_view> watched_claims();

}  // namespace oracle
