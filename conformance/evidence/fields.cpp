#include "conformance/evidence/fields.h"

#include <algorithm>
#include <array>

namespace evidence {

void check_keys_once(simdjson::dom::object object) {
  constexpr std::size_t kKeysMax = 64;
  std::array<std::string_view, kKeysMax> keys;
  std::size_t count = 0;
  for (const simdjson::dom::key_value_pair member : object) {
    if (count == kKeysMax) throw LineFault{"expected at most 64 members"};
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(keys.begin(), end, member.key) != end) throw LineFault{fmt::format("expected \"{}\" once", member.key)};
    keys.at(count++) = member.key;
  }
}

}  // namespace evidence
