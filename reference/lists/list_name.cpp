#include "reference/lists/list_name.h"

#include <fmt/format.h>

#include "reference/domain/annex_a.h"
#include "reference/domain/utf8.h"

namespace lists {

base::Result<ListName> parse_list_name(std::string_view file) {
  const std::size_t line = file.find('_');
  const std::string_view code = file.substr(0, line);
  if (line == std::string_view::npos || !is_annex_a_code(code)) {
    return base::fail(kListNameUnknown, fmt::format("found '{}'", domain::excerpt(file)));
  }
  return ListName{code, file.substr(line + 1), symbol_text(code)};
}

base::Result<ListName> parse_own_list_name(std::string_view file, std::string_view organisation) {
  auto name = parse_list_name(file);
  if (name && name->code != organisation) {
    return base::fail(kListNotOwned, fmt::format("found '{}', which is {}'s and not {}'s", domain::excerpt(file), name->code,
                                                 domain::excerpt(organisation)));
  }
  return name;
}

bool is_annex_a_code(std::string_view code) { return domain::find_organisation(code) != nullptr; }

std::string_view symbol_text(std::string_view code) {
  const domain::Organisation* organisation = domain::find_organisation(code);
  return organisation == nullptr ? std::string_view() : organisation->symbol;
}

}  // namespace lists
