// What a run was, as far as its report and whoever runs it again must know.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/base/instant.h"

namespace evidence {

/// A fault that a run was given.
struct GivenFault {
  std::string id, fault, target;
  base::Instant on, off;
};

/// A simulated run, as the manifest of its pack keeps it under "run", so that a report made of the pack says the same as the one made as it
/// went. Of evidence that somebody else gathered, `scenario` is empty.
struct Provenance {
  std::string scenario, title, file;    ///< its name, its title, the scenario's file
  std::string scenario_sha256;
  std::uint64_t seed = 0;
  std::string replay;                   ///< the line that has the run again
  std::string subject_option;           ///< " --subject NAME", where the subject was not the reference
  std::string fidelity;                 ///< "queue", "flow"
  std::uint32_t wire_one_in = 1;        ///< one read in so many crossed encoded
  std::string digest, image_digest;
  std::vector<GivenFault> faults;
  std::vector<std::string> attributions;

  [[nodiscard]] bool simulated() const { return !scenario.empty(); }
};

}  // namespace evidence
