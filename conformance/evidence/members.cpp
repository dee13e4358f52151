#include "conformance/evidence/members.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "conformance/evidence/json_text.h"

namespace evidence::members {

using base::event::Position;
using base::event::Preset;

void kind(std::string& out, std::string_view name) {
  out += R"(,"kind":")";
  out += name;
  out += '"';
}

void key(std::string& out, std::string_view name) {
  out += ",\"";
  out += name;
  out += "\":";
}

void text(std::string& out, std::string_view name, std::string_view value) {
  key(out, name);
  append_json_string(out, value);
}

void number(std::string& out, std::string_view name, std::int64_t value) {
  key(out, name);
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

void truth(std::string& out, std::string_view name, bool value) {
  key(out, name);
  out += value ? "true" : "false";
}

void decimal(std::string& out, std::string_view name, std::int64_t value, int places) {
  std::int64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  key(out, name);
  if (value < 0) out += '-';
  fmt::format_to(std::back_inserter(out), "{}.{:0{}}", std::abs(value / unit), std::abs(value % unit), places);
}

void strings(std::string& out, std::string_view name, std::span<const std::string_view> values) {
  key(out, name);
  char opening = '[';
  for (const std::string_view value : values) {
    out += opening;
    append_json_string(out, value);
    opening = ',';
  }
  out += values.empty() ? "[]" : "]";
}

void position(std::string& out, Position where) {
  decimal(out, "latitude", where.latitude_deg_e7, 7);
  decimal(out, "longitude", where.longitude_deg_e7, 7);
}

// The members without the comma they begin with.
void position_object(std::string& out, std::string_view name, Position where) {
  key(out, name);
  std::string members;
  position(members, where);
  out += '{';
  out.append(members, 1);
}

void presets(std::string& out, std::span<const Preset> presets) {
  if (presets.empty()) return;
  key(out, "presets");
  std::string members;
  for (std::size_t i = 0; i < presets.size(); ++i) {
    const auto earlier = presets.first(i);
    if (std::any_of(earlier.begin(), earlier.end(), [&](const Preset& p) { return p.id == presets[i].id; })) continue;
    number(members, std::to_string(presets[i].id), presets[i].direction_deg);
  }
  out += '{';
  out.append(members, 1);
  out += '}';
}

void part(std::string& out, std::string_view name, std::string_view hash) {
  if (hash.empty()) {
    key(out, name);
    out += "null";
  } else {
    text(out, name, hash);
  }
}

}  // namespace evidence::members
