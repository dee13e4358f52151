// The faults of a run, put on and taken off as simulated time reaches them.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "simulator/actors/cameras.h"
#include "simulator/actors/operator_client.h"
#include "simulator/run/faults.h"
#include "simulator/run/host.h"

namespace run {

/// What faults are done to. Owner: borrowed for life.
struct Patients {
  kernel::Kernel& kernel;
  network::Network& network;
  Wiring& wiring;
  base::Witness& witness;
  actors::Cameras& cameras;
  actors::Malfunctions& malfunctions;
  const Layout& layout;
  const scenario::Scenario& scenario;
  std::vector<Host*> hosts;                         ///< the front ends of NAS first
  std::vector<actors::OperatorClient*> operators;   ///< in the order of the scenario
  actors::Pnc* pnc = nullptr;                       ///< where there is one
};

/// Two faults may befall one link or component at once: it is well again when the last has gone.
class FaultsAtWork final : private kernel::Target {
 public:
  /// Schedules all, counted from the start of traffic.
  FaultsAtWork(Patients patients, std::vector<Resolved> faults, base::Instant traffic_from);

  [[nodiscard]] std::vector<scenario::Fault> list() const;
  /// Whether every fault has gone and every component is alive.
  [[nodiscard]] bool all_healed() const { return at_work_ == 0 && dead_ == 0; }

 private:
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void turn(std::size_t fault, bool on);
  void work(std::size_t fault, const LinkDown& effect, bool on);
  void work(std::size_t fault, const Crash& effect, bool on);
  void work(std::size_t fault, const StoreFaulty& effect, bool on);
  void work(std::size_t fault, const ClockWrong& effect, bool on);
  void work(std::size_t fault, const ReadsMalformed& effect, bool on);
  void work(std::size_t fault, const ComponentSlow& effect, bool on);
  void work(std::size_t fault, const OperatorSlow& effect, bool on);
  void work(std::size_t fault, const PncFaulty& effect, bool on);
  void set_link(network::LinkId link, bool up);
  void tell_operator(const std::string& link_name, bool online);
  void restart(std::size_t number);
  void tell_front_end(std::size_t number, bool up);
  [[nodiscard]] Host& host(const std::string& name) const;

  Patients patients_;
  std::vector<Resolved> faults_;
  std::vector<std::uint32_t> links_down_;   // by link: how many faults hold it down
  std::uint32_t at_work_ = 0;
  std::uint32_t dead_ = 0;
};

}  // namespace run
