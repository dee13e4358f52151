// What DVLA's names of colours look like.
#pragma once

#include <string_view>

#include "simulator/imagery/strokes.h"

namespace imagery {

/// The paint of a vehicle whose colour is registered so: "BLUE", "SILVER/ALUMINIUM". An unknown name is grey.
[[nodiscard]] Paint paint_of(std::string_view colour);

}  // namespace imagery
