// The findings, by requirement.
#include <algorithm>

#include <fmt/format.h>

#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

std::string shown_of(const Json& requirement) {
  const std::uint64_t all = number_of(requirement, "against") + number_of(requirement, "undecided");
  const auto& findings = requirement["findings"];
  const auto counted = [](const Json& finding) { return finding["in_profile"].get<bool>() && finding["verdict"] != "observed"; };
  const auto here = static_cast<std::uint64_t>(std::count_if(findings.begin(), findings.end(), counted));
  const auto of_others = [](const Json& finding) { return finding["verdict"] == "observed"; };
  if (here == 0 && std::any_of(findings.begin(), findings.end(), of_others)) return "None of the subject's; what other parts did is shown.";
  if (here == 0) return "None as this report reads the text; by another reading there would be.";
  return here < all ? fmt::format("The first {} of {}.", thousands(here), thousands(all)) : fmt::format("{} in all.", thousands(here));
}

Data section_of(const Json& report, const Json& requirement, std::size_t number, std::size_t& findings) {
  Data section;
  for (const char* key : {"id", "clause", "statement"}) section.set(key, text_of(requirement[key]));
  section.set("status", requirement["status"].get<std::string>());
  section.set("heading", fmt::format("found-{}", number));
  section.set("anchor", anchor_of("req", requirement["id"].get<std::string>()));
  section.set("shown_of", shown_of(requirement));
  section.set("judged_by", optional_text(text_of(requirement["case"])));
  Data items{Data::type::list};
  for (const Json& finding : requirement["findings"]) items.push_back(finding_item(report, requirement, finding, findings++));
  section.set("items", items);
  return section;
}

}  // namespace

void add_findings(const Json& report, Data& page) {
  Data sections{Data::type::list};
  std::size_t number = 0, findings = 0;
  for (const Json& requirement : report["requirements"]) {
    if (!requirement["findings"].empty()) sections.push_back(section_of(report, requirement, number++, findings));
  }
  set_list(page, "findings", sections);
}

}  // namespace reports::view
