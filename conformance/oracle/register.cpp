#include "conformance/oracle/register.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/components.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

// A session begins and ends somewhere within the second in which a read may have been made.
constexpr base::Duration kUnsure = base::seconds(1);

bool near(base::Instant a, base::Instant b) { return a - b <= kUnsure && b - a <= kUnsure; }

}  // namespace

void Register::hear(const base::event::Camera& e) {
  const auto [at, fresh] = by_name_.emplace(base::hash64(e.camera), static_cast<std::uint32_t>(cameras_.size()));
  if (fresh) cameras_.emplace_back();
  RegisteredCamera& camera = cameras_[at->second];
  camera = {std::string(e.camera), kind_of(e.camera_class), e.records_unread, e.lea_controlled, e.recorded, e.surveyed,
            e.surveyed_uncertainty_mm, {}, std::string(e.position_source)};
  for (const base::event::Preset& preset : e.presets) camera.presets[preset.id] = preset.direction_deg;
}

void Register::hear(base::Instant at, const base::event::OperatorSession& e) {
  std::vector<Session>& sessions = sessions_[std::string(camera_of(e.component))];
  if (e.open) {
    sessions.push_back({std::string(e.username), at, std::nullopt});
    return;
  }
  const auto open = std::find_if(sessions.rbegin(), sessions.rend(),
                                 [&](const Session& s) { return !s.to && (e.username.empty() || s.username == e.username); });
  if (open != sessions.rend()) open->to = at;
}

const RegisteredCamera* Register::camera(std::string_view name) const {
  const auto at = by_name_.find(base::hash64(name));
  return at == by_name_.end() ? nullptr : &cameras_[at->second];
}

bool Register::is_of_unit(std::string_view name) const {
  const RegisteredCamera* known = camera(name);
  return known != nullptr && known->mobile();
}

std::vector<SiteTally> Register::sites(const SiteBook& found) const {
  std::vector<SiteTally> sites;
  for (const auto& [name, at] : found.all()) {
    const RegisteredCamera* known = camera(name);
    if (known != nullptr) sites.push_back({name, known->position(), at.reads, at.against, at.undecided});
  }
  return sites;
}

std::optional<std::vector<std::string>> Register::users_at(std::string_view camera, base::Instant at) const {
  if (sessions_.empty()) return std::nullopt;
  const auto own = sessions_.find(camera), unit = sessions_.find(fmt::format("{}{}", kUnitPrefix, unit_of(camera)));
  if (own == sessions_.end() && unit == sessions_.end()) return std::nullopt;
  std::vector<Session> sessions;
  for (const auto& found : {own, unit}) {
    if (found != sessions_.end()) sessions.insert(sessions.end(), found->second.begin(), found->second.end());
  }
  return users_of(sessions, at);
}

std::optional<std::vector<std::string>> Register::users_of(const std::vector<Session>& sessions, base::Instant at) {
  std::vector<std::string> users;
  for (const Session& session : sessions) {
    if (near(at, session.from) || (session.to && near(at, *session.to))) return std::nullopt;
    if (at < session.from || (session.to && *session.to < at)) continue;
    if (session.username.empty()) return std::nullopt;
    users.emplace_back(session.username);
  }
  return users;
}

}  // namespace oracle
