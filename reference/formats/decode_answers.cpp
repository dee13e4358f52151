#include <limits>

#include <nlohmann/json.hpp>

#include "reference/formats/answers.h"
#include "reference/formats/flat_object.h"

namespace formats {
namespace {

using Text = std::optional<std::string>;
using Json = nlohmann::json;

base::Error malformed(std::string_view what) { return {kAnswerMalformed, std::string(what)}; }

/// The brackets that stand open at once at most, strings left out.
int depth_of(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') in_string = !in_string;
    else if (in_string) i += c == '\\' ? 1 : 0;
    else if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    else if (c == '}' || c == ']') --depth;
  }
  return deepest;
}

std::string member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

struct HitTexts {
  Text hit_id, capture_id, read_id, list, source, vrm, action, reason, information, camera, time, location;
  Text warning_markers, gsc, symbol, username, camera_class;
  std::optional<std::int64_t> row, data_age_s;
};

bool read_hit_texts(std::string_view text, HitTexts& hit) {
  const FlatMember members[] = {{"hit_id", &hit.hit_id}, {"capture_id", &hit.capture_id}, {"read_id", &hit.read_id},
                                {"list", &hit.list}, {"row", nullptr, &hit.row}, {"source", &hit.source}, {"vrm", &hit.vrm},
                                {"action", &hit.action}, {"reason", &hit.reason}, {"information", &hit.information},
                                {"camera", &hit.camera}, {"time", &hit.time}, {"location", &hit.location},
                                {"warning_markers", &hit.warning_markers}, {"gsc", &hit.gsc}, {"symbol", &hit.symbol},
                                {"username", &hit.username}, {"camera_class", &hit.camera_class},
                                {"data_age_s", nullptr, &hit.data_age_s}};
  if (!read_flat_object(text, kAnswerBytesMax, members)) return false;
  return hit.hit_id && hit.capture_id && hit.list && hit.row && hit.vrm && hit.action && hit.reason && hit.information && hit.camera &&
         hit.time && hit.location;
}

}  // namespace

base::Result<domain::Acknowledgement> decode_acknowledgement(std::string_view text) {
  Text capture_id, read_id, received_at;
  const FlatMember members[] = {{"capture_id", &capture_id}, {"read_id", &read_id}, {"received_at", &received_at}};
  if (!read_flat_object(text, kAnswerBytesMax, members)) return tl::unexpected(malformed("no plain JSON object of an acknowledgement"));
  if (!capture_id || capture_id->empty() || !received_at) return tl::unexpected(malformed("without capture_id or received_at"));
  const auto at = base::parse_rfc3339(*received_at);
  if (!at) return tl::unexpected(malformed(at.error().message()));
  return domain::Acknowledgement{std::move(*capture_id), std::move(read_id).value_or(""), *at};
}

base::Result<SaidRefusal> decode_refusal(std::string_view text) {
  if (text.size() > kAnswerBytesMax || depth_of(text) > 8) return tl::unexpected(malformed("too long or too deep"));
  const Json document = Json::parse(text, nullptr, false);
  const auto faults = document.is_object() ? document.find("faults") : document.end();
  if (faults == document.end() || !faults->is_array()) return tl::unexpected(malformed("no problem document with faults"));
  SaidRefusal refusal;
  refusal.read_id = member(document, "read_id");
  for (const Json& fault : *faults) {
    if (!fault.is_object()) return tl::unexpected(malformed("a fault that is no object"));
    refusal.faults.push_back({member(fault, "field"), member(fault, "clause"), member(fault, "reason"), member(fault, "fault")});
  }
  return refusal;
}

base::Result<SaidListAnswer> decode_list_answer(std::string_view text) {
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= 4; };
  const Json document = Json::parse(text, shallow, false);
  const auto refused = document.is_object() ? document.find("refused") : document.end();
  if (refused == document.end() || !refused->is_array()) return tl::unexpected(malformed("no answer to an upload of a list"));
  SaidListAnswer said{member(document, "version"), number(document, "rows"), number(document, "loaded"), {}};
  for (const Json& row : *refused) {
    if (!row.is_object()) return tl::unexpected(malformed("a refused row that is no object"));
    said.refused.push_back(
        {number(row, "row"), number(row, "column"), member(row, "found"), member(row, "expected"), member(row, "clause")});
  }
  return said;
}

base::Result<domain::Hit> decode_hit(std::string_view text) {
  HitTexts said;
  if (!read_hit_texts(text, said)) return tl::unexpected(malformed("no plain JSON object of a hit, or a member of it is missing"));
  auto vrm = domain::Vrm::make(*said.vrm);
  const auto camera = domain::parse_camera_id(*said.camera);
  const auto time = domain::parse_capture_time(*said.time);
  const auto location = domain::parse_location(*said.location);
  const auto action = domain::find_action(*said.action);
  if (!vrm) return tl::unexpected(malformed(vrm.error().message()));
  if (!camera) return tl::unexpected(malformed(camera.error().message()));
  if (!time) return tl::unexpected(malformed(time.error().message()));
  if (!location) return tl::unexpected(malformed(location.error().message()));
  if (!action) return tl::unexpected(malformed("an action of no such word"));
  if (*said.row < 1 || *said.row > std::numeric_limits<std::uint32_t>::max()) return tl::unexpected(malformed("a row of no such number"));
  domain::VoiEntry entry{*vrm, *action, std::move(*said.reason), std::move(*said.information),
                         {std::numeric_limits<std::int64_t>::min()}, {std::numeric_limits<std::int64_t>::max()},
                         static_cast<std::uint32_t>(*said.row)};
  entry.warning_markers = std::move(said.warning_markers).value_or("");
  entry.gsc = std::move(said.gsc).value_or("");
  domain::Hit hit{std::move(*said.hit_id), std::move(*said.capture_id), std::move(said.read_id).value_or(""),
                     std::move(*said.list), std::move(entry), std::move(*vrm), *camera, *time, *location};
  hit.username = std::move(said.username).value_or("");
  hit.symbol = std::move(said.symbol).value_or("");
  hit.data_age_s = said.data_age_s.value_or(0);
  const auto source = domain::find_data_source(said.source.value_or("voi"));
  if (!source) return tl::unexpected(malformed("a source of no such word"));
  hit.source = *source;
  const auto camera_class = domain::parse_camera_class(said.camera_class.value_or("static"));
  if (!camera_class) return tl::unexpected(malformed(camera_class.error().message()));
  hit.camera_class = *camera_class;
  return hit;
}

}  // namespace formats
