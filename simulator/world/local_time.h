// The clock on British walls, which traffic follows. The service itself keeps GMT all year.
#pragma once

#include "reference/base/instant.h"

namespace world {

/// Whether British Summer Time (GMT + 1 h) holds: from 01:00 GMT of the last Sunday of March to 01:00 GMT of the last Sunday of October.
/// Source:  The Summer Time Order 2002 (SI 2002/262); the same rule since 1996.
[[nodiscard]] bool is_summer_time(base::Instant at);

/// The hour of the week by the local clock: 0 is Monday 00:00 to 01:00, 167 Sunday 23:00 to 24:00.
[[nodiscard]] int local_hour_of_week(base::Instant at);

}  // namespace world
