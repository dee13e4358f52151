#include "conformance/oracle/clauses/clause_2_2_2.h"

#include <cstdlib>

#include <fmt/format.h>

#include "conformance/oracle/clauses/field_check.h"
#include "conformance/oracle/parse/british_time.h"
#include "conformance/oracle/parse/capture_time.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

constexpr std::int64_t kHalfAQuarter_s = 450;
constexpr std::int64_t kNsPerSecond = 1'000'000'000;

}  // namespace

bool Clause222::judge(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::string_view kExpected = "a moment of the calendar as dd/mm/yyyy hh:mm:ss, in the field time";
  if (!field_is_there(read, read.time, context.sighting, kExpected, form_)) return false;
  const auto trouble = parse::trouble_of_time(read.time.value);
  if (!trouble) {
    form_.met(context.kind());
    judge_gmt(read.time.value, context);
    return true;
  }
  form_.against(context.sighting, kExpected, fmt::format("found {}: {}", parse::shown(read.time.value), *trouble));
  return false;
}

void Clause222::judge_gmt(std::string_view time, const ReadContext& context) {
  if (!context.pass) return;   // of what was typed in, or of a test, the true instant is not known
  const base::Instant truth = context.pass->at.at;
  const std::int64_t ahead_s = parse::seconds_of_time(time) - truth.ns / kNsPerSecond;
  if (std::abs(ahead_s) >= kHalfAQuarter_s) {
    return gmt_.against(context.sighting, fmt::format("the time of the pass in GMT, {}", base::to_rfc3339(truth)),
                        fmt::format("{}, {} s {}", parse::shown(time), std::abs(ahead_s), ahead_s > 0 ? "ahead" : "behind"));
  }
  if (parse::is_summer_time(truth)) return gmt_.met();
  in_winter_ = true;
}

void Clause222::conclude() {
  if (!gmt_.any_met() && in_winter_)
    gmt_.missing("every read was made while GMT is also the local time, so that a clock that follows summer time would not show");
}

}  // namespace oracle
