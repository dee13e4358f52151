#include "simulator/imagery/words.h"

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace imagery {
namespace {

template <class Value>
std::optional<Value> found(std::string_view word, std::initializer_list<std::pair<std::string_view, Value>> words) {
  for (const auto& [name, value] : words) {
    if (name == word) return value;
  }
  return {};
}

/// An angle of at most `most` degrees either way, in ten-millionths.
std::optional<std::int32_t> angle_of(std::string_view text, double most) {
  double degrees = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed);
  if (fault != std::errc() || end != text.data() + text.size() || !(std::abs(degrees) <= most)) return {};
  return static_cast<std::int32_t>(std::llround(degrees * 1e7));
}

}  // namespace

std::optional<Face> face_of(std::string_view word) { return found<Face>(word, {{"front", Face::kFront}, {"rear", Face::kRear}}); }
std::optional<Lines> lines_of(std::string_view word) { return found<Lines>(word, {{"one", Lines::kOne}, {"two", Lines::kTwo}}); }
std::optional<Light> light_of(std::string_view word) { return found<Light>(word, {{"day", Light::kDay}, {"night", Light::kNight}}); }
std::optional<Weather> weather_of(std::string_view word) {
  return found<Weather>(word, {{"dry", Weather::kDry}, {"rain", Weather::kRain}});
}
std::optional<Scene> scene_of(std::string_view word) { return found<Scene>(word, {{"plain", Scene::kPlain}, {"busy", Scene::kBusy}}); }

std::optional<Body> body_of(std::string_view word) {
  return found<Body>(word, {{"car", Body::kCar}, {"van", Body::kVan}, {"lorry", Body::kLorry}, {"bus", Body::kBus},
                            {"motorcycle", Body::kMotorcycle}});
}

std::optional<Geotag> place_of(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return {};
  const auto latitude = angle_of(text.substr(0, comma), 90), longitude = angle_of(text.substr(comma + 1), 180);
  if (!latitude || !longitude) return {};
  return Geotag{*latitude, *longitude};
}

}  // namespace imagery
