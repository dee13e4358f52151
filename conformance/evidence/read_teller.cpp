#include "conformance/evidence/read_teller.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/catalogue/catalogue.h"

namespace evidence {

void ReadTeller::say(base::event::Body body) {
  at_ = at_ + base::microseconds(1);
  witness_.hear({at_, std::move(body), {}});
  ++told_;
}

void ReadTeller::tell(std::string_view read_id, std::string_view camera, std::string_view camera_class, const base::event::ReadBody& read) {
  const std::string_view of_class =
      catalogue::is_among(catalogue::kCameraClasses, camera_class) ? camera_class : std::string_view(options_.camera_class);
  const auto known = classes_.find(camera);
  if (!camera.empty() && (known == classes_.end() || known->second != of_class)) {
    classes_.insert_or_assign(std::string(camera), std::string(of_class));
    base::event::Camera registered;
    registered.camera = camera;
    registered.camera_class = of_class;
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
