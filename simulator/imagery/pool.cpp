#include "simulator/imagery/pool.h"

#include <array>
#include <string>
#include <string_view>

#include "simulator/imagery/studio.h"
#include "simulator/kernel/random.h"

namespace imagery {
namespace {

// Cameras have budgets of their own below the limits of 2.2.4: sizes in a day's traffic differ.
constexpr std::uint64_t kPatchBytesMin = 2'300, kPatchBytesMax = 3'000;
constexpr std::uint64_t kOverviewBytesMin = 16'000, kOverviewBytesMax = 25'000;

constexpr std::string_view kTagLetters = "ABCDEFGHJKLMNOPRSTUVWXY", kLastLetters = "ABCDEFGHJKLMNOPRSTUVWXYZ";
constexpr std::array<std::string_view, 8> kColours{"SILVER/ALUMINIUM", "BLACK", "BLUE", "GREY", "RED", "WHITE", "GREEN", "YELLOW"};
constexpr std::array<std::string_view, 8> kMakes{"Ford", "Volkswagen", "BMW", "Mercedes-Benz", "Audi", "Vauxhall", "Toyota", "Volvo"};
constexpr std::array kBodies{Body::kCar, Body::kCar, Body::kCar, Body::kCar, Body::kCar, Body::kCar, Body::kVan, Body::kVan,
                             Body::kLorry, Body::kLorry, Body::kBus, Body::kMotorcycle};

std::uint64_t drawn(kernel::Stream& stream, std::uint64_t bound) { return kernel::uniform(stream.next(), bound); }

template <class List>
auto taken(kernel::Stream& stream, const List& list) {
  return list[static_cast<std::size_t>(drawn(stream, list.size()))];
}

/// A mark with the age identifier 00 or 01, which was never issued.
std::string mark_of(kernel::Stream& stream) {
  std::string mark(7, '0');
  for (const std::size_t i : {0u, 1u}) mark[i] = taken(stream, kTagLetters);
  mark[3] = taken(stream, std::string_view("01"));
  for (const std::size_t i : {4u, 5u, 6u}) mark[i] = taken(stream, kLastLetters);
  return mark;
}

/// A sight of any sort: one in four by night, one in five in rain, one in three dirty, one in ten busy. One draw a statement: the order of
/// arguments is open, and every compiler must draw the same.
Sight sight_of(kernel::Stream& stream, std::string_view vrm) {
  Sight sight{.vrm = vrm};
  sight.face = drawn(stream, 2) == 0 ? Face::kFront : Face::kRear;
  sight.lines = drawn(stream, 12) == 0 ? Lines::kTwo : Lines::kOne;
  sight.body = taken(stream, kBodies);
  sight.make = taken(stream, kMakes);
  sight.colour = taken(stream, kColours);
  sight.view.light = drawn(stream, 4) == 0 ? Light::kNight : Light::kDay;
  sight.view.weather = drawn(stream, 5) == 0 ? Weather::kRain : Weather::kDry;
  sight.view.dirt_permille = drawn(stream, 3) == 0 ? static_cast<std::uint32_t>(drawn(stream, 250)) : 0;
  sight.view.scene = drawn(stream, 10) == 0 ? Scene::kBusy : Scene::kPlain;
  sight.view.seed = stream.next();
  return sight;
}

base::Bytes patch(Studio& studio, std::uint64_t seed, std::uint64_t n) {
  kernel::Stream stream(seed, "imagery.patch", n);
  const std::string mark = mark_of(stream);
  const Sight sight = sight_of(stream, mark);
  studio.keep_to({.patch_bytes_max = kPatchBytesMin + drawn(stream, kPatchBytesMax - kPatchBytesMin + 1)});
  return studio.patch(sight, {});
}

base::Bytes overview(Studio& studio, std::uint64_t seed, std::uint64_t n) {
  kernel::Stream stream(seed, "imagery.overview", n);
  const std::string mark = mark_of(stream);
  const Sight sight = sight_of(stream, mark);
  studio.keep_to({.overview_bytes_max = kOverviewBytesMin + drawn(stream, kOverviewBytesMax - kOverviewBytesMin + 1)});
  return studio.overview(sight, {});
}

}  // namespace

Pool make_pool(std::uint64_t seed, std::uint32_t patches, std::uint32_t overviews) {
  Studio studio{Budget{}};
  Pool pool;
  for (std::uint32_t n = 0; n < patches; ++n) pool.patches.push_back(patch(studio, seed, n));
  for (std::uint32_t n = 0; n < overviews; ++n) pool.overviews.push_back(overview(studio, seed, n));
  return pool;
}

}  // namespace imagery
