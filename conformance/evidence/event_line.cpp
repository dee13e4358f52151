#include "conformance/evidence/event_line.h"

#include <array>

#include "conformance/evidence/base64.h"
#include "conformance/evidence/json_text.h"
#include "conformance/evidence/members.h"

namespace evidence {
namespace {

using namespace base::event;
using namespace members;

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

}  // namespace

void EventLine::append(std::string& out, const base::Event& event) {
  at(out, event.at);
  if (event.uncertainty.ns != 0) decimal(out, "uncertainty_s", event.uncertainty.ns, 9);
  std::visit([&](const auto& e) { body(out, e); }, event.body);
  out += "}\n";
}

void EventLine::at(std::string& out, base::Instant at) {
  std::int64_t second = at.ns / kNsPerSecond;
  if (at.ns % kNsPerSecond < 0) --second;
  if (second != second_) {
    second_ = second;
    second_text_ = base::to_rfc3339({second * kNsPerSecond}).substr(0, 20);
  }
  out += R"({"at":")";
  out += second_text_;
  std::array<char, 6> digits{};
  std::int64_t us = (at.ns - second * kNsPerSecond) / 1000;
  for (std::size_t i = digits.size(); i-- > 0; us /= 10) digits.at(i) = static_cast<char>('0' + us % 10);
  out.append(digits.data(), digits.size());
  out += "Z\"";
}

void EventLine::read(std::string& out, const ReadBody& read) {
  NamedImages named;
  if (read.facts != nullptr) {
    out += R"(,"facts":{"vrm":)";
    append_json_string(out, read.facts->vrm);
    number(out, "size_bytes", read.facts->size_bytes);
    out += '}';
  } else if (const auto plain = text_.plain(read.text)) {
    named = *plain;
    key(out, "read");
    out += read.text;
  } else {
    out += R"(,"raw":")";
    append_base64(out, read.text);
    out += '"';
  }
  parts(out, read, named);
}

/// The hash of the image that crossed, whether its bytes are here or not; empty where none did.
std::string_view EventLine::name_of(const base::Bytes* image, std::string_view unheld) {
  return image == nullptr ? unheld : files_.image(*image);
}

void EventLine::parts(std::string& out, const ReadBody& read, const NamedImages& named) {
  patch_name_ = name_of(read.plate_patch, read.unheld_plate_patch);
  overview_name_ = name_of(read.overview, read.unheld_overview);
  if (patch_name_ == named.plate_patch && overview_name_ == named.overview) return;
  std::string members;
  part(members, "plate_patch", patch_name_);
  part(members, "overview", overview_name_);
  key(out, "parts");
  out += '{';
  out.append(members, 1);
  out += '}';
}

void EventLine::body(std::string& out, const Camera& e) {
  kind(out, "camera");
  text(out, "camera", e.camera);
  if (!e.camera_class.empty()) text(out, "class", e.camera_class);
  truth(out, "lea_controlled", e.lea_controlled);
  truth(out, "records_unread", e.records_unread);
  if (e.recorded) {
    position_object(out, "recorded", *e.recorded);
    out += '}';
  }
  if (e.surveyed) {
    position_object(out, "surveyed", *e.surveyed);
    decimal(out, "uncertainty_m", e.surveyed_uncertainty_mm, 3);
    out += '}';
  }
  presets(out, e.presets);
  if (!e.position_source.empty()) text(out, "position_source", e.position_source);
}

void EventLine::body(std::string& out, const Pass& e) {
  kind(out, "pass");
  text(out, "pass_id", e.pass_id);
  text(out, "camera", e.camera);
  if (!e.vrm.empty()) {
    text(out, "vrm", e.vrm);
  } else if (e.vrm_told) {
    out += R"(,"vrm":null)";
  }
  if (e.at_position) position(out, *e.at_position);
  if (e.direction_deg) number(out, "direction", *e.direction_deg);
  if (e.detailed_scene) truth(out, "detailed_scene", true);
}

void EventLine::body(std::string& out, const ReadSent& e) {
  kind(out, "read.sent");
  text(out, "read_id", e.read_id);
  if (!e.pass_id.empty()) text(out, "pass_id", e.pass_id);
  text(out, "camera", e.camera);
  read(out, e.read);
}

void EventLine::body(std::string& out, const ReadReceived& e) {
  kind(out, "read.received");
  text(out, "component", e.component);
  text(out, "read_id", e.read_id);
  read(out, e.read);
}

void EventLine::body(std::string& out, const ReadAcknowledged& e) {
  kind(out, "read.acknowledged");
  text(out, "component", e.component);
  text(out, "read_id", e.read_id);
  if (!e.capture_id.empty()) text(out, "capture_id", e.capture_id);
}

void EventLine::body(std::string& out, const ReadRefused& e) {
  kind(out, "read.refused");
  text(out, "component", e.component);
  text(out, "read_id", e.read_id);
  key(out, "faults");
  char opening = '[';
  for (const RefusedFault& fault : e.faults) {
    out += opening;
    out += R"({"field":)";
    append_json_string(out, fault.field);
    text(out, "clause", fault.clause);
    text(out, "reason", fault.reason);
    out += '}';
    opening = ',';
  }
  out += e.faults.empty() ? "[]" : "]";
}

void EventLine::body(std::string& out, const ReadBuffered& e) {
  kind(out, "read.buffered");
  text(out, "read_id", e.read_id);
  text(out, "component", e.component);
}

void EventLine::body(std::string& out, const ReadDeleted& e) {
  kind(out, "read.deleted");
  text(out, "read_id", e.read_id);
  text(out, "component", e.component);
}

void EventLine::body(std::string& out, const HitSent& e) {
  kind(out, "hit.sent");
  text(out, "hit_id", e.hit_id);
  text(out, "read_id", e.read_id);
  text(out, "list", e.list);
  if (e.row) number(out, "row", *e.row);
  if (!e.source.empty()) text(out, "source", e.source);
  if (e.data_age) decimal(out, "data_age_s", e.data_age->ns, 9);
}

void EventLine::body(std::string& out, const HitDelivered& e) {
  kind(out, "hit.delivered");
  text(out, "hit_id", e.hit_id);
  text(out, "operator", e.operator_name);
}

void EventLine::body(std::string& out, const HitAcknowledged& e) {
  kind(out, "hit.acknowledged");
  text(out, "hit_id", e.hit_id);
  text(out, "operator", e.operator_name);
}

void EventLine::body(std::string& out, const Operator& e) {
  kind(out, "operator");
  text(out, "operator", e.operator_name);
  text(out, "organisation", e.organisation);
  if (e.lists_told) strings(out, "lists", e.lists);
  if (!e.cameras.empty()) strings(out, "cameras", e.cameras);
  if (!e.actions.empty()) strings(out, "actions", e.actions);
  truth(out, "online", e.online);
}

void EventLine::body(std::string& out, const Link& e) {
  kind(out, "link");
  text(out, "from", e.from);
  text(out, "to", e.to);
  truth(out, "up", e.up);
}

void EventLine::body(std::string& out, const ConnectivityShown& e) {
  kind(out, "connectivity.shown");
  text(out, "component", e.component);
  text(out, "state", e.state);
}

void EventLine::body(std::string& out, const Component& e) {
  kind(out, "component");
  text(out, "component", e.component);
  truth(out, "up", e.up);
}

void EventLine::body(std::string& out, const Fault& e) {
  kind(out, "fault");
  text(out, "fault", e.fault);
  text(out, "target", e.target);
  truth(out, "on", e.on);
}

void EventLine::body(std::string& out, const StoreCensus& e) {
  kind(out, "store.census");
  text(out, "component", e.component);
  number(out, "count", e.count);
}

void EventLine::body(std::string& out, const CaptureReturned& e) {
  kind(out, "capture.returned");
  text(out, "capture_id", e.capture_id);
  read(out, e.read);
}

void EventLine::body(std::string& out, const PhaseEnded& e) {
  kind(out, "phase.ended");
  text(out, "phase", e.phase);
}

void EventLine::body(std::string& out, const ClockCompared& e) {
  kind(out, "clock.compared");
  text(out, "component", e.component);
  decimal(out, "offset_s", e.offset.ns, 9);
  decimal(out, "expanded_uncertainty_s", e.expanded_uncertainty.ns, 9);
  text(out, "method", e.method);
}

void EventLine::body(std::string& out, const ConnectivityTest& e) {
  kind(out, "connectivity.test");
  text(out, "component", e.component);
  text(out, "vrm", e.vrm);
  if (!e.read_id.empty()) text(out, "read_id", e.read_id);
}

void EventLine::body(std::string& out, const ManualEntry& e) {
  kind(out, "manual.entry");
  text(out, "component", e.component);
  text(out, "read_id", e.read_id);
}

void EventLine::body(std::string& out, const OperatorSession& e) {
  kind(out, "operator.session");
  text(out, "component", e.component);
  text(out, "username", e.username);
  truth(out, "open", e.open);
}

void EventLine::body(std::string& out, const Inspection& e) {
  kind(out, "inspection");
  text(out, "requirement", e.requirement);
  strings(out, "sample", e.sample);
  text(out, "criterion", e.criterion);
  text(out, "result", e.passed ? "pass" : "fail");
  text(out, "inspector", e.inspector);
}

}  // namespace evidence
