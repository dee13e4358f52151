// room: scenarios/format
// Any bytes as a scenario: read, or refused with file and place. Never a crash, never a message without a place.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/format/scenario.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto scenario = scenario::parse_scenario(text, "fuzzed.json");
  if (!scenario && !scenario.error().detail.starts_with("fuzzed.json: ")) std::abort();
  if (scenario && scenario->sha256.size() != 64) std::abort();
  return 0;
}
