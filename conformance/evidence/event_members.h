// Events whose members need more than a line to read.
#pragma once

#include <vector>

#include "conformance/evidence/fields.h"

namespace evidence {

/// Owner:   what the event refers to stands in `presets`, good until it changes.
[[nodiscard]] base::event::Camera camera_of(const Fields& f, std::vector<base::event::Preset>& presets);

/// Likewise. `component` is nas where it is not told.
[[nodiscard]] base::event::ReadRefused refused_of(const Fields& f, std::vector<base::event::RefusedFault>& faults);

}  // namespace evidence
