// Sheets of pictures for people to look at.
#pragma once

#include "simulator/imagery/surface.h"

namespace imagery {

/// Every glyph, whole plates of every layout and size, and patches under every view as a camera would send them.
[[nodiscard]] Surface sheet_of_plates();

/// Every body from both sides by day, by night, in rain, dirty, and in a busy scene, as a camera would send them.
[[nodiscard]] Surface sheet_of_overviews();

}  // namespace imagery
