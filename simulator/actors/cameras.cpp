#include "simulator/actors/cameras.h"

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace actors {
namespace {

base::event::Position position_of(const domain::Location& location) {
  return {location.latitude_deg_e7(), location.longitude_deg_e7()};
}

domain::Vrm vrm_of(std::string_view text) {
  auto vrm = domain::Vrm::make(text);
  PLUMB_CHECK(vrm.has_value(), "the world gives every vehicle a valid mark, and reserved marks are valid");
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
      image_stream_(kernel::stream_of("camera.image")),
      lane_stream_(kernel::stream_of("camera.lane")),
      none_identified_(vrm_of(domain::Vrm::kNoneIdentifiedText)),
      connectivity_test_(vrm_of(domain::Vrm::kConnectivityTestText)) {
  PLUMB_CHECK(peers.size() == cameras_.size(), "every camera has somebody to send to");
  for (std::size_t i = 0; i < cameras_.size(); ++i) {
    const std::string& text = world.cameras()[i].text;
    cameras_[i].entity = base::hash64(text);
    queues_.emplace_back(stage, options, ReadQueue::Ends{{first.value + i}, peers[i]}, text, outlet.counts());
  }
}

void Cameras::on_pass(const world::Pass& pass) {
  ++passes_;
  if (!pass.has_mark) {
    tell_pass(pass, {});
    if (world_.cameras()[pass.camera].records_unread) capture(pass.camera, none_identified_, Occasion::kPassWithoutMark, pass.pass);
    return;
  }
  const domain::Vrm vrm = vrm_of(world_.vehicle(pass.vehicle).vrm);
  tell_pass(pass, vrm.text());
  capture(pass.camera, vrm, Occasion::kPass, pass.pass);
}

void Cameras::test_connectivity(std::uint32_t camera) {
  const std::string name = component(camera);
  const std::string read_id = queues_[camera].next_read_id();
  stage_.witness.hear({stage_.kernel.now(), base::event::ConnectivityTest{name, connectivity_test_.text(), read_id}});
  capture(camera, connectivity_test_, Occasion::kConnectivityTest, std::nullopt);
}

void Cameras::sign_on(std::uint32_t camera, const std::string& username) {
  cameras_[camera].username = username;
  tell_session(camera, true);
}

void Cameras::sign_off(std::uint32_t camera) {
  tell_session(camera, false);
  cameras_[camera].username.clear();
}

void Cameras::tell_session(std::uint32_t camera, bool open) const {
  const std::string name = component(camera);
  stage_.witness.hear({stage_.kernel.now(), base::event::OperatorSession{name, cameras_[camera].username, open}});
}

void Cameras::turn_clock(std::uint32_t camera, base::Duration offset) {
  cameras_[camera].clock_offset.ns += offset.ns;
  compare_clock(camera);
}

void Cameras::compare_clock(std::uint32_t camera) const {
  const std::string name = component(camera);
  stage_.witness.hear({stage_.kernel.now(), base::event::ClockCompared{name, cameras_[camera].clock_offset, {},
                                                                       "simulated: the offset is what the clock was set to, exactly"}});
}

void Cameras::capture(std::uint32_t index, const domain::Vrm& vrm, Occasion occasion, std::optional<std::uint64_t> pass) {
  const world::Camera& site = world_.cameras()[index];
  Camera& camera = cameras_[index];
  const base::Instant clock = stage_.kernel.now() + camera.clock_offset;
  domain::Read read{vrm, domain::CaptureTime::truncate(clock), site.recorded, site.id};
  read.camera_class = site.camera_class;
  read.direction_deg = site.direction_deg;
  take_images(camera, read);
  add_metadata(site, camera, read);
  if (occasion == Occasion::kPassWithoutMark) read.plate_patch.reset();   // no plate was found that could be cut out
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

void Cameras::add_metadata(const world::Camera& site, const Camera& camera, domain::Read& read) const {
  if (!camera.username.empty()) read.username = camera.username;
  if (!site.alias.empty()) read.alias_id = site.alias;
  read.preset_id = site.preset;
  if (site.lanes == 0) return;
  const std::uint64_t drawn = kernel::draw(stage_.seed, lane_stream_, camera.entity, camera.pictures);
  read.lane_id = numbered("L", 1 + kernel::uniform(drawn, site.lanes));
}

void Cameras::tell_pass(const world::Pass& pass, std::string_view vrm) const {
  const world::Camera& site = world_.cameras()[pass.camera];
  const std::string pass_id = numbered("p", pass.pass);
  stage_.witness.hear(
      {stage_.kernel.now(), base::event::Pass{pass_id, site.text, vrm, position_of(site.surveyed), site.direction_deg}});
}

}  // namespace actors
