// Faults: what there are, what their parameters mean, and whom they befall (docs/faults.md).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "reference/base/result.h"
#include "simulator/actors/malfunctions.h"
#include "simulator/actors/pnc.h"
#include "simulator/run/layout.h"
#include "simulator/run/run.h"
#include "simulator/run/sim_store.h"

namespace run {

struct LinkDown {
  std::vector<network::LinkId> links;
};
/// A component dies at `on` and is started again `restart` later, or at `off` where that is later.
struct Crash {
  std::vector<std::string> components;
  base::Duration restart;
};
struct StoreFaulty {
  std::vector<std::string> components;
  StoreFault fault;
};
struct ClockWrong {
  std::vector<std::uint32_t> cameras;
  base::Duration offset;
};
struct ReadsMalformed {
  std::vector<std::uint32_t> cameras;
  actors::Malfunction malfunction;
};
struct ComponentSlow {
  std::vector<std::string> components;
  base::Duration delay;
};
struct OperatorSlow {
  std::vector<std::uint32_t> operators;   ///< by their place in the scenario
  base::Duration delay;
};

struct PncFaulty {
  actors::PncFault fault = actors::PncFault::kHangs;
};

/// A fault with its target found and its parameters read.
struct Resolved {
  scenario::Fault fault;
  std::variant<LinkDown, Crash, StoreFaulty, ClockWrong, ReadsMalformed, ComponentSlow, OperatorSlow, PncFaulty> effect;
};

/// The front ends of NAS by their names as targets: "nas", or "nas:1" and "nas:2".
[[nodiscard]] std::vector<std::string> front_ends_of(const scenario::Scenario& scenario);

/// Finds the targets and reads the parameters. A target that ends in `*` means all that begin so; of them `share` ("1/20") takes those on
/// whom the seed's draw falls. A fault that lasts beyond traffic ends with it.
/// Errors:  kFaultUnknown, kFaultTargetUnknown, kFaultParameterUnfit.
[[nodiscard]] base::Result<std::vector<Resolved>> resolve(const std::vector<scenario::Fault>& faults, const scenario::Scenario& scenario,
                                                          const Layout& layout, const world::World& world, std::uint64_t seed);

}  // namespace run
