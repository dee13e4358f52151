#include "simulator/network/engine.h"

#include <array>
#include <csignal>
#include <limits>
#include <vector>

#include <simgrid/kernel/resource/Model.hpp>
#include <simgrid/kernel/routing/NetZoneImpl.hpp>
#include <simgrid/s4u.hpp>

#include "reference/base/check.h"

namespace network {
namespace {

constexpr const char* kPlatforms = "platforms";
constexpr const char* kClock = "clock";
constexpr const char* kNetworkModel = "Network_CM02";

// CM02 with no factor of its own: a flow gets its max-min share of each link and nothing else is modelled. LV08, SimGrid's
// default, would scale latency by 13, and cross-traffic would slow a flow by its own acknowledgements. Precisions below what
// the clock resolves (see flows.cpp), instead of 10 us. `clean-atexit` off: the zones outside the root are not SimGrid's to free.
constexpr std::array kArguments = {
    "plumbline",
    "--log=root.threshold:critical",
    "--log=xbt_cfg.threshold:critical",
    "--cfg=debug/clean-atexit:0",
    "--cfg=network/model:CM02",
    "--cfg=network/optim:Lazy",
    "--cfg=network/crosstraffic:0",
    "--cfg=network/latency-factor:1",
    "--cfg=network/bandwidth-factor:1",
    "--cfg=network/weight-S:0",
    "--cfg=surf/precision:1e-9",
    "--cfg=maxmin/precision:1e-9",
};

void report_end(const simgrid::s4u::Activity& activity) {
  auto* const end = static_cast<CommEnd*>(activity.get_data<void>());
  if (end != nullptr) end->on_end(activity.get_state() == simgrid::s4u::Activity::State::FINISHED);
}

/// SimGrid takes SIGINT and SIGSEGV for itself; they are given back.
class SignalsKept {
 public:
  SignalsKept() {
    sigaction(SIGINT, nullptr, &interrupt_);
    sigaction(SIGSEGV, nullptr, &segmentation_);
  }
  ~SignalsKept() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGSEGV, &segmentation_, nullptr);
  }
  SignalsKept(const SignalsKept&) = delete;
  SignalsKept& operator=(const SignalsKept&) = delete;

 private:
  struct sigaction interrupt_ {};
  struct sigaction segmentation_ {};
};

void start_engine() {
  const SignalsKept signals;
  std::vector<std::string> words(kArguments.begin(), kArguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  int argc = static_cast<int>(argv.size());
  argv.push_back(nullptr);
  static_cast<void>(simgrid::s4u::Engine::get_instance(&argc, argv.data()));  // it keeps itself
  simgrid::s4u::create_empty_zone("root");
  simgrid::s4u::Activity::on_completion_cb(report_end);
}

simgrid::s4u::NetZone& root() { return *engine().get_netzone_root(); }

}  // namespace

simgrid::s4u::Engine& engine() {
  if (!simgrid::s4u::Engine::has_instance()) start_engine();
  return *simgrid::s4u::Engine::get_instance();
}

simgrid::s4u::NetZone& create_platform_zone(const std::string& name) {
  const auto* const models = root().get_impl();
  auto* const zone = simgrid::s4u::create_star_zone(name);
  auto* const its = zone->get_impl();
  its->set_network_model(models->get_network_model());
  its->set_cpu_pm_model(models->get_cpu_pm_model());
  its->set_cpu_vm_model(models->get_cpu_vm_model());
  its->set_disk_model(models->get_disk_model());
  its->set_host_model(models->get_host_model());
  return *zone;
}

std::uint64_t next_platform_number() {
  const char* const before = root().get_property(kPlatforms);
  const std::uint64_t number = before == nullptr ? 1 : std::stoull(before) + 1;
  root().set_property(kPlatforms, std::to_string(number));
  return number;
}

void claim_clock() {
  const char* const holder = root().get_property(kClock);
  PLUMB_CHECK(holder == nullptr || std::string(holder) == "free", "one network a process runs flows at a time");
  root().set_property(kClock, "taken");
}

void release_clock() { root().set_property(kClock, "free"); }

simgrid::kernel::resource::Model& network_model() {
  for (auto* const model : engine().get_all_models()) {
    if (model->get_name() == kNetworkModel) return *model;
  }
  base::broken(__FILE__, __LINE__, "network model", "SimGrid runs CM02");
}

double next_end(simgrid::kernel::resource::Model& model) {
  const double in = model.next_occurring_event(engine_clock());
  return in < 0 ? -1 : engine_clock() + in;
}

void run_engine_until(double date) {
  PLUMB_CHECK(date >= engine_clock(), "SimGrid's clock does not go back");
  do {
    engine().run_until(date);  // it may come back up to 10 us early, where something ended there
  } while (engine_clock() < date);
}

double engine_clock() { return simgrid::s4u::Engine::get_clock(); }

}  // namespace network
