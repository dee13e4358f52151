// Subscriptions, and the answers of the live link to the PNC, as JSON (docs/wire.md).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "reference/domain/subscription.h"

namespace formats {

inline constexpr base::ErrorKind kSubscriptionMalformed{"subscription_malformed", "house", "a subscription as docs/wire.md gives it"};
inline constexpr base::ErrorKind kPncAnswerMalformed{"pnc_answer_malformed", "house", "an answer of the PNC as docs/wire.md gives it"};

/// {"lists": [...], "cameras": [...], "actions": [...]}, and "organisation" where it is not empty. What is left out is empty.
[[nodiscard]] std::string encode(const domain::Subscriber& subscriber);
/// Shape:   at most 65,536 bytes, and 1,000 patterns of 1 to 120 bytes in each list.
/// Errors:  kSubscriptionMalformed.
[[nodiscard]] base::Result<domain::Subscriber> decode_subscriber(std::string_view text);

/// {"entries": [{"row", "vrm", "action", "reason", "information", "warning_markers", "gsc"}, ...]}: the entries that a VRM matches now.
[[nodiscard]] std::string encode_pnc_answer(std::span<const domain::VoiEntry> entries);
/// When an entry is in force does not cross: those of an answer are, at any time.
/// Errors:  kPncAnswerMalformed.
[[nodiscard]] base::Result<std::vector<domain::VoiEntry>> decode_pnc_answer(std::string_view text);

}  // namespace formats
