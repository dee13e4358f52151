#include "conformance/oracle/clauses/inspected.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "conformance/oracle/images.h"

namespace oracle {
namespace {

constexpr std::string_view kAsked = "an inspection that finds what was looked at as the requirement asks";

}  // namespace

Inspected::Inspected(base::Instant told_at, const base::event::Inspection& e)
    : at(told_at), passed(e.passed), sample(e.sample.begin(), e.sample.end()), criterion(e.criterion), inspector(e.inspector) {}

InspectedNames take_in(const std::vector<Inspected>& all, const std::function<bool(std::uint64_t)>& holds, Counts counts, Tally& tally) {
  InspectedNames passed;
  for (const Inspected& one : all) {
    const Sighting where{one.at};
    std::vector<std::string> strange;
    std::copy_if(one.sample.begin(), one.sample.end(), std::back_inserter(strange),
                 [&](const std::string& name) { return !holds(image_name(name)); });
    if (!strange.empty()) {
      tally.undecided(where, kAsked, fmt::format("an inspection by {} that names {} of which the evidence holds nothing, {} first",
                                                 one.inspector, strange.size(), strange.front()));
    } else if (!one.passed) {
      tally.inspected();
      tally.against(
          where, kAsked,
          fmt::format("{} found otherwise, in a sample of {}, by the criterion: {}", one.inspector, one.sample.size(), one.criterion));
    } else {
      for (const std::string& name : one.sample) passed.insert(image_name(name));
      if (counts == Counts::kAsObservation && !one.sample.empty()) tally.met();
    }
  }
  return passed;
}

}  // namespace oracle
