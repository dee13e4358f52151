// National data: the names it goes by at NAS, and how it is read (clause 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reference/base/instant.h"
#include "reference/domain/hit.h"
#include "reference/lists/rules.h"

namespace nas {

/// What national data is called, as a message's name: "extract", and, where they are known, what the file must be and when it left its
/// source: "extract;issued=2019-06-11T07:00:00Z;sha-256=<64 hexadecimal digits>".
struct NationalName {
  domain::DataSource source = domain::DataSource::kExtract;
  std::optional<std::string> sha256;
  std::optional<base::Instant> issued_at;
};

/// None where it is no name of a national file, or an attribute of it cannot be read.
[[nodiscard]] std::optional<NationalName> parse_national_name(std::string_view name);

/// The name that national data has among lists: "pnc:extract".
[[nodiscard]] std::string list_of(domain::DataSource source);
/// Which data a list's hits come from: national data by its name, any other is a VOI list.
[[nodiscard]] domain::DataSource source_of(std::string_view list);

/// By what rules a list of this name is read: national data is nationally populated.
[[nodiscard]] lists::Rules rules_of(std::string_view list);

}  // namespace nas
