#include "conformance/evidence/read_teller.h"

#include <algorithm>

#include <fmt/format.h>

namespace evidence {

void ReadTeller::say(base::event::Body body) {
  at_ = at_ + base::microseconds(1);
  witness_.hear({at_, std::move(body), {}});
  ++told_;
}

void ReadTeller::tell(std::string_view read_id, std::string_view camera, std::string_view camera_class, const base::event::ReadBody& read) {
  if (!camera.empty() && cameras_.find(camera) == cameras_.end()) {
    cameras_.emplace(camera);
    base::event::Camera registered;
    registered.camera = camera;
    registered.camera_class = camera_class.empty() ? std::string_view(options_.camera_class) : camera_class;
    registered.lea_controlled = options_.lea_controlled;
    say(registered);
  }
  say(base::event::ReadSent{read_id, {}, camera, read});
}

std::string camera_name(std::string_view feed_id, std::string_view source_id, std::string_view nrd_id) {
  constexpr std::size_t kDigitsMax = 5;
  for (const std::string_view part : {feed_id, source_id, nrd_id}) {
    const bool digits = std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (part.empty() || part.size() > kDigitsMax || !digits) return {};
  }
  return fmt::format("{}-{}-{}", feed_id, source_id, nrd_id);
}

}  // namespace evidence
