// Bytes from front to back, wherever they come from.
#pragma once

#include <cstddef>
#include <span>

#include "reference/base/result.h"

namespace evidence {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills the front of `into`; fewer bytes than it holds, or none, at the end alone. Errors: kPackUnreadable.
  [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> into) = 0;
};

}  // namespace evidence
