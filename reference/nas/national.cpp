#include "reference/nas/national.h"

namespace nas {
namespace {

constexpr std::string_view kBefore = "pnc:";   // no code of Annex A begins so

/// Takes what stands before the next semicolon off `rest`.
std::string_view next_part(std::string_view& rest) {
  const std::size_t end = rest.find(';');
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

}  // namespace

std::optional<NationalName> parse_national_name(std::string_view name) {
  constexpr std::string_view kIssued = "issued=", kSha256 = "sha-256=";
  const auto source = domain::find_data_source(next_part(name));
  if (!source || *source == domain::DataSource::kVoi || *source == domain::DataSource::kFastTrack) return std::nullopt;
  NationalName found{*source, std::nullopt, std::nullopt};
  while (!name.empty()) {
    const std::string_view attribute = next_part(name);
    if (attribute.starts_with(kSha256)) {
      found.sha256 = attribute.substr(kSha256.size());
    } else if (attribute.starts_with(kIssued)) {
      const auto at = base::parse_rfc3339(attribute.substr(kIssued.size()));
      if (!at) return std::nullopt;
      found.issued_at = *at;
    } else {
      return std::nullopt;
    }
  }
  return found;
}

std::string list_of(domain::DataSource source) { return std::string(kBefore).append(domain::text_of(source)); }

domain::DataSource source_of(std::string_view list) {
  if (!list.starts_with(kBefore)) return domain::DataSource::kVoi;
  return domain::find_data_source(list.substr(kBefore.size())).value_or(domain::DataSource::kVoi);
}

lists::Rules rules_of(std::string_view list) {
  lists::Rules rules;
  if (source_of(list) != domain::DataSource::kVoi) rules.by = lists::Population::kNational;
  return rules;
}

}  // namespace nas
