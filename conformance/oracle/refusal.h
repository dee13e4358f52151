// What a refusal of a read may rest on.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "reference/base/witness.h"

namespace oracle {

/// Whether a refusal names a clause at all, and none but those that are judged here on the text of each read: 2.2.1, the time of 2.2.2, and
/// the mandatory fields of 2.3. What else it names is not for the judge to call unfounded.
[[nodiscard]] inline bool rests_on_form_alone(std::span<const base::event::RefusedFault> faults) {
  constexpr std::array<std::string_view, 4> kMetadata{"feed_id", "source_id", "nrd_id", "username"};
  const auto on_form = [&](const base::event::RefusedFault& fault) {
    if (fault.clause == "2.2.1") return true;
    if (fault.clause == "2.2.2") return fault.field == "time";
    return fault.clause == "2.3" && std::find(kMetadata.begin(), kMetadata.end(), fault.field) != kMetadata.end();
  };
  return !faults.empty() && std::all_of(faults.begin(), faults.end(), on_form);
}

}  // namespace oracle
