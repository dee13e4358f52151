// room: conformance/oracle
//
// Any text as a location: it gives a place on the globe, or says what is wrong with it, and a place written in plain degrees is read again
// as the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "conformance/oracle/parse/location.h"
#include "reference/base/check.h"

namespace {

std::string degrees(std::int32_t value_e7) {
  const std::int64_t size = std::llabs(std::int64_t{value_e7});
  return fmt::format("{}{}.{:07}", value_e7 < 0 ? "-" : "", size / 10'000'000, size % 10'000'000);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using oracle::parse::LocationForm;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const oracle::parse::Location found = oracle::parse::location_of(text);
  PLUMB_CHECK(found.trouble.empty() == (found.form != LocationForm::kNone), "what gives no place says why");
  if (!found.has_place()) return 0;
  const std::string again = fmt::format("{},{}", degrees(found.at.latitude_deg_e7), degrees(found.at.longitude_deg_e7));
  const oracle::parse::Location same = oracle::parse::location_of(again);
  PLUMB_CHECK(same.form == LocationForm::kSigned, "a place can be written in signed degrees");
  PLUMB_CHECK(same.at.latitude_deg_e7 == found.at.latitude_deg_e7 && same.at.longitude_deg_e7 == found.at.longitude_deg_e7,
              "and is then the same");
  return 0;
}
