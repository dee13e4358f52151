// Bytes from front to back, wherever they come from.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "reference/base/result.h"

namespace evidence {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills the front of `into`; fewer bytes than it holds, or none, at the end alone. Errors: kPackUnreadable.
  [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> into) = 0;
};

/// All that is left of it. Errors: its own; kPackUnreadable: more than `bytes_max`, and of what, by its `name`.
[[nodiscard]] base::Result<std::string> read_all(ByteSource& source, std::string_view name, std::size_t bytes_max);

}  // namespace evidence
