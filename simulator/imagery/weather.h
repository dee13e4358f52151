// What night, rain and dirt do to an overview.
#pragma once

#include "simulator/imagery/road.h"
#include "simulator/imagery/sight.h"
#include "simulator/imagery/surface.h"
#include "simulator/imagery/vehicle.h"

namespace imagery {

/// Darkens all that was drawn, and lights lamps, road and plate: a front's headlamps are on, a rear's tail lamps.
void turn_to_night(Surface& to, const Sight& sight, const Model& model, const Standing& standing);

/// Splashes dirt on the vehicle that was drawn in millimetres on the group under way, and on nothing beside it: denser with `dirt_permille`
/// and low down.
void splash_dirt(cairo_t* at, const View& view, const Model& model);

/// Lets it rain: streaks before everything, the wheels' spray, drops on the lens.
void let_rain(Surface& to, const View& view, const Model& model, const Standing& standing);

}  // namespace imagery
