// NAS components that keep no promise: the least that a suite must be able to fail.
#pragma once

#include <memory>

#include "reference/doors/component.h"

namespace subjects {

enum class Null { kNothing, kAccepts, kEchoes, kRepeats };

[[nodiscard]] std::unique_ptr<doors::Component> make_null_nas(const doors::Doors& doors, Null kind);

}  // namespace subjects
