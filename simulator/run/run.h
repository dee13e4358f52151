// Running a scenario: the world, the actors, the cast and the faults on one kernel, told to a Witness.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "reference/base/witness.h"
#include "reference/doors/component.h"
#include "scenarios/format/scenario.h"
#include "simulator/actors/album.h"
#include "simulator/actors/camera_policy.h"
#include "simulator/world/world.h"

namespace run {

using Factory = std::function<std::unique_ptr<doors::Component>(const doors::Doors&)>;

/// Makes what a run's emulated cameras do otherwise; one for all of them.
using CameraPolicyFactory = std::function<std::unique_ptr<actors::CameraPolicy>()>;

/// Changes what the keepers of a run's lists upload, name and content; what a tester stages is left as it is.
using ListPolicy = std::function<void(std::string& file, std::string& csv)>;

/// Who plays the roles of the core: the reference unless somebody else is handed in (a mutant, a null subject, a proxy to a
/// vendor's system). Cameras are always the simulator's; without a policy they keep to the specification.
struct Cast {
  Factory nas;
  Factory lea;
  CameraPolicyFactory camera = {};
  ListPolicy list = {};
  Factory second_front_end = {};   ///< of NAS, where the scenario has two; without it `nas` makes both
};
[[nodiscard]] Cast reference_cast();

/// What becomes of a file that stands where a record is to go.
enum class RecordsThere : std::uint8_t { kRefuse, kReplace };

/// What a run is told beside its scenario.
struct Options {
  std::string command = "simulate";             ///< of plumbline: what the replay line tells people to run
  std::uint64_t seed = 0;
  std::optional<scenario::Fidelity> fidelity;   ///< in place of the scenario's
  std::optional<std::uint32_t> sampled_one_in;
  std::filesystem::path record_nas;             ///< where set: the record of NAS's doors, for `plumbline replay`
  std::filesystem::path record_lea;
  RecordsThere records_there = RecordsThere::kRefuse;
  std::uint64_t window_bytes_max = 0;           ///< where set: no connection takes more at once, for tests of back-pressure
  std::shared_ptr<actors::Album> album{};  ///< of runs before this one, so that no picture is drawn twice; null: every picture is drawn
  /// Called from between events, every few thousand of them; whoever shows progress decides by its own clock how often to.
  std::function<void(base::Instant simulated, std::uint64_t reads)> progress;
};

/// What a run was, apart from its evidence.
struct Summary {
  std::string replay_line;          ///< the command that does it again, and after `#` what it was: scenario and build
  std::string digest;               ///< of events
  std::string image_digest;         ///< of the images' hashes, by identity
  std::uint64_t events = 0;         ///< kernel events
  std::uint64_t flows = 0;          ///< Comms that SimGrid carried; 0 in `queue`
  std::uint64_t passes = 0;
  std::uint64_t reads_sent = 0;
  std::uint64_t reads_acknowledged = 0;   ///< different captures that NAS acknowledged
  std::uint64_t captures_returned = 0;    ///< of those, given back to the auditor
  std::uint64_t hits_delivered = 0;       ///< different hits, summed over operators
  std::uint64_t backlog = 0;              ///< reads, buffered rows and hits still on their way at the end of liveness
  std::vector<scenario::Fault> faults;   ///< written and drawn, in order of `on`
  base::Duration simulated;
};

/// The faults of a run: those written, and those drawn from the seed.
[[nodiscard]] std::vector<scenario::Fault> faults_of(const scenario::Scenario& scenario, std::uint64_t seed);

inline constexpr base::ErrorKind kFaultUnknown{"fault_unknown", "house", "a fault of docs/faults.md", 1};
inline constexpr base::ErrorKind kFaultTargetUnknown{"fault_target_unknown", "house", "a target that is in the scenario", 2};
inline constexpr base::ErrorKind kFaultParameterUnfit{"fault_parameter_unfit", "house", "parameters as docs/faults.md gives them", 3};
inline constexpr base::ErrorKind kProvocationUnfit{"provocation_unfit", "house",
                                                   "cameras and LEAs that are there, and one session at a time on each camera", 4};
inline constexpr base::ErrorKind kRecordExists{"record_exists", "house", "a file of its own for each record, that is not there yet", 5};

/// Runs the scenario to its end. The witness hears everything in order of time.
/// Errors:  those of world::make_world, kFaultUnknown, kFaultTargetUnknown, kFaultParameterUnfit, kProvocationUnfit, each with the
///          scenario's file; kRecordExists, those of doors::Recording.
[[nodiscard]] base::Result<Summary> run_scenario(const scenario::Scenario& scenario, const Cast& cast, const Options& options,
                                                 base::Witness& witness);

/// The same in a world of the caller's, which is started here and serves one run.
/// Errors:  kFaultUnknown, kFaultTargetUnknown, kFaultParameterUnfit, kProvocationUnfit, kRecordExists, those of doors::Recording.
[[nodiscard]] base::Result<Summary> run_scenario(const scenario::Scenario& scenario, world::World& world, const Cast& cast,
                                                 const Options& options, base::Witness& witness);

[[nodiscard]] std::string replay_line(const scenario::Scenario& scenario, const Options& options);

}  // namespace run
