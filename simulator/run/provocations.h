// What people do in a run because the scenario says so: they test connectivity, type in marks, sign on and off, turn and move cameras.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "scenarios/format/scenario.h"
#include "simulator/actors/cameras.h"
#include "simulator/actors/desks.h"

namespace run {

/// What a scenario plans, with its cameras and LEAs found.
struct Plan {
  struct Tests {
    std::vector<std::uint32_t> cameras;
    scenario::Timetable when;
  };
  struct Entries {
    domain::CameraId desk;
    std::vector<std::uint32_t> cameras;   ///< of the LEA
    scenario::ManualEntrySpec spec;
  };
  struct Session {
    std::uint32_t camera = 0;
    std::string username;
    base::Duration on, off;
  };
  struct Turn {
    std::uint32_t camera = 0;
    scenario::Aim to = scenario::Aim::kAway;
    base::Duration on, off;
  };
  struct Redeployment {
    std::uint32_t camera = 0;
    base::Duration at;
    domain::Location to;
  };
  std::vector<Tests> tests;
  std::vector<Entries> entries;
  std::vector<Session> sessions;
  std::vector<Turn> turns;
  std::vector<Redeployment> redeployments;
};

/// Finds the cameras and LEAs. A camera's name that ends in `*` means all that begin so.
/// Errors:  kProvocationUnfit, also for a turn of a camera that is no CCTV camera and a redeployment of one that is not moveable.
[[nodiscard]] base::Result<Plan> make_plan(const scenario::Scenario& scenario, const world::World& world);

/// Lets the plan happen. Of a session that ends and another that begins at the same instant the end comes first.
class Provocations final : private kernel::Target {
 public:
  /// Schedules all, counted from the start of traffic. Owner: kernel and actors outlive it.
  Provocations(kernel::Kernel& kernel, actors::Cameras& cameras, actors::Desks& desks, Plan plan, base::Instant traffic_from);

 private:
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void test(std::size_t which);
  void type_in(std::size_t which);
  void again(scenario::Timetable& when, std::uint32_t what, std::size_t which);

  kernel::Kernel& kernel_;
  actors::Cameras& cameras_;
  actors::Desks& desks_;
  Plan plan_;
};

}  // namespace run
