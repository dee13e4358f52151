// SimGrid's engine: one a process, started by the first platform that needs it, never stopped.
//
// What is global here is SimGrid's own. Our marks of what it is used for (how many platforms it holds, whether somebody runs
// flows on it) are kept as properties of its root zone, so that there is no global of ours beside it.
#pragma once

#include <cstdint>
#include <string>

#include <simgrid/forward.h>

namespace network {

/// Who is told that a Comm has ended: the Comm's data points to one, or to nothing.
class CommEnd {
 public:
  virtual ~CommEnd() = default;
  /// Called from within the engine: may note, must not start or cancel anything. `whole`: all bytes crossed; otherwise it failed.
  virtual void on_end(bool whole) = 0;
};

/// The engine, configured and silent; started where it is not yet running.
[[nodiscard]] simgrid::s4u::Engine& engine();

/// A zone outside the tree under SimGrid's root, which is sealed for good with the first run: a platform for itself.
[[nodiscard]] simgrid::s4u::NetZone& create_platform_zone(const std::string& name);

/// A number no platform of this process had before.
[[nodiscard]] std::uint64_t next_platform_number();

/// Takes the engine's clock for one owner, until it is given back: only one network at a time can run flows.
void claim_clock();
void release_clock();

/// The model that shares the links. Owner: the engine, for ever.
[[nodiscard]] simgrid::kernel::resource::Model& network_model();

/// When the next flow ends if nothing else starts; negative where none is under way. Units: seconds of the engine's clock.
[[nodiscard]] double next_end(simgrid::kernel::resource::Model& model);

/// Lets the engine run up to `date`, which must not be before its clock; `date` equal to its clock lets what failed be reported.
void run_engine_until(double date);

/// Units: seconds.
[[nodiscard]] double engine_clock();

}  // namespace network
