// The overview: the vehicle in the read zone.
#pragma once

#include "simulator/imagery/plate_layout.h"
#include "simulator/imagery/road.h"
#include "simulator/imagery/sight.h"
#include "simulator/imagery/surface.h"

namespace imagery {

/// Draws what `sight` shows on an RGB24 surface of 640 x 480.
void draw_overview(const Sight& sight, Surface& to);

/// Where the plate stands in that picture, in pixels; of no size where there is none.
[[nodiscard]] Box plate_on_overview(const Sight& sight);

/// How strong the sensor's noise is in that picture.
[[nodiscard]] int overview_grain(const View& view);

}  // namespace imagery
