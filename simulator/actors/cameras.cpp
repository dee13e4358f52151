#include "simulator/actors/cameras.h"

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/actors/misreading.h"
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

constexpr base::Duration kReadAgainAfter = base::seconds(2);

/// The preset of a CCTV camera that is not its own.
std::int16_t other_preset(const world::Camera& site) {
  for (const world::Preset& preset : site.presets) {
    if (preset.id != site.preset) return preset.id;
  }
  return site.preset;
}

}  // namespace

Cameras::Cameras(const Stage& stage, const world::World& world, Pictures& pictures, Outlet& outlet, const ReadQueueOptions& options,
                 const Habits& habits, doors::PeerId first, const std::vector<doors::PeerId>& peers)
    : stage_(stage),
      world_(world),
      pictures_(pictures),
      outlet_(outlet),
      habits_(habits),
      first_(first),
      cameras_(world.cameras().size()),
      lane_stream_(kernel::stream_of("camera.lane")),
      queueing_stream_(kernel::stream_of("camera.queueing")),
      misread_stream_(kernel::stream_of("camera.misread")),
      detail_stream_(kernel::stream_of("camera.detail")),
      none_identified_(vrm_of(domain::Vrm::kNoneIdentifiedText)),
      connectivity_test_(vrm_of(domain::Vrm::kConnectivityTestText)) {
  PLUMB_CHECK(peers.size() == cameras_.size(), "every camera has somebody to send to");
  for (std::size_t i = 0; i < cameras_.size(); ++i) {
    const std::string& text = world.cameras()[i].text;
    cameras_[i].entity = base::hash64(text);
    queues_.emplace_back(stage, options, ReadQueue::Ends{{first.value + i}, peers[i]}, text, outlet.counts());
  }
}

void Cameras::enrol() {
  for (std::uint32_t camera = 0; camera < cameras_.size(); ++camera) tell_camera(camera);
}

// ---- what passes

void Cameras::on_pass(const world::Pass& pass) {
  const std::uint32_t beside = pass.camera ^ 1U;
  if (!cameras_[pass.camera].aim) watch(pass.camera, pass);
  if (beside < cameras_.size() && cameras_[beside].aim == scenario::Aim::kOtherDirection) watch(beside, pass);
}

void Cameras::watch(std::uint32_t camera, const world::Pass& pass) {
  const bool recorded = pass.has_mark || world_.cameras()[camera].records_unread;
  world::Vehicle vehicle = world_.vehicle(pass.vehicle);
  const domain::Vrm vrm = pass.has_mark ? vrm_of(vehicle.vrm) : none_identified_;
  Seen seen{vrm, pass.has_mark ? Occasion::kPass : Occasion::kPassWithoutMark, passes_++, std::move(vehicle), pass.lane, false};
  seen.detailed = befalls(habits_.detailed_one_in, detail_stream_, camera, pass.pass);
  tell_pass(camera, pass, seen);
  if (!recorded) return;
  capture(camera, seen);
  queue_up(camera, pass, seen);
}

/// Where the traffic stands, the camera reads the vehicle before it again and again, every two seconds.
void Cameras::queue_up(std::uint32_t camera, const world::Pass& pass, const Seen& seen) {
  constexpr std::uint64_t kTimesMax = 3;
  if (!befalls(habits_.queueing_one_in, queueing_stream_, camera, pass.pass)) return;
  const std::uint64_t drawn = kernel::draw(stage_.seed, queueing_stream_, cameras_[camera].entity, ~pass.pass);
  standing_.push_back({camera, seen, 1 + kernel::uniform(drawn, kTimesMax)});
  stage_.kernel.after(kReadAgainAfter, *this, 0, standing_.size() - 1);
}

void Cameras::on_event(std::uint32_t, std::uint64_t which) {
  Standing& standing = standing_[which];
  if (cameras_[standing.camera].aim) return;   // the camera looks elsewhere by now
  capture(standing.camera, standing.seen);
  if (--standing.times > 0) stage_.kernel.after(kReadAgainAfter, *this, 0, which);
}

bool Cameras::befalls(std::uint32_t one_in, std::uint64_t stream, std::uint32_t camera, std::uint64_t n) const {
  return one_in != 0 && kernel::uniform(kernel::draw(stage_.seed, stream, cameras_[camera].entity, n), one_in) == 0;
}

domain::Vrm Cameras::as_read(std::uint32_t camera, const domain::Vrm& vrm) const {
  const std::uint64_t n = cameras_[camera].pictures;
  if (vrm.kind() != domain::VrmKind::kOrdinary || !befalls(habits_.misread_one_in, misread_stream_, camera, n)) return vrm;
  return vrm_of(misread(vrm.text(), kernel::draw(stage_.seed, misread_stream_, cameras_[camera].entity, ~n)));
}

// ---- what people do

void Cameras::test_connectivity(std::uint32_t camera) {
  const std::string name = component(camera);
  const std::string read_id = queues_[camera].next_read_id();
  stage_.witness.hear({stage_.kernel.now(), base::event::ConnectivityTest{name, connectivity_test_.text(), read_id}});
  capture(camera, {connectivity_test_, Occasion::kConnectivityTest, std::nullopt, std::nullopt, 0, false});
}

void Cameras::sign_on(std::uint32_t camera, const std::string& username) {
  cameras_[camera].username = username;
  tell_session(camera, true);
}

void Cameras::sign_off(std::uint32_t camera) {
  tell_session(camera, false);
  cameras_[camera].username.clear();
}

void Cameras::redeploy(std::uint32_t camera, const domain::Location& to) {
  cameras_[camera].recorded = cameras_[camera].surveyed = to;
  tell_camera(camera);
}

void Cameras::turn_clock(std::uint32_t camera, base::Duration offset) {
  cameras_[camera].clock_offset.ns += offset.ns;
  compare_clock(camera);
}

// ---- from what is seen to a read

void Cameras::capture(std::uint32_t index, const Seen& seen) {
  const world::Camera& site = world_.cameras()[index];
  Camera& camera = cameras_[index];
  ++camera.pictures;
  const base::Instant clock = stage_.kernel.now() + camera.clock_offset;
  domain::Read read{as_read(index, seen.vrm), domain::CaptureTime::truncate(clock), recorded(index), site.id};
  read.camera_class = site.camera_class;
  read.direction_deg = direction(index);
  Images images = pictures_.take(site, camera.entity, recorded(index),
                                 {camera.pictures, seen.plate(), seen.vehicle ? &*seen.vehicle : nullptr, seen.detailed});
  read.plate_patch = std::move(images.plate_patch);
  read.overview = std::move(images.overview);
  if (seen.occasion == Occasion::kPassWithoutMark) read.plate_patch.reset();   // no plate was found that could be cut out
  add_metadata(index, seen, read);
  Capture captured;
  captured.camera = index;
  captured.occasion = seen.occasion;
  captured.detailed = seen.detailed;
  captured.at = stage_.kernel.now();
  captured.clock = clock;
  outlet_.take(captured, std::move(read), seen.pass, queues_[index]);
}

void Cameras::add_metadata(std::uint32_t index, const Seen& seen, domain::Read& read) const {
  const world::Camera& site = world_.cameras()[index];
  const Camera& camera = cameras_[index];
  if (!camera.username.empty()) read.username = camera.username;
  if (!site.alias.empty()) read.alias_id = site.alias;
  read.preset_id = camera.aim ? other_preset(site) : site.preset;
  if (seen.lane != 0) {
    read.lane_id = numbered("L", seen.lane);
  } else if (site.lanes != 0) {
    const std::uint64_t drawn = kernel::draw(stage_.seed, lane_stream_, camera.entity, camera.pictures);
    read.lane_id = numbered("L", 1 + kernel::uniform(drawn, site.lanes));
  }
}

std::int16_t Cameras::direction(std::uint32_t camera) const {
  const world::Camera& site = world_.cameras()[cameras_[camera].aim ? camera ^ 1U : camera];
  return site.direction_deg;
}

const domain::Location& Cameras::recorded(std::uint32_t camera) const {
  return cameras_[camera].recorded ? *cameras_[camera].recorded : world_.cameras()[camera].recorded;
}

const domain::Location& Cameras::surveyed(std::uint32_t camera) const {
  return cameras_[camera].surveyed ? *cameras_[camera].surveyed : world_.cameras()[camera].surveyed;
}

// ---- what is told

void Cameras::tell_pass(std::uint32_t camera, const world::Pass& pass, const Seen& seen) const {
  const world::Camera& site = world_.cameras()[camera];
  const std::string pass_id = numbered("p", *seen.pass);
  base::event::Pass told{pass_id, site.text, seen.plate(), position_of(surveyed(camera)), world_.cameras()[pass.camera].direction_deg};
  told.detailed_scene = seen.detailed;
  stage_.witness.hear({stage_.kernel.now(), told});
}

void Cameras::tell_camera(std::uint32_t index) {
  const world::Camera& site = world_.cameras()[index];
  std::vector<base::event::Preset> presets;
  for (const world::Preset& preset : site.presets) presets.push_back({preset.id, preset.direction_deg});
  const Enrolment enrolment = outlet_.enrolled(index, recorded(index));
  base::event::Camera told{site.text, domain::text_of(site.camera_class), true, site.records_unread, position_of(enrolment.recorded),
                           position_of(surveyed(index)), 0, presets};
  told.position_source = enrolment.position_source;
  stage_.witness.hear({stage_.kernel.now(), told});
}

void Cameras::tell_session(std::uint32_t camera, bool open) const {
  const std::string name = component(camera);
  stage_.witness.hear({stage_.kernel.now(), base::event::OperatorSession{name, cameras_[camera].username, open}});
}

void Cameras::compare_clock(std::uint32_t camera) const {
  const std::string name = component(camera);
  stage_.witness.hear({stage_.kernel.now(), base::event::ClockCompared{name, cameras_[camera].clock_offset, {},
                                                                       "simulated: the offset is what the clock was set to, exactly"}});
}

}  // namespace actors
