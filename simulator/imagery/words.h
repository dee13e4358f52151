// The words by which a command line names what a sight consists of.
#pragma once

#include <optional>
#include <string_view>

#include "simulator/imagery/geotag.h"
#include "simulator/imagery/sight.h"

namespace imagery {

// Each gives nothing for a word it does not know: "front", "rear"; "one", "two"; "car", "van", "lorry", "bus", "motorcycle"; "day",
// "night"; "dry", "rain"; "plain", "busy".
[[nodiscard]] std::optional<Face> face_of(std::string_view word);
[[nodiscard]] std::optional<Lines> lines_of(std::string_view word);
[[nodiscard]] std::optional<Body> body_of(std::string_view word);
[[nodiscard]] std::optional<Light> light_of(std::string_view word);
[[nodiscard]] std::optional<Weather> weather_of(std::string_view word);
[[nodiscard]] std::optional<Scene> scene_of(std::string_view word);

/// "52.2053,-0.1218": degrees north and east. Nothing for any other form, or a place that is not on the globe.
[[nodiscard]] std::optional<Geotag> place_of(std::string_view text);

}  // namespace imagery
