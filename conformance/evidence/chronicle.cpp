#include "conformance/evidence/chronicle.h"

#include <algorithm>

#include <fmt/format.h>

namespace evidence {
namespace {

using namespace base::event;

std::string camera_of(std::string_view camera) { return fmt::format("camera:{}", camera); }

}  // namespace

void Chronicle::hear(const base::Event& event) {
  std::visit([&](const auto& e) { on(event.at, e); }, event.body);
}

const std::vector<Chapter>& Chronicle::of(std::string_view read_id) const {
  static const std::vector<Chapter> kNone;
  const auto at = stories_.find(read_id);
  return at == stories_.end() ? kNone : at->second;
}

void Chronicle::add(std::string_view read_id, base::Instant at, std::string_view kind, std::string_view who, std::string what) {
  if (!wants(read_id)) return;
  stories_[std::string(read_id)].push_back({at, std::string(kind), std::string(who), std::move(what)});
}

void Chronicle::on(base::Instant at, const Pass& e) { passes_[std::string(e.pass_id)] = {at, std::string(e.camera), std::string(e.vrm)}; }

void Chronicle::on(base::Instant at, const ReadSent& e) {
  if (const auto pass = passes_.find(e.pass_id); pass != passes_.end()) {
    const Passed& p = pass->second;
    add(e.read_id, p.at, "pass", camera_of(p.camera), p.vrm.empty() ? "a vehicle passes whose plate cannot be read" : p.vrm + " passes");
    passes_.erase(pass);
  }
  add(e.read_id, at, "read.sent", camera_of(e.camera), "read sent");
}

void Chronicle::on(base::Instant at, const ReadReceived& e) { add(e.read_id, at, "read.received", e.component, "read received"); }

void Chronicle::on(base::Instant at, const ReadAcknowledged& e) {
  if (!e.capture_id.empty() && wants(e.read_id)) reads_of_captures_[std::string(e.capture_id)] = e.read_id;
  add(e.read_id, at, "read.acknowledged", e.component,
      e.capture_id.empty() ? "read acknowledged" : fmt::format("read acknowledged as capture {}", e.capture_id));
}

void Chronicle::on(base::Instant at, const ReadRefused& e) {
  std::string why;
  for (const RefusedFault& fault : e.faults)
    why += fmt::format("{}{} ({}): {}", why.empty() ? "" : "; ", fault.field, fault.clause, fault.reason);
  add(e.read_id, at, "read.refused", e.component, why.empty() ? "read refused" : "read refused: " + why);
}

void Chronicle::on(base::Instant at, const ReadBuffered& e) {
  add(e.read_id, at, "read.buffered", e.component, "read kept in the local store");
}
void Chronicle::on(base::Instant at, const ReadDeleted& e) {
  add(e.read_id, at, "read.deleted", e.component, "read deleted from the local store");
}

void Chronicle::on(base::Instant at, const HitSent& e) {
  if (wants(e.read_id)) reads_of_hits_[std::string(e.hit_id)] = e.read_id;
  std::string what = fmt::format("hit {} sent, for {} of {}", e.hit_id, e.row ? fmt::format("row {}", *e.row) : "an entry", e.list);
  if (e.data_age) what += fmt::format(", with data {} s old", e.data_age->ns / base::seconds(1).ns);
  add(e.read_id, at, "hit.sent", "nas", std::move(what));
}

void Chronicle::on(base::Instant at, const HitDelivered& e) {
  const auto read = reads_of_hits_.find(e.hit_id);
  if (read != reads_of_hits_.end()) add(read->second, at, "hit.delivered", e.operator_name, fmt::format("hit {} delivered", e.hit_id));
}

void Chronicle::on(base::Instant at, const HitAcknowledged& e) {
  const auto read = reads_of_hits_.find(e.hit_id);
  if (read != reads_of_hits_.end())
    add(read->second, at, "hit.acknowledged", e.operator_name, fmt::format("hit {} acknowledged", e.hit_id));
}

void Chronicle::on(base::Instant at, const SymbolShown& e) {
  const auto read = reads_of_hits_.find(e.hit_id);
  if (read != reads_of_hits_.end())
    add(read->second, at, "symbol.shown", e.component, fmt::format("hit {} shown: {}, {}", e.hit_id, e.action, e.text));
}

void Chronicle::on(base::Instant at, const ManualEntry& e) {
  add(e.read_id, at, "manual.entry", e.component, "typed in by an administrator");
}

void Chronicle::on(base::Instant at, const ConnectivityTest& e) {
  add(e.read_id, at, "connectivity.test", e.component, fmt::format("declared a test of connectivity, with {}", e.vrm));
}

void Chronicle::on(base::Instant at, const CaptureReturned& e) {
  const auto read = reads_of_captures_.find(e.capture_id);
  if (read != reads_of_captures_.end())
    add(read->second, at, "capture.returned", "nas", fmt::format("capture {} given back", e.capture_id));
}

}  // namespace evidence
