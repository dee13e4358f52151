#include "simulator/actors/pictures.h"

#include <fmt/format.h>

#include "reference/base/check.h"
#include "simulator/kernel/random.h"

namespace actors {
namespace {

constexpr std::uint64_t kTwoLinesOneIn = 20;   // house: of plates on anything but motorcycles, which have no other

imagery::Body body_of(world::Body body) {
  switch (body) {
    case world::Body::kMotorcycle: return imagery::Body::kMotorcycle;
    case world::Body::kCar: return imagery::Body::kCar;
    case world::Body::kBus: return imagery::Body::kBus;
    case world::Body::kVan: return imagery::Body::kVan;
    case world::Body::kLorry: return imagery::Body::kLorry;
  }
  PLUMB_CHECK(false, "a vehicle is of one of the classes");
}

/// All that a picture follows from.
std::string described(std::string_view kind, const imagery::Sight& sight, const std::optional<imagery::Geotag>& place) {
  const imagery::View& view = sight.view;
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", kind, sight.vrm, static_cast<int>(sight.face),
                     static_cast<int>(sight.lines), static_cast<int>(sight.body), sight.make, sight.colour, static_cast<int>(view.light),
                     static_cast<int>(view.weather), view.dirt_permille, static_cast<int>(view.scene), view.seed,
                     place ? place->latitude_deg_e7 : 0, place ? place->longitude_deg_e7 : 1);
}

/// The picture from the album, or drawn, and kept there.
template <class Draw>
base::Bytes from(Album* album, std::string_view kind, const imagery::Sight& sight, const std::optional<imagery::Geotag>& place, Draw draw) {
  if (album == nullptr) return draw();
  const PictureKey key = PictureKey::of(described(kind, sight, place));
  if (const base::Bytes* known = album->find(key)) return *known;
  base::Bytes drawn = draw();
  album->keep(key, drawn);
  return drawn;
}

}  // namespace

Pictures::Pictures(const scenario::ImagesSpec& images, const scenario::Conditions& conditions, std::uint64_t seed,
                   std::shared_ptr<Album> album)
    : conditions_(conditions),
      seed_(seed),
      image_stream_(kernel::stream_of("camera.image")),
      view_stream_(kernel::stream_of("camera.view")),
      plate_stream_(kernel::stream_of("vehicle.plate")),
      pool_(imagery::make_pool(seed, images.patches, images.overviews)),
      album_(std::move(album)) {
  if (images.from == scenario::Images::kDrawn) studio_.emplace(imagery::Budget{});
}

Images Pictures::take(const world::Camera& camera, std::uint64_t entity, const domain::Location& place, const Scene& scene) {
  return studio_ ? drawn(camera, entity, place, scene) : from_pool(entity, scene.n);
}

Images Pictures::from_pool(std::uint64_t entity, std::uint64_t n) const {
  Images images;
  const std::uint64_t chosen = kernel::draw(seed_, image_stream_, entity, n);
  if (!pool_.patches.empty()) images.plate_patch = pool_.patches[(chosen & 0xffffffffU) % pool_.patches.size()];
  if (!pool_.overviews.empty()) images.overview = pool_.overviews[(chosen >> 32) % pool_.overviews.size()];
  return images;
}

Images Pictures::drawn(const world::Camera& camera, std::uint64_t entity, const domain::Location& place, const Scene& scene) {
  const imagery::Sight sight = sight_of(entity, scene);
  std::optional<imagery::Geotag> geotag;
  if (camera.geotags) geotag = {place.latitude_deg_e7(), place.longitude_deg_e7()};
  Images images;
  if (!scene.vrm.empty()) {
    images.plate_patch = from(album_.get(), "patch", sight, geotag, [&] { return studio_->patch(sight, geotag); });
  }
  images.overview = from(album_.get(), "overview", sight, geotag, [&] { return studio_->overview(sight, geotag); });
  return images;
}

imagery::Sight Pictures::sight_of(std::uint64_t entity, const Scene& scene) const {
  imagery::Sight sight;
  sight.vrm = scene.vrm;
  const std::uint64_t facing = kernel::draw(seed_, view_stream_, entity, 0);   // a camera looks at fronts or at rears, all its life
  sight.face = kernel::uniform(facing, 2) == 0 ? imagery::Face::kFront : imagery::Face::kRear;
  std::uint64_t plate = 0;
  if (scene.vehicle != nullptr) {
    plate = kernel::draw(seed_, plate_stream_, scene.vehicle->number, 0);
    sight.body = body_of(scene.vehicle->body);
    sight.make = scene.vehicle->make;
    sight.colour = scene.vehicle->colour;
    if (kernel::uniform(plate, kTwoLinesOneIn) == 0) sight.lines = imagery::Lines::kTwo;
  }
  if (sight.body == imagery::Body::kMotorcycle) {   // these have a plate at the rear alone
    sight.face = imagery::Face::kRear;
    sight.lines = imagery::Lines::kTwo;
  }
  sight.view.light = conditions_.light == scenario::Light::kNight ? imagery::Light::kNight : imagery::Light::kDay;
  sight.view.weather = conditions_.weather == scenario::Weather::kRain ? imagery::Weather::kRain : imagery::Weather::kDry;
  const std::uint64_t dirt = kernel::draw(seed_, plate_stream_, scene.vehicle == nullptr ? 0 : scene.vehicle->number, 1);
  sight.view.dirt_permille = static_cast<std::uint32_t>(kernel::uniform(dirt, std::uint64_t{conditions_.dirt_percent} * 10 + 1));
  if (scene.detailed) sight.view.scene = imagery::Scene::kBusy;
  sight.view.seed = kernel::draw(seed_, view_stream_, entity, scene.n);
  return sight;
}

}  // namespace actors
