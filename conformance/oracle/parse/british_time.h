// When clocks in the United Kingdom show summer time.
#pragma once

#include "reference/base/instant.h"

namespace oracle::parse {

/// Whether British Summer Time is in force: from 01:00 GMT on the last Sunday of March to 01:00 GMT on the last Sunday of October.
/// Source:  the rule since 1996 (The Summer Time Order 2002).
[[nodiscard]] bool is_summer_time(base::Instant at);

}  // namespace oracle::parse
