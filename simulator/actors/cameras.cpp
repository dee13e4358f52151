#include "simulator/actors/cameras.h"

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace actors {
namespace {

base::event::Position position_of(const domain::Location& location) {
  return {location.latitude_deg_e7(), location.longitude_deg_e7()};
}

domain::Vrm vrm_of(const world::World& world, std::uint64_t vehicle) {
  auto vrm = domain::Vrm::make(world.vehicle(vehicle).vrm);
  PLUMB_CHECK(vrm.has_value(), "the world gives every vehicle a valid mark");
  return std::move(*vrm);
}

}  // namespace

Cameras::Cameras(const Stage& stage, const world::World& world, const imagery::Pool& pool, Outlet& outlet, const ReadQueueOptions& options,
                 doors::PeerId first, const std::vector<doors::PeerId>& peers)
    : stage_(stage),
      world_(world),
      pool_(pool),
      outlet_(outlet),
      first_(first),
      cameras_(world.cameras().size()),
      image_stream_(kernel::stream_of("camera.image")) {
  PLUMB_CHECK(peers.size() == cameras_.size(), "every camera has somebody to send to");
  for (std::size_t i = 0; i < cameras_.size(); ++i) {
    const std::string& text = world.cameras()[i].text;
    cameras_[i].entity = base::hash64(text);
    queues_.emplace_back(stage, options, ReadQueue::Ends{{first.value + i}, peers[i]}, text, outlet.counts());
  }
}

void Cameras::on_pass(const world::Pass& pass) {
  const domain::Vrm vrm = vrm_of(world_, pass.vehicle);
  ++passes_;
  tell_pass(pass, vrm);
  capture(pass.camera, vrm, Occasion::kPass, pass.pass);
}

void Cameras::capture(std::uint32_t index, const domain::Vrm& vrm, Occasion occasion, std::optional<std::uint64_t> pass) {
  const world::Camera& site = world_.cameras()[index];
  Camera& camera = cameras_[index];
  const base::Instant clock = stage_.kernel.now() + camera.clock_offset;
  domain::Read read{vrm, domain::CaptureTime::truncate(clock), site.recorded, site.id};
  read.camera_class = site.camera_class;
  read.direction_deg = site.direction_deg;
  take_images(camera, read);
  Capture seen;
  seen.camera = index;
  seen.occasion = occasion;
  seen.at = stage_.kernel.now();
  seen.clock = clock;
  outlet_.take(seen, std::move(read), pass, queues_[index]);
}

void Cameras::take_images(Camera& camera, domain::Read& read) const {
  const std::uint64_t chosen = kernel::draw(stage_.seed, image_stream_, camera.entity, ++camera.pictures);
  if (!pool_.patches.empty()) read.plate_patch = pool_.patches[(chosen & 0xffffffffU) % pool_.patches.size()];
  if (!pool_.overviews.empty()) read.overview = pool_.overviews[(chosen >> 32) % pool_.overviews.size()];
}

void Cameras::tell_pass(const world::Pass& pass, const domain::Vrm& vrm) const {
  const world::Camera& site = world_.cameras()[pass.camera];
  const std::string pass_id = numbered("p", pass.pass);
  stage_.witness.hear(
      {stage_.kernel.now(), base::event::Pass{pass_id, site.text, vrm.text(), position_of(site.surveyed), site.direction_deg}});
}

}  // namespace actors
