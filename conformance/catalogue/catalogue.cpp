#include "conformance/catalogue/catalogue.h"

#include <algorithm>
#include <array>

#include "conformance/catalogue/parse.h"
#include "reference/base/check.h"

namespace catalogue {
namespace {

/// The element of a list that has this name, or null.
template <class Item>
const Item* named(const std::vector<Item>& items, std::string Item::*name, std::string_view wanted) {
  const auto at = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.*name == wanted; });
  return at == items.end() ? nullptr : &*at;
}

Catalogue load() {
  auto parsed = parse_catalogue(requirements_json(), readings_json(), profiles_json(), claims_json());
  PLUMB_CHECK(parsed.has_value(), "the catalogue that is built in is whole: " + (parsed ? "" : parsed.error().message()));
  return std::move(*parsed);
}

}  // namespace

const Requirement* Catalogue::find(std::string_view id) const {
  return named(requirements, &Requirement::id, id);
}
const Reading* Catalogue::find_reading(std::string_view id) const { return named(readings, &Reading::id, id); }
const Profile* Catalogue::find_profile(std::string_view name) const { return named(profiles, &Profile::name, name); }

const Claim* Catalogue::find_claim(std::string_view id) const { return named(claims, &Claim::id, id); }

std::uint32_t Profile::alternative(std::string_view reading) const {
  const auto at = chosen.find(reading);
  return at == chosen.end() ? 0 : at->second;
}

const Catalogue& built_in() {
  static const Catalogue catalogue = load();
  return catalogue;
}

std::string_view text_of(Level level) {
  static constexpr std::array<std::string_view, 5> kWords{"must", "should", "may", "desirable", "fact"};
  return kWords.at(static_cast<std::size_t>(level));
}

std::string_view text_of(Origin origin) {
  static constexpr std::array<std::string_view, 3> kWords{"text", "inferred", "house"};
  return kWords.at(static_cast<std::size_t>(origin));
}

std::string_view text_of(Basis basis) {
  static constexpr std::array<std::string_view, 3> kWords{"automated", "inspection", "both"};
  return kWords.at(static_cast<std::size_t>(basis));
}

std::string_view text_of(Verdict verdict) {
  static constexpr std::array<std::string_view, 7> kWords{"not_run", "pass", "fail", "inconclusive", "not_applicable", "error",
                                                          "observed"};
  return kWords.at(static_cast<std::size_t>(verdict));
}

std::string_view text_of(Status status) {
  static constexpr std::array<std::string_view, 5> kWords{"met", "not_met", "not_established", "not_applicable", "not_testable"};
  return kWords.at(static_cast<std::size_t>(status));
}

std::string_view text_of(Outcome outcome) {
  static constexpr std::array<std::string_view, 4> kWords{"conformant", "non_conformant", "incomplete", "invalid"};
  return kWords.at(static_cast<std::size_t>(outcome));
}

}  // namespace catalogue
