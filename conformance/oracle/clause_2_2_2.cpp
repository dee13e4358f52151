#include "conformance/oracle/clause_2_2_2.h"

#include <fmt/format.h>

#include "conformance/oracle/field_check.h"
#include "conformance/oracle/parse/capture_time.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {

bool Clause222::judge(const parse::ReadFields& read, const Sighting& sighting) {
  constexpr std::string_view kExpected = "a moment of the calendar as dd/mm/yyyy hh:mm:ss, in the field time";
  if (!field_is_there(read, read.time, sighting, kExpected, form_)) return false;
  const auto trouble = parse::trouble_of_time(read.time.value);
  if (!trouble) {
    form_.met();
    return true;
  }
  form_.against(sighting, kExpected, fmt::format("found {}: {}", parse::shown(read.time.value), *trouble));
  return false;
}

}  // namespace oracle
