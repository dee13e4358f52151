#include "conformance/oracle/clauses/hit_times.h"

#include <algorithm>
#include <utility>

namespace oracle {

HitTimes::HitTimes(Tally& capture_to_hit, Tally& nas_to_hit, const Outages& outages)
    : outages_(outages),
      capture_to_hit_(capture_to_hit, outages, {base::seconds(4), base::seconds(6)}, "the hit at its operator",
                      "pass, read.sent with its pass_id, hit.sent and hit.delivered"),
      nas_to_hit_(nas_to_hit, outages, {base::seconds(2), base::seconds(2)}, "the hit at its operator",
                  "read.received of nas, hit.sent and hit.delivered") {
  const Under when_decided = capture_to_hit.where("R-27", 2);
  for (std::uint32_t end = 0; end < 3; ++end) {
    const Under ends = capture_to_hit.where("R-10", end);
    from_pass_[end] = capture_to_hit_.measure(ends & ~when_decided);
    from_sending_[end] = capture_to_hit_.measure(ends & when_decided);
    from_nas_[end] = nas_to_hit_.measure(nas_to_hit.where("R-10", end));
  }
}

Traced HitTimes::traced(const ReadState& read, std::string read_id) const {
  Traced t{std::move(read_id), std::string(read.camera.view()), std::string(read.lea.view()), read.captured, read.sent, read.at_lea_since,
           read.received, read.mobile};
  const base::Duration due = read.mobile ? base::seconds(4) : base::seconds(2);
  t.buffered = read.captured && outages_.overlap({t.camera, t.lea, {}}, read.captured->at, read.captured->at + due);
  return t;
}

void HitTimes::calibrate(base::Duration uncertainty) {
  capture_to_hit_.calibrate(uncertainty);
  nas_to_hit_.calibrate(uncertainty);
}

std::uint16_t HitTimes::number_of(std::string_view name) {
  const auto known = std::find(operators_.begin(), operators_.end(), name);
  const auto number = static_cast<std::uint16_t>(known - operators_.begin());
  if (known == operators_.end()) {
    operators_.emplace_back(name);
    any_delivered_.push_back(false);
    any_acknowledged_.push_back(false);
  }
  return number;
}

bool HitTimes::has(const std::vector<std::uint16_t>& operators, std::string_view name) const {
  const auto known = std::find(operators_.begin(), operators_.end(), name);
  const auto number = static_cast<std::uint16_t>(known - operators_.begin());
  return known != operators_.end() && std::find(operators.begin(), operators.end(), number) != operators.end();
}

bool HitTimes::first_of(std::vector<std::uint16_t>& operators, std::string_view name) {
  const std::uint16_t number = number_of(name);
  if (std::find(operators.begin(), operators.end(), number) != operators.end()) return false;
  operators.push_back(number);
  return true;
}

template <class Tell>
void HitTimes::by_each_budget(End end, const Traced& read, const HitTrail& hit, std::string_view operator_name,
                              std::optional<Stamp> delivered, Tell tell) {
  Budget::Case of{{}, read.mobile, false, {read.camera, read.lea, operator_name}, read.read_id, read.camera, {},
                  {read.captured, read.sent, read.at_lea, read.received, hit.sent, delivered, true}};
  if (read.captured) {
    of.from = *read.captured;
    tell(capture_to_hit_, from_pass_[end], of);
  }
  of.way.captured = std::nullopt;
  if (read.sent) {
    of.from = *read.sent;
    tell(capture_to_hit_, from_sending_[end], of);
  }
  if (!read.received) return;
  of.from = *read.received;
  of.buffered = read.buffered;
  of.path = {{}, {}, operator_name};
  of.way.sent = of.way.at_lea = std::nullopt;
  tell(nas_to_hit_, from_nas_[end], of);
}

void HitTimes::observe(End end, const Traced& read, const HitTrail& hit, std::string_view operator_name, const Stamp& to) {
  by_each_budget(end, read, hit, operator_name, end == kSent ? std::nullopt : std::optional(to),
                 [&](Budget& budget, Budget::Measure by, const Budget::Case& of) { budget.observe(by, of, to); });
}

void HitTimes::overdue(End end, const Traced& read, const HitTrail& hit, std::string_view operator_name, base::Instant now) {
  by_each_budget(end, read, hit, operator_name, {},
                 [&](Budget& budget, Budget::Measure by, const Budget::Case& of) { budget.overdue(by, of, now); });
}

void HitTimes::sent(const Traced& read, HitTrail& hit, const Stamp& at) {
  hit.sent = at;
  observe(kSent, read, hit, {}, at);
}

void HitTimes::delivered(const Traced& read, HitTrail& hit, std::string_view operator_name, const Stamp& at) {
  const bool first = first_of(hit.delivered_to, operator_name);
  any_delivered_[number_of(operator_name)] = true;
  if (first) observe(kReceived, read, hit, operator_name, at);
}

void HitTimes::acknowledged(const Traced& read, HitTrail& hit, std::string_view operator_name, const Stamp& at) {
  const bool first = first_of(hit.acknowledged_by, operator_name);
  any_acknowledged_[number_of(operator_name)] = true;
  if (first) observe(kAcknowledged, read, hit, operator_name, at);
}

void HitTimes::close(const Owed& owed, base::Instant at, bool whole) {
  const HitTrail& first = *owed.trails.front();
  const std::uint16_t nobody = number_of({});   // what does not say to whom it was may have been to anybody
  const auto reached = [&](std::vector<std::uint16_t> HitTrail::*ends, std::uint16_t number) {
    return std::any_of(owed.trails.begin(), owed.trails.end(), [&](const HitTrail* trail) {
      const auto& there = trail->*ends;
      return std::any_of(there.begin(), there.end(), [&](std::uint16_t one) { return one == number || one == nobody; });
    });
  };
  for (const std::string_view name : owed.operators) {
    const std::uint16_t number = number_of(name);
    const auto told = [&](const std::vector<bool>& any) { return any[number] || any[nobody]; };
    if (!reached(&HitTrail::delivered_to, number) && (whole || told(any_delivered_))) overdue(kReceived, owed.read, first, name, at);
    // Of somebody who never acknowledged one the evidence does not tell it.
    if (!reached(&HitTrail::acknowledged_by, number) && told(any_acknowledged_)) overdue(kAcknowledged, owed.read, first, name, at);
  }
}

void HitTimes::conclude() {
  capture_to_hit_.conclude();
  nas_to_hit_.conclude();
}

}  // namespace oracle
