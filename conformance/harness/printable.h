// Bytes of a subject as text that JSON can hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace harness {

/// Valid UTF-8 stays as it is; every other byte becomes "\xNN". What is longer than `bytes_max` is cut at a character and says how long
/// it was.
[[nodiscard]] std::string printable(std::string_view bytes, std::size_t bytes_max = 4'096);

}  // namespace harness
