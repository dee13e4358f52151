#include "conformance/evidence/event_members.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "conformance/catalogue/catalogue.h"

namespace evidence {

using namespace base::event;

namespace {

std::optional<std::int32_t> to_int32(std::string_view text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::span<const Preset> presets_of(const Fields& f, std::vector<Preset>& presets) {
  presets.clear();
  if (!f.has("presets")) return presets;
  const simdjson::dom::object directions = f.object("presets");
  Fields::check_keys_once(directions);
  for (const simdjson::dom::key_value_pair member : directions) {
    const auto id = to_int32(member.key);
    if (!id) Fields::expected("presets", "an object of directions by the number of the preset");
    std::int64_t direction = 0;
    if (member.value.get(direction) != simdjson::SUCCESS || direction < 0 || direction > 359)
      throw LineFault{fmt::format("expected \"presets\" to give preset {} a direction, an integer from 0 to 359", *id)};
    presets.push_back({*id, static_cast<std::int32_t>(direction)});
  }
  std::sort(presets.begin(), presets.end(), [](const Preset& a, const Preset& b) { return a.id < b.id; });
  const auto twice = std::adjacent_find(presets.begin(), presets.end(), [](const Preset& a, const Preset& b) { return a.id == b.id; });
  if (twice != presets.end()) Fields::expected("presets", "an object in which no preset stands twice");
  return presets;
}

}  // namespace

Camera camera_of(const Fields& f, std::vector<Preset>& presets) {
  Camera e;
  e.camera = f.camera_or_none("camera");
  if (e.camera.empty()) Fields::expected("camera", "the name of a camera, such as 35-12-42");
  e.camera_class = f.word_or("class", catalogue::kCameraClasses, "");
  e.lea_controlled = f.truth_or("lea_controlled", true);
  e.lea_controlled_told = f.has("lea_controlled");
  e.records_unread = f.truth_or("records_unread", false);
  if (f.has("recorded")) e.recorded = f.object_of_own("recorded").position();
  e.presets = presets_of(f, presets);
  e.position_source = f.text_or("position_source", "");
  if (!f.has("surveyed")) return e;
  const Fields surveyed = f.object_of_own("surveyed");
  e.surveyed = surveyed.position();
  e.surveyed_uncertainty_mm = surveyed.uncertainty_of_metres("uncertainty_m");
  return e;
}

ReadRefused refused_of(const Fields& f, std::vector<RefusedFault>& faults) {
  faults.clear();
  if (f.has("faults")) {
    for (const simdjson::dom::element element : f.array("faults")) {
      simdjson::dom::object object;
      if (element.get(object) != simdjson::SUCCESS) Fields::expected("faults", "an array of objects");
      const Fields fault(object, Repeats::kFirstCounts);
      faults.push_back({fault.text_or("field", ""), fault.text_or("clause", ""), fault.text_or("reason", "")});
    }
  }
  return {f.holder_or("component", "nas"), f.text("read_id"), faults};
}

}  // namespace evidence
