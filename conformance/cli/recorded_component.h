// The component that a record is of.
#pragma once

#include "reference/base/result.h"
#include "reference/doors/component.h"
#include "reference/doors/record_header.h"

namespace cli {

inline constexpr base::ErrorKind kComponentUnknown{"component_unknown", "house", "a record of nas or of lea", 3};

/// Makes what made the record: the reference by that name, with the options of the record's head.
/// Errors:  kComponentUnknown, doors::kSettingsUnknown.
[[nodiscard]] base::Result<doors::Factory> recorded_component(const doors::RecordHeader& header);

}  // namespace cli
