// A Witness that keeps what a test wants to ask about.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "reference/base/witness.h"

namespace small {

struct Ledger final : base::Witness {
  using string = std::string;

  std::map<string, base::Instant> sent;                     // by read_id
  std::map<string, std::vector<base::Instant>> received;    // by component and read_id
  std::map<string, std::vector<string>> acknowledged;       // capture ids by component and read_id
  std::map<string, std::vector<string>> refused;            // reasons by component and read_id
  std::map<string, int> buffered, deleted;
  std::map<string, int> hits_sent, hits_delivered, hits_acknowledged;
  std::map<string, string> hit_of_read;
  std::map<string, int> returned;                           // by capture id
  std::map<string, std::int64_t> census;
  std::vector<string> phases, changes;
  std::map<string, string> vrm_of_read, text_of_read;
  std::map<string, string> tested, typed;                   // component by read_id
  std::map<string, std::vector<base::Duration>> compared;   // offsets by component
  int uploads = 0, in_force = 0, cameras = 0, passes = 0, values = 0, texts = 0;
  std::map<string, std::vector<base::event::Position>> enrolled;   // recorded places by camera
  int recording = 0, unmarked = 0, of_passes = 0;           // cameras that record unread passes; passes without a mark; reads of passes
  int detailed = 0;                                         // passes before a scene full of detail
  string version;
  base::Instant last;
  bool in_order = true;

  void hear(const base::Event& event) override {
    in_order = in_order && event.at >= last;
    last = event.at;
    std::visit([&](const auto& e) { note(event.at, e); }, event.body);
  }

  /// Times a read was acknowledged by `component`.
  std::size_t acks(const string& component) const {
    std::size_t all = 0;
    for (const auto& [key, ids] : acknowledged) all += key.starts_with(component + "/") ? 1 : 0;
    return all;
  }

 private:
  static string key(std::string_view component, std::string_view read_id) { return string(component) + "/" + string(read_id); }

  void note(base::Instant, const base::event::Camera& e) {
    ++cameras;
    recording += e.records_unread ? 1 : 0;
    if (e.recorded) enrolled[string(e.camera)].push_back(*e.recorded);
  }
  void note(base::Instant, const base::event::Pass& e) {
    ++passes;
    unmarked += e.vrm.empty() ? 1 : 0;
    detailed += e.detailed_scene ? 1 : 0;
  }
  void note(base::Instant at, const base::event::ReadSent& e) {
    if (!sent.emplace(e.read_id, at).second) in_order = false;
    e.read.facts != nullptr ? ++values : ++texts;
    if (e.read.facts != nullptr) vrm_of_read[string(e.read_id)] = e.read.facts->vrm;
    text_of_read[string(e.read_id)] = e.read.text;
    if (!e.pass_id.empty()) ++of_passes;
  }
  void note(base::Instant at, const base::event::ReadReceived& e) { received[key(e.component, e.read_id)].push_back(at); }
  void note(base::Instant, const base::event::ReadAcknowledged& e) { acknowledged[key(e.component, e.read_id)].emplace_back(e.capture_id); }
  void note(base::Instant, const base::event::ReadRefused& e) {
    auto& reasons = refused[key(e.component, e.read_id)];
    for (const auto& fault : e.faults) reasons.emplace_back(fault.reason);
  }
  void note(base::Instant, const base::event::ReadBuffered& e) { ++buffered[string(e.read_id)]; }
  void note(base::Instant, const base::event::ReadDeleted& e) { ++deleted[string(e.read_id)]; }
  void note(base::Instant, const base::event::HitSent& e) {
    ++hits_sent[string(e.hit_id)];
    hit_of_read[string(e.read_id)] = e.hit_id;
  }
  void note(base::Instant, const base::event::HitDelivered& e) { ++hits_delivered[string(e.hit_id)]; }
  void note(base::Instant, const base::event::HitAcknowledged& e) { ++hits_acknowledged[string(e.hit_id)]; }
  void note(base::Instant, const base::event::Inspection&) {}
  void note(base::Instant, const base::event::VoiUploaded&) { ++uploads; }
  void note(base::Instant, const base::event::ListInForce& e) {
    ++in_force;
    version = e.version;
  }
  void note(base::Instant, const base::event::Link& e) { changes.push_back(string(e.from) + (e.up ? " up" : " down")); }
  void note(base::Instant, const base::event::Component& e) { changes.push_back(string(e.component) + (e.up ? " up" : " down")); }
  void note(base::Instant, const base::event::Fault& e) { changes.push_back(string(e.fault) + (e.on ? " on" : " off")); }
  void note(base::Instant, const base::event::Operator& e) {
    changes.push_back(string(e.operator_name) + (e.online ? " online" : " offline"));
  }
  void note(base::Instant, const base::event::StoreCensus& e) { census[string(e.component)] = e.count; }
  void note(base::Instant, const base::event::CaptureReturned& e) { ++returned[string(e.capture_id)]; }
  void note(base::Instant, const base::event::PhaseEnded& e) { phases.emplace_back(e.phase); }
  void note(base::Instant, const base::event::ConnectivityShown&) {}
  void note(base::Instant, const base::event::ClockCompared& e) { compared[string(e.component)].push_back(e.offset); }
  void note(base::Instant, const base::event::ConnectivityTest& e) { tested[string(e.read_id)] = e.component; }
  void note(base::Instant, const base::event::ManualEntry& e) { typed[string(e.read_id)] = e.component; }
  template <class Other>   // of lists and national data no test of a whole run asks here
  void note(base::Instant, const Other&) {}
  void note(base::Instant, const base::event::OperatorSession& e) {
    changes.push_back(string(e.component) + " " + string(e.username) + (e.open ? " signs on" : " signs off"));
  }
};

}  // namespace small
