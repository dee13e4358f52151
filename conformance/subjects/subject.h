// Who is judged, behind one interface: in this issue, components in our own process.
#pragma once

#include <string>
#include <vector>

#include "simulator/run/run.h"

namespace subjects {

/// A system under test that runs in process. The reference plays every role that the subject does not.
///
/// Shape:   `role` is camera, lea, nas, or "whole": all of them together, each requirement in scope. `name` is what `--subject` takes.
struct Subject {
  std::string name;
  std::string role;
  std::string vendor;
  std::string product;
  std::string version;
  run::Cast cast;
};

/// The reference in every role.
[[nodiscard]] Subject reference();

/// Four that keep no promise at all, in the role of NAS. A suite that lets one pass is worth nothing.
///
/// Shape:   "null-nothing" answers nothing; "null-accepts" acknowledges every read at once and stores none; "null-echoes" sends each
///          message back as its own answer; "null-repeats" answers every read with what it answered the first.
[[nodiscard]] std::vector<Subject> null_subjects();

}  // namespace subjects
