// The road and its surroundings by daylight, with the read zone on the lane.
#pragma once

#include "simulator/imagery/sight.h"
#include "simulator/imagery/surface.h"

namespace imagery {

inline constexpr int kOverviewWidth = 640;
inline constexpr int kOverviewHeight = 480;

/// Where the vehicle stands, and how large a millimetre is there.
struct Standing {
  double x_px, y_px, mm_per_px;
};

/// Draws sky, verges and the lane in perspective on an overview's surface, and on the lane the read zone: the marked stretch where plates
/// are read, in which the vehicle stands. A busy scene has foliage and gravel beside and on the road.
void draw_road(Surface& to, const View& view, const Standing& standing);

}  // namespace imagery
