#include "simulator/actors/cameras.h"

#include <algorithm>
#include <charconv>

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/actors/told_read.h"
#include "simulator/kernel/random.h"

namespace actors {
namespace {

// "p17", "35-1-12:17" without an allocation where the result is short.
std::string numbered(std::string_view prefix, std::uint64_t n) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  std::string text;
  text.reserve(prefix.size() + static_cast<std::size_t>(end - digits));
  text.append(prefix).append(digits, end);
  return text;
}

base::event::Position position_of(const domain::Location& location) {
  return {location.latitude_deg_e7(), location.longitude_deg_e7()};
}

domain::Vrm vrm_of(const world::World& world, std::uint64_t vehicle) {
  auto vrm = domain::Vrm::make(world.vehicle(vehicle).vrm);
  PLUMB_CHECK(vrm.has_value(), "the world gives every vehicle a valid mark");
  return std::move(*vrm);
}

std::uint32_t weight_of(const formats::EncodedRead& read) {
  return static_cast<std::uint32_t>(read.text.size() + read.plate_patch.size() + read.overview.size());
}

}  // namespace

Cameras::Cameras(const Stage& stage, const world::World& world, const imagery::Pool& pool, const CameraOptions& options,
                 doors::PeerId first, std::vector<doors::PeerId> peers)
    : stage_(stage),
      world_(world),
      pool_(pool),
      options_(options),
      first_(first),
      peers_(std::move(peers)),
      cameras_(world.cameras().size()),
      image_stream_(kernel::stream_of("camera.image")),
      malfunction_stream_(kernel::stream_of("camera.malfunction")) {
  PLUMB_CHECK(peers_.size() == cameras_.size(), "every camera has somebody to send to");
  for (std::size_t i = 0; i < cameras_.size(); ++i) cameras_[i].entity = base::hash64(world.cameras()[i].text);
}

void Cameras::on_pass(const world::Pass& pass) {
  Camera& camera = cameras_[pass.camera];
  const domain::Vrm vrm = vrm_of(world_, pass.vehicle);
  ++passes_;
  ++unanswered_;
  tell_pass(pass, vrm);
  const std::uint64_t n = ++camera.n;
  Kept& kept = camera.kept.emplace_back();
  kept.n = n;
  kept.pass = pass.pass;
  kept.content = content_of(camera, n, capture(pass.camera, n, vrm));
  pump(pass.camera);
}

domain::Read Cameras::capture(std::uint32_t index, std::uint64_t n, const domain::Vrm& vrm) const {
  const world::Camera& site = world_.cameras()[index];
  const Camera& camera = cameras_[index];
  const std::uint64_t chosen = kernel::draw(stage_.seed, image_stream_, camera.entity, n);
  domain::Read read{vrm, domain::CaptureTime::truncate(stage_.kernel.now() + camera.clock_offset), site.recorded, site.id};
  read.camera_class = site.camera_class;
  read.direction_deg = site.direction_deg;
  read.read_id = numbered(site.text + ':', n);
  if (!pool_.patches.empty()) read.plate_patch = pool_.patches[(chosen & 0xffffffffU) % pool_.patches.size()];
  if (!pool_.overviews.empty()) read.overview = pool_.overviews[(chosen >> 32) % pool_.overviews.size()];
  return read;
}

const Defect* Cameras::defect_of(const Camera& camera, std::uint64_t n) const {
  const Malfunction& m = camera.malfunction;
  if (m.rate == 0) return nullptr;
  const std::uint64_t drawn = kernel::draw(stage_.seed, malfunction_stream_, camera.entity, n);
  if (kernel::uniform(drawn, m.rate_of) >= m.rate) return nullptr;
  return m.defect != nullptr ? m.defect : &defects()[base::mix64(drawn) % defects().size()];
}

doors::Content Cameras::content_of(const Camera& camera, std::uint64_t n, domain::Read read) {
  const Defect* defect = defect_of(camera, n);
  doors::Content content;
  if (defect == nullptr && options_.sampled_one_in > 1 && base::hash64(*read.read_id) % options_.sampled_one_in != 0) {
    content.size_bytes = formats::encoded_bytes(read);
    content.value = std::make_shared<const domain::Read>(std::move(read));
    return content;
  }
  formats::EncodedRead encoded = formats::encode_read(read, formats::ImagesAs::kParts, images_);
  if (defect != nullptr) defect->apply(encoded);
  content.size_bytes = weight_of(encoded);
  content.text = base::Bytes(std::move(encoded.text));
  content.plate_patch = std::move(encoded.plate_patch);
  content.overview = std::move(encoded.overview);
  return content;
}

void Cameras::pump(std::uint32_t index) {
  Camera& camera = cameras_[index];
  for (; camera.up && camera.next < camera.kept.size() && camera.under_way < options_.under_way_max; ++camera.next) {
    Kept& kept = camera.kept[camera.next];
    if (kept.state == State::kWaiting && !hand_over(index, kept)) return;
  }
}

bool Cameras::hand_over(std::uint32_t index, Kept& kept) {
  doors::Message message;
  message.channel = doors::Channel::kRead;
  message.exchange = kept.n;
  message.content = kept.content;
  const doors::PeerId self{first_.value + index};
  if (stage_.wire.send(self, peers_[index], message) != doors::SendOutcome::kAccepted) return false;
  kept.state = State::kUnderWay;
  ++cameras_[index].under_way;
  if (!kept.told) {
    kept.told = true;
    tell_sent(index, kept);
  }
  return true;
}

void Cameras::on_peer(doors::PeerId self, doors::PeerState state) {
  Camera& camera = cameras_[index_of(self)];
  camera.up = state == doors::PeerState::kUp;
  for (Kept& kept : camera.kept) kept.state = State::kWaiting;
  camera.under_way = 0;
  camera.next = 0;
  pump(index_of(self));
}

void Cameras::on_ready(doors::PeerId self) { pump(index_of(self)); }

void Cameras::on_message(doors::PeerId self, const doors::Message& answer) {
  const std::uint32_t index = index_of(self);
  Camera& camera = cameras_[index];
  if (answer.channel != doors::Channel::kReadAnswer) return;
  const auto found = std::find_if(camera.kept.begin(), camera.kept.end(), [&](const Kept& k) { return k.n == answer.exchange; });
  if (found == camera.kept.end()) return;
  if (found->state == State::kUnderWay) --camera.under_way;
  if (answer.status == kTryAgain) {
    found->state = State::kRejected;
    if (!camera.retry_armed) stage_.kernel.after(options_.retry_after, *this, 0, index);
    camera.retry_armed = true;
    return pump(index);
  }
  if (static_cast<std::size_t>(found - camera.kept.begin()) < camera.next) --camera.next;
  camera.kept.erase(found);
  --unanswered_;
  pump(index);
}

void Cameras::on_event(std::uint32_t, std::uint64_t index) {
  Camera& camera = cameras_[index];
  camera.retry_armed = false;
  for (Kept& kept : camera.kept) {
    if (kept.state == State::kRejected) kept.state = State::kWaiting;
  }
  camera.next = 0;
  pump(static_cast<std::uint32_t>(index));
}

void Cameras::tell_pass(const world::Pass& pass, const domain::Vrm& vrm) const {
  const world::Camera& site = world_.cameras()[pass.camera];
  const std::string pass_id = numbered("p", pass.pass);
  stage_.witness.hear(
      {stage_.kernel.now(), base::event::Pass{pass_id, site.text, vrm.text(), position_of(site.surveyed), site.direction_deg}});
}

void Cameras::tell_sent(std::uint32_t index, const Kept& kept) {
  ++reads_sent_;
  const std::string& site = world_.cameras()[index].text;
  const std::string read_id = numbered(site + ':', kept.n);
  const std::string pass_id = numbered("p", kept.pass);
  const ToldRead told(kept.content);
  stage_.witness.hear({stage_.kernel.now(), base::event::ReadSent{read_id, pass_id, site, told.body()}});
}

}  // namespace actors
