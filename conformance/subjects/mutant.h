// Mutants: the reference with one promise broken, on purpose, so that the suite can be seen to notice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/subjects/subject.h"

namespace subjects {

/// A mutant wraps a component or one of its doors, or hands an emulated camera another policy; the core itself has no switch for it.
///
/// Shape:   `id` names who does what and never changes its meaning; `requirement` is the one that its defect breaks, and whose case must
///          catch it; `consequences` are others that the same defect may break too. `seen_in` names scenarios of the library in which it
///          shows, where neither the requirement's own case nor an ordinary minute provokes it.
struct Mutant {
  std::string_view id;
  std::string_view role;          ///< camera, lea, nas, source
  std::string_view requirement;
  std::string_view what;          ///< in one sentence
  std::vector<std::string_view> consequences;
  std::vector<std::string_view> seen_in;
  run::Cast cast;
};

/// All, in order of the requirement that they break.
[[nodiscard]] const std::vector<Mutant>& mutants();

[[nodiscard]] std::vector<Mutant> camera_mutants();   ///< those of places and images among them
[[nodiscard]] std::vector<Mutant> place_mutants();
[[nodiscard]] std::vector<Mutant> image_mutants();
[[nodiscard]] std::vector<Mutant> lea_mutants();
[[nodiscard]] std::vector<Mutant> nas_mutants();      ///< those of lists and of hits are apart
[[nodiscard]] std::vector<Mutant> list_mutants();
[[nodiscard]] std::vector<Mutant> list_desk_mutants();
[[nodiscard]] std::vector<Mutant> hit_mutants();
[[nodiscard]] std::vector<Mutant> source_mutants();   ///< of whoever keeps a list

/// The mutant as a subject, under its id.
[[nodiscard]] Subject subject_of(const Mutant& mutant);

}  // namespace subjects
