#include "conformance/catalogue/parse.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "reference/base/hash.h"

namespace catalogue {
namespace {

using Json = nlohmann::json;

template <class Enum, std::size_t Count>
std::optional<Enum> word(std::string_view text) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (text_of(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <std::size_t Count>
bool all_among(const std::vector<std::string>& words, const std::array<std::string_view, Count>& known) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& w) { return is_among(known, w); });
}

base::Result<Requirement> requirement_of(const Json& json) {
  Requirement r;
  r.id = json.at("id").get<std::string>();
  r.clause = json.at("clause").get<std::string>();
  r.roles = json.at("roles").get<std::vector<std::string>>();
  r.classes = json.at("classes").get<std::vector<std::string>>();
  r.statement = json.at("statement").get<std::string>();
  r.observable = json.at("observable").get<std::string>();
  r.readings = json.at("readings").get<std::vector<std::string>>();
  r.source_sha256 = json.at("source_sha256").get<std::string>();
  r.least_observations = json.at("least_observations").get<std::uint64_t>();
  r.not_testable = json.at("not_testable").get<std::string>();
  r.no_case_yet = json.at("no_case_yet").get<std::string>();
  const auto level = word<Level, 5>(json.at("level").get<std::string>());
  const auto origin = word<Origin, 3>(json.at("origin").get<std::string>());
  const auto basis = word<Basis, 3>(json.value("basis", "automated"));
  if (!level || !origin || !basis || !all_among(r.roles, kRoles) || !all_among(r.classes, kCameraClasses))
    return base::fail(kCatalogueWordUnknown, r.id);
  r.level = *level;
  r.origin = *origin;
  r.basis = *basis;
  const bool whole = !r.id.empty() && !r.clause.empty() && !r.roles.empty() && !r.statement.empty() && !r.observable.empty() &&
                     r.source_sha256.size() == 64 && r.least_observations > 0;
  if (!whole) return base::fail(kCatalogueIncomplete, r.id);
  return r;
}

base::Result<Reading> reading_of(const Json& json) {
  Reading r;
  r.id = json.at("id").get<std::string>();
  r.clause = json.at("clause").get<std::string>();
  r.unclear = json.at("unclear").get<std::string>();
  r.readings = json.at("readings").get<std::vector<std::string>>();
  r.question = json.at("question").get<std::string>();
  if (r.id.empty() || r.unclear.empty() || r.readings.empty() || r.question.empty()) return base::fail(kCatalogueIncomplete, r.id);
  return r;
}

base::Result<Profile> profile_of(const Json& json, const Catalogue& catalogue) {
  Profile p;
  p.name = json.at("name").get<std::string>();
  p.meaning = json.at("meaning").get<std::string>();
  for (const auto& [id, chosen] : json.at("chosen").get<std::map<std::string, Json>>()) {
    if (!chosen.is_number_integer())
      return base::fail(kCatalogueNotJson, fmt::format("profile {} chooses {} of {}", p.name, chosen.dump(), id));
    const Reading* reading = catalogue.find_reading(id);
    // A number below 0 is a huge one here, and so no alternative either.
    const auto alternative = chosen.get<std::uint64_t>();
    if (reading == nullptr || alternative >= reading->readings.size())
      return base::fail(kCatalogueReadingUnknown, fmt::format("profile {} chooses {} of {}", p.name, chosen.dump(), id));
    p.chosen[id] = static_cast<std::uint32_t>(alternative);
  }
  if (p.name.empty() || p.meaning.empty()) return base::fail(kCatalogueIncomplete, p.name);
  return p;
}

base::Result<bool> add_profiles(const Json& profiles, Catalogue& catalogue) {
  for (const Json& json : profiles.at("profiles")) {
    auto profile = profile_of(json, catalogue);
    if (!profile) return tl::unexpected(profile.error());
    if (catalogue.find_profile(profile->name) != nullptr) return base::fail(kCatalogueIdTwice, profile->name);
    catalogue.profiles.push_back(std::move(*profile));
  }
  const bool begins_with_default =
      !catalogue.profiles.empty() && catalogue.profiles.front().name == "default" && catalogue.profiles.front().chosen.empty();
  if (!begins_with_default) return base::fail(kCatalogueIncomplete, "the first profile");
  return true;
}

base::Result<bool> add_claims(const Json& claims, Catalogue& catalogue) {
  for (const Json& json : claims.at("claims")) {
    Claim claim{json.at("id").get<std::string>(), json.at("says").get<std::string>(),
                json.at("requirements").get<std::vector<std::string>>()};
    if (claim.id.empty() || claim.says.empty() || claim.requirements.empty()) return base::fail(kCatalogueIncomplete, claim.id);
    if (catalogue.find_claim(claim.id) != nullptr) return base::fail(kCatalogueIdTwice, claim.id);
    for (const std::string& id : claim.requirements) {
      if (catalogue.find(id) == nullptr) return base::fail(kCatalogueIncomplete, fmt::format("claim {} names {}", claim.id, id));
    }
    catalogue.claims.push_back(std::move(claim));
  }
  return true;
}

base::Result<Catalogue> catalogue_of(const Json& requirements, const Json& readings, const Json& profiles) {
  Catalogue catalogue;
  catalogue.specification = requirements.at("specification").get<std::string>();
  catalogue.specification_sha256 = requirements.at("specification_sha256").get<std::string>();
  std::set<std::string> ids;
  for (const Json& json : readings.at("readings")) {
    auto reading = reading_of(json);
    if (!reading) return tl::unexpected(reading.error());
    if (!ids.insert(reading->id).second) return base::fail(kCatalogueIdTwice, reading->id);
    catalogue.readings.push_back(std::move(*reading));
  }
  const std::set<std::string> known = ids;
  for (const Json& json : requirements.at("requirements")) {
    auto requirement = requirement_of(json);
    if (!requirement) return tl::unexpected(requirement.error());
    if (!ids.insert(requirement->id).second) return base::fail(kCatalogueIdTwice, requirement->id);
    for (const std::string& reading : requirement->readings) {
      if (!known.contains(reading)) return base::fail(kCatalogueReadingUnknown, fmt::format("{} names {}", requirement->id, reading));
    }
    catalogue.requirements.push_back(std::move(*requirement));
  }
  return add_profiles(profiles, catalogue).map([&](bool) { return std::move(catalogue); });
}

}  // namespace

base::Result<Catalogue> parse_catalogue(std::string_view requirements_json, std::string_view readings_json,
                                        std::string_view profiles_json, std::string_view claims_json) {
  try {
    auto catalogue = catalogue_of(Json::parse(requirements_json), Json::parse(readings_json), Json::parse(profiles_json));
    if (!catalogue) return catalogue;
    if (auto added = add_claims(Json::parse(claims_json), *catalogue); !added) return tl::unexpected(added.error());
    return catalogue;
  } catch (const Json::exception& fault) {
    return base::fail(kCatalogueNotJson, fault.what());
  }
}

std::string meaning_sha256(const Requirement& r) {
  return base::sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", r.clause, fmt::join(r.roles, ","), fmt::join(r.classes, ","),
                                      text_of(r.level), text_of(r.origin), r.statement, r.observable));
}

std::string meaning_sha256(const Reading& r) {
  return base::sha256_hex(fmt::format("{}\n{}\n{}", r.clause, r.unclear, fmt::join(r.readings, "\n")));
}

}  // namespace catalogue
