#include "conformance/oracle/combinations.h"

#include <algorithm>

#include "reference/base/check.h"

namespace oracle {

Combinations::Combinations(const catalogue::Catalogue& catalogue, const std::vector<std::string_view>& readings) {
  for (const std::string_view id : readings) {
    const catalogue::Reading* reading = catalogue.find_reading(id);
    PLUMB_CHECK(reading != nullptr, "a check depends on readings of the catalogue: " + std::string(id));
    axes_.push_back({std::string(id), static_cast<std::uint32_t>(reading->readings.size()), size_});
    size_ *= reading->readings.size();
  }
  PLUMB_CHECK(size_ <= kMost, "a set of combinations is one word");
}

const Combinations::Axis& Combinations::axis(std::string_view reading) const {
  const auto at = std::find_if(axes_.begin(), axes_.end(), [&](const Axis& a) { return a.reading == reading; });
  PLUMB_CHECK(at != axes_.end(), "a check asks for readings that it named: " + std::string(reading));
  return *at;
}

Under Combinations::where(std::string_view reading, std::uint32_t alternative) const {
  const Axis& a = axis(reading);
  Under set = 0;
  for (std::size_t number = 0; number < size_; ++number) {
    if (number / a.stride % a.alternatives == alternative) set |= Under{1} << number;
  }
  return set;
}

std::vector<Choice> Combinations::choices(std::size_t number) const {
  std::vector<Choice> choices;
  choices.reserve(axes_.size());
  for (const Axis& a : axes_) choices.push_back({a.reading, static_cast<std::uint32_t>(number / a.stride % a.alternatives)});
  return choices;
}

std::size_t Combinations::chosen_by(const catalogue::Profile& profile) const {
  std::size_t number = 0;
  for (const Axis& a : axes_) number += a.stride * profile.alternative(a.reading);
  return number;
}

std::vector<Combinations::Alternatives> Combinations::projected(Under set) const {
  std::vector<Alternatives> all;
  for (const Axis& a : axes_) {
    Alternatives alternatives{a.reading, {}};
    for (std::uint32_t i = 0; i < a.alternatives; ++i) {
      if ((set & where(a.reading, i)) != 0) alternatives.under.push_back(i);
    }
    if (alternatives.under.size() < a.alternatives) all.push_back(std::move(alternatives));
  }
  return all;
}

}  // namespace oracle
