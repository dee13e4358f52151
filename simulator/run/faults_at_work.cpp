#include "simulator/run/faults_at_work.h"

#include <algorithm>

#include "reference/base/check.h"
#include "simulator/run/subscribers.h"

namespace run {
namespace {

enum FaultTimer : std::uint32_t { kOn, kOff, kRestart };

}  // namespace

FaultsAtWork::FaultsAtWork(Patients patients, std::vector<Resolved> faults, base::Instant traffic_from)
    : patients_(std::move(patients)), faults_(std::move(faults)), links_down_(patients_.layout.links.size()) {
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    const scenario::Fault& fault = faults_[i].fault;
    if (fault.off <= fault.on) continue;   // it would begin when traffic is over
    ++at_work_;
    patients_.kernel.at(traffic_from + fault.on, *this, kOn, i);
    patients_.kernel.at(traffic_from + fault.off, *this, kOff, i);
  }
}

std::vector<scenario::Fault> FaultsAtWork::list() const {
  std::vector<scenario::Fault> list;
  for (const Resolved& resolved : faults_) list.push_back(resolved.fault);
  return list;
}

void FaultsAtWork::on_event(std::uint32_t what, std::uint64_t which) {
  if (what == kRestart) return restart(which);
  turn(which, what == kOn);
  if (what == kOff) --at_work_;
}

void FaultsAtWork::turn(std::size_t index, bool on) {
  const Resolved& resolved = faults_[index];
  patients_.witness.hear({patients_.kernel.now(), base::event::Fault{resolved.fault.fault, resolved.fault.target, on}});
  std::visit([&](const auto& effect) { work(index, effect, on); }, resolved.effect);
}

void FaultsAtWork::work(std::size_t, const LinkDown& effect, bool on) {
  for (const network::LinkId link : effect.links) {
    std::uint32_t& holds = links_down_[link.value];
    on ? ++holds : --holds;
    if (holds == (on ? 1U : 0U)) set_link(link, !on);
  }
}

void FaultsAtWork::set_link(network::LinkId link, bool up) {
  const NamedLink& named = patients_.layout.links[link.value];
  patients_.witness.hear({patients_.kernel.now(), base::event::Link{named.from, named.to, up}});
  tell_operator(named.name, up);
  patients_.network.set_link(link, up);
}

void FaultsAtWork::tell_operator(const std::string& link_name, bool online) {
  for (const scenario::OperatorSpec& op : patients_.scenario.operators) {
    if (link_name != "operator:" + op.name) continue;
    patients_.witness.hear({patients_.kernel.now(), ToldSubscriber(op).event(online)});
  }
}

void FaultsAtWork::work(std::size_t index, const Crash& effect, bool on) {
  if (!on) return;
  const scenario::Fault& fault = faults_[index].fault;
  const base::Duration dead_for = std::max(effect.restart, fault.off - fault.on);
  for (const std::string& name : effect.components) {
    Host& victim = host(name);
    if (!victim.alive()) continue;   // it comes back as the crash before this one has it
    ++dead_;
    victim.crash();
    const auto found = std::find(patients_.hosts.begin(), patients_.hosts.end(), &victim);
    const auto number = static_cast<std::size_t>(found - patients_.hosts.begin());
    tell_front_end(number, false);
    patients_.wiring.refresh(victim.self());
    patients_.kernel.after(dead_for, *this, kRestart, number);
  }
}

void FaultsAtWork::restart(std::size_t number) {
  Host& host = *patients_.hosts[number];
  --dead_;
  host.start();
  tell_front_end(number, true);
  patients_.wiring.refresh(host.self());
}

/// What it means to others that one of two front ends has died or come back. Evidence knows NAS as one component: it is down while no
/// front end is left, and while one is, the way to NAS of whoever is connected with the other.
void FaultsAtWork::tell_front_end(std::size_t number, bool up) {
  const std::size_t front_ends = patients_.scenario.nas.front_ends;
  if (front_ends == 1 || number >= front_ends) return;
  const auto& hosts = patients_.hosts;
  const auto end = hosts.begin() + static_cast<std::ptrdiff_t>(front_ends);
  const auto alive = std::count_if(hosts.begin(), end, [](const Host* host) { return host->alive(); });
  const base::Instant now = patients_.kernel.now();
  if (alive == (up ? 1 : 0)) patients_.witness.hear({now, base::event::Component{"nas", up}});
  for (std::size_t i = number; i < patients_.scenario.operators.size(); i += front_ends) {
    patients_.witness.hear({now, base::event::Link{patients_.scenario.operators[i].name, "nas", up}});
  }
}

void FaultsAtWork::work(std::size_t index, const StoreFaulty& effect, bool on) {
  for (const std::string& name : effect.components) {
    if (on) {
      host(name).store().set_fault(index, effect.fault);
    } else {
      host(name).store().clear_fault(index);
    }
  }
}

void FaultsAtWork::work(std::size_t, const ClockWrong& effect, bool on) {
  for (const std::uint32_t camera : effect.cameras) {
    patients_.cameras.turn_clock(camera, on ? effect.offset : base::Duration{} - effect.offset);
  }
}

void FaultsAtWork::work(std::size_t, const ReadsMalformed& effect, bool on) {
  for (const std::uint32_t camera : effect.cameras) {
    patients_.malfunctions.set(camera, on ? effect.malfunction : actors::Malfunction{});
  }
}

void FaultsAtWork::work(std::size_t, const ComponentSlow& effect, bool on) {
  for (const std::string& name : effect.components) host(name).slow_down(on ? effect.delay : base::Duration{} - effect.delay);
}

void FaultsAtWork::work(std::size_t, const OperatorSlow& effect, bool on) {
  for (const std::uint32_t number : effect.operators) {
    patients_.operators[number]->slow_down(on ? effect.delay : base::Duration{} - effect.delay);
  }
}

void FaultsAtWork::work(std::size_t, const PncFaulty& effect, bool on) { patients_.pnc->turn(effect.fault, on); }

Host& FaultsAtWork::host(const std::string& name) const {
  const auto found = std::find_if(patients_.hosts.begin(), patients_.hosts.end(), [&](const Host* h) { return h->instance() == name; });
  PLUMB_CHECK(found != patients_.hosts.end(), "targets were found in the layout");
  return **found;
}

}  // namespace run
