#include "conformance/oracle/outages.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/components.h"

namespace oracle {
namespace {

constexpr std::string_view kOperator = "operator:";

bool names_camera(std::string_view name, std::string_view camera) {
  if (camera.empty()) return false;
  return is_unit(name) ? unit_of(camera) == name.substr(kUnitPrefix.size()) : camera_of(name) == camera;
}

bool on(const Path& path, std::string_view name) {
  if (name == "nas" || name == "core") return true;
  if (!path.lea.empty() && name == path.lea) return true;
  if (name.starts_with(kOperator)) name.remove_prefix(kOperator.size());
  return names_camera(name, path.camera) || (!path.operator_name.empty() && name == path.operator_name);
}

}  // namespace

void Outages::turn(base::Instant at, std::string_view from_name, std::string_view to_name, bool up) {
  const auto open = std::find_if(outages_.begin(), outages_.end(), [&](const Outage& o) {
    return !o.over && o.from_name == from_name && o.to_name == to_name;
  });
  if (up && open != outages_.end()) {
    open->to = at;
    open->over = true;
  } else if (!up && open == outages_.end()) {
    outages_.push_back({std::string(from_name), std::string(to_name), at, at, false});
  }
}

void Outages::hear(base::Instant at, const base::event::Link& e) { turn(at, e.from, e.to, e.up); }
void Outages::hear(base::Instant at, const base::event::Component& e) { turn(at, e.component, {}, e.up); }
void Outages::hear(base::Instant at, const base::event::Operator& e) {
  turn(at, fmt::format("{}{}", kOperator, e.operator_name), {}, e.online);
}

bool Outages::overlap(const Path& path, base::Instant from, base::Instant to) const {
  const auto from_camera = [&](const std::string& one, const std::string& other) {
    return path.lea.empty() && names_camera(one, path.camera) && role_of(other) == "lea";
  };
  return std::any_of(outages_.begin(), outages_.end(), [&](const Outage& o) {
    const bool within = o.from <= to && (!o.over || o.to >= from);
    if (!within || o.to_name.empty()) return within && on(path, o.from_name);
    return (on(path, o.from_name) && on(path, o.to_name)) || from_camera(o.from_name, o.to_name) || from_camera(o.to_name, o.from_name);
  });
}

}  // namespace oracle
