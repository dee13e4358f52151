#include "simulator/actors/malfunctions.h"

#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace actors {

Malfunctions::Malfunctions(std::uint64_t seed) : seed_(seed), stream_(kernel::stream_of("camera.malfunction")) {}

void Malfunctions::set(std::uint32_t camera, const Malfunction& malfunction) {
  if (by_camera_.size() <= camera) by_camera_.resize(camera + 1);
  by_camera_[camera] = malfunction;
}

const Defect* Malfunctions::defect_of(const Capture& capture) const {
  if (capture.camera >= by_camera_.size()) return nullptr;
  const Malfunction& m = by_camera_[capture.camera];
  if (m.rate == 0) return nullptr;
  const std::uint64_t drawn = kernel::draw(seed_, stream_, base::hash64(capture.text), capture.n);
  if (kernel::uniform(drawn, m.rate_of) >= m.rate) return nullptr;
  return m.defect != nullptr ? m.defect : &defects()[base::mix64(drawn) % defects().size()];
}

Handling Malfunctions::handle(const Capture& capture) {
  chosen_ = defect_of(capture);
  return {.altered = chosen_ != nullptr};
}

void Malfunctions::alter(const Capture&, formats::EncodedRead& read) { chosen_->apply(read); }

}  // namespace actors
