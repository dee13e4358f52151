#include "conformance/oracle/clause_6_budgets.h"

#include <fmt/format.h>

namespace oracle {
namespace {

// Instants are judged in whole microseconds, as a pack keeps them, so that a difference is uncertain by one.
constexpr base::Duration kResolution = base::microseconds(1);

std::string seconds(base::Duration d) { return fmt::format("{}.{:06} s", d.ns / 1'000'000'000, d.ns / 1000 % 1'000'000); }

}  // namespace

bool Budget::excused(const Stamp& from, base::Duration limit, const Path& path) const {
  return outages_.overlap(path, from.at, from.at + limit);
}

void Budget::observe(const Stamp& from, const Stamp& to, bool mobile, const Path& path, const Sighting& sighting) {
  Population& latencies = population(mobile);
  const base::Duration latency = to.at - from.at;
  const base::Duration uncertainty = kResolution + calibration_ + from.uncertainty + to.uncertainty;
  const Zone zone = zone_of(latency, latencies.limit(), uncertainty);
  if (zone != Zone::kWithin && excused(from, latencies.limit(), path)) return;
  latencies.add(latency, uncertainty);
  if (zone == Zone::kWithin) return tally_.met();
  const std::string expected = fmt::format("{} within {}", what_, seconds(latencies.limit()));
  if (zone == Zone::kBeyond) return tally_.against(sighting, expected, "after " + seconds(latency));
  tally_.undecided(sighting, expected, fmt::format("after {}, uncertain by {}", seconds(latency), seconds(uncertainty)));
}

void Budget::overdue(const Stamp& from, base::Instant now, bool mobile, const Path& path, const Sighting& sighting) {
  Population& latencies = population(mobile);
  const base::Duration waited = now - from.at;
  const base::Duration uncertainty = kResolution + calibration_ + from.uncertainty;
  if (zone_of(waited, latencies.limit(), uncertainty) != Zone::kBeyond || excused(from, latencies.limit(), path)) return;
  latencies.add(waited, uncertainty);
  tally_.against(sighting, fmt::format("{} within {}", what_, seconds(latencies.limit())),
                 fmt::format("not within {}, when the evidence was closed", seconds(waited)));
}

void Budget::conclude() {
  if (fixed_.empty() && mobile_.empty())
    tally_.missing(fmt::format("no latency that is not excused could be observed; it takes {}", needs_));
  for (Population* latencies : {&fixed_, &mobile_}) {
    if (!latencies->empty()) tally_.timing(latencies->summary());
  }
}

}  // namespace oracle
