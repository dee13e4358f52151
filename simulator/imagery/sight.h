// What stands before the camera, and how it is seen.
#pragma once

#include <cstdint>
#include <string_view>

namespace imagery {

enum class Face : std::uint8_t { kFront, kRear };  // a white plate, a yellow one
enum class Lines : std::uint8_t { kOne, kTwo };
enum class Light : std::uint8_t { kDay, kNight };
enum class Weather : std::uint8_t { kDry, kRain };
enum class Body : std::uint8_t { kCar, kVan, kLorry, kBus, kMotorcycle };
enum class Scene : std::uint8_t { kPlain, kBusy };

/// The circumstances of a picture.
///
/// Units:   `dirt_permille` from 0, clean, to 1,000; more counts as 1,000.
struct View {
  Light light = Light::kDay;
  Weather weather = Weather::kDry;
  std::uint32_t dirt_permille = 0;
  Scene scene = Scene::kPlain;  // busy: foliage, gravel and a sensor's noise, over the limits of 2.2.4 at the quality devices take
  std::uint64_t seed = 0;       // decides what else varies: place in the frame, light, grain
};

/// A vehicle and its plate.
///
/// Shape:   `vrm` as a read has it, without a space; empty: no plate. Letters may be of either case; a character that plates do not have
///          leaves its place blank. `make` and `colour` as DVLA and DfT print them ("Land Rover", "SILVER/ALUMINIUM"); an empty make bears
///          no badge, an unknown colour is grey. A motorcycle shows its back and a yellow plate of two lines, whatever face and lines say:
///          the law gives it no other (SI 2001/561, reg. 5 to 7 and 14).
struct Sight {
  std::string_view vrm;
  Face face = Face::kFront;
  Lines lines = Lines::kOne;
  Body body = Body::kCar;
  std::string_view make;
  std::string_view colour;
  View view;
};

/// `sight` as the law has it: with face and lines that a motorcycle can have.
[[nodiscard]] inline Sight lawful(Sight sight) {
  if (sight.body == Body::kMotorcycle) {
    sight.face = Face::kRear;
    sight.lines = Lines::kTwo;
  }
  return sight;
}

}  // namespace imagery
