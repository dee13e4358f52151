// One run: everything that takes part in it, built from its scenario, and its phases.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "simulator/actors/auditor.h"
#include "simulator/actors/cameras.h"
#include "simulator/actors/lea_staff.h"
#include "simulator/actors/list_owner.h"
#include "simulator/actors/malfunctions.h"
#include "simulator/actors/operator_client.h"
#include "simulator/actors/pnc.h"
#include "simulator/run/actor_port.h"
#include "simulator/run/faults_at_work.h"
#include "simulator/run/host.h"
#include "simulator/run/provocations.h"
#include "simulator/run/teller.h"

namespace run {

/// A scenario with the options put in the place of what they replace.
struct Settings {
  scenario::Fidelity fidelity;
  std::uint32_t sampled_one_in = 1;
};

/// What a scenario does to the run, with those found whom it befalls.
struct Happenings {
  std::vector<Resolved> faults;
  Plan plan;
};

class Simulation {
 public:
  Simulation(const scenario::Scenario& scenario, world::World& world, Layout layout, Happenings happenings, const Cast& cast,
             const Options& options, base::Witness& witness);

  /// Lets all phases happen, once.
  [[nodiscard]] Summary run();

 private:
  void add_nas(const Cast& cast);
  void add_operators();
  void add_list_owners(const ListPolicy& policy);
  void add_pnc(actors::VoiFiles& files);
  void add_auditor();
  void add_leas(const Cast& cast);
  void add_cameras();
  void add_desks(const Plan& plan);
  void add_staff();
  void add_happenings(Happenings happenings);
  ActorPort& port(actors::Actor& actor);
  [[nodiscard]] network::Way way(network::Fidelity fidelity, std::uint64_t window_bytes,
                                 std::uint64_t batch_bytes_max = network::kBatchBytesMax) const;
  [[nodiscard]] network::Fidelity read_fidelity() const;
  /// The front end of the n-th of those who are connected with one.
  [[nodiscard]] doors::PeerId front_end(std::size_t n) const { return nas_[n % nas_.size()]->self(); }
  [[nodiscard]] base::Instant traffic_from() const { return scenario_.start + scenario_.phases.warm_up; }

  void start();
  void tell_cast();
  void tell_clocks();
  void tell(base::event::Body body) { teller_.hear({kernel_.now(), std::move(body)}); }
  /// Lets time go on to `until`, or to the first whole step at which `done` holds.
  void pass_time(base::Instant until, const std::function<bool()>& done = {});
  void end_phase(std::string_view name) { tell(base::event::PhaseEnded{name}); }
  void report_progress();
  void audit();
  void take_census();
  [[nodiscard]] std::uint64_t backlog() const;
  [[nodiscard]] bool at_rest() const;
  [[nodiscard]] Summary summary() const;

  const scenario::Scenario& scenario_;
  world::World& world_;
  const Options& options_;
  Settings settings_;
  Layout layout_;
  kernel::Kernel kernel_;
  Teller teller_;
  std::unique_ptr<network::Network> network_;
  Parcels parcels_;
  Wiring wiring_;
  actors::Pictures pictures_;
  actors::Stage stage_;
  std::vector<std::unique_ptr<ActorPort>> ports_;
  std::vector<std::unique_ptr<Host>> nas_;   ///< its front ends
  std::vector<std::unique_ptr<Host>> leas_;
  std::vector<std::unique_ptr<actors::OperatorClient>> operators_;
  std::vector<std::unique_ptr<actors::ListOwner>> list_owners_;
  std::unique_ptr<actors::Pnc> pnc_;   // or null
  std::unique_ptr<actors::Auditor> auditor_;
  actors::Malfunctions malfunctions_;
  std::unique_ptr<actors::CameraPolicy> camera_policy_;   // or null
  actors::Outlet outlet_;
  std::unique_ptr<actors::Cameras> cameras_;
  std::unique_ptr<actors::Desks> desks_;
  std::vector<std::unique_ptr<actors::LeaStaff>> staff_;
  std::unique_ptr<FaultsAtWork> faults_;
  std::unique_ptr<Provocations> provocations_;
  std::uint64_t reported_at_ = 0;
  std::uint64_t acknowledged_ = 0;
  std::uint64_t backlog_left_ = 0;
};

}  // namespace run
