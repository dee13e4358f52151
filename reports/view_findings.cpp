// The findings: what was expected, what was observed, and the read it was observed in.
#include <set>

#include <fmt/format.h>

#include "reports/document.h"
#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

constexpr std::size_t kDecodedBytesMax = 65'536;   // a longer or deeper text is shown as it is, undecoded
constexpr int kDecodedDepthMax = 8;

/// The fields of a read, where its text is a plain JSON object. nlohmann keeps the last of a key that stands twice; the whole
/// text stands below the fields and shows both.
Data fields_of(const std::string& read) {
  Data fields{Data::type::list};
  if (read.size() > kDecodedBytesMax || bracket_depth(read) > kDecodedDepthMax) return fields;
  const Json decoded = Json::parse(read, nullptr, /*allow_exceptions=*/false);
  if (!decoded.is_object()) return fields;
  for (const auto& [name, value] : decoded.items()) {
    Data field;
    field.set("name", shown(name));
    field.set("value", value.is_string() ? text_of(value) : shown(value.dump()));
    fields.push_back(field);
  }
  return fields;
}

Data item_of(const Json& finding) {
  Data item;
  const std::string verdict = finding["verdict"].get<std::string>(), read = finding["read"].get<std::string>();
  item.set("verdict", verdict);
  item.set("verdict_words", verdict == "fail" ? "violation" : verdict == "inconclusive" ? "undecided" : words(verdict));
  for (const char* key : {"at", "expected", "observed"}) item.set(key, text_of(finding[key]));
  item.set("camera", optional_text(text_of(finding["camera"])));
  item.set("read_id", optional_text(text_of(finding["read_id"])));
  const Data fields = fields_of(read);
  item.set("fields_any", fields.is_non_empty_list());
  item.set("fields", fields);
  item.set("read_any", !read.empty());
  item.set("read", shown(read));
  return item;
}

std::string shown_of(const Json& requirement) {
  const std::uint64_t all = requirement["against"].get<std::uint64_t>() + requirement["undecided"].get<std::uint64_t>();
  const std::uint64_t here = requirement["findings"].size();
  return here < all ? fmt::format("The first {} of {}.", thousands(here), thousands(all)) : fmt::format("{} in all.", thousands(here));
}

Data section_of(const Json& requirement, const std::set<std::string>& registered, std::size_t number) {
  Data section;
  for (const char* key : {"id", "clause", "statement"}) section.set(key, text_of(requirement[key]));
  section.set("status", requirement["status"].get<std::string>());
  section.set("heading", fmt::format("found-{}", number));
  section.set("anchor", anchor_of("req", requirement["id"].get<std::string>()));
  section.set("shown_of", shown_of(requirement));
  Data readings{Data::type::list};
  for (const Json& reading : requirement["readings"]) {
    Data entry;
    entry.set("reading", text_of(reading));
    const std::string id = reading.get<std::string>();
    entry.set("reading_anchor", optional_text(registered.count(id) > 0 ? anchor_of("reading", id) : ""));
    readings.push_back(entry);
  }
  section.set("readings_any", readings.is_non_empty_list());
  section.set("readings", readings);
  Data items{Data::type::list};
  for (const Json& finding : requirement["findings"]) items.push_back(item_of(finding));
  section.set("items", items);
  return section;
}

}  // namespace

void add_findings(const Json& report, Data& page) {
  std::set<std::string> registered;
  for (const Json& reading : report["readings"]) registered.insert(reading["id"].get<std::string>());
  Data sections{Data::type::list};
  std::size_t number = 0;
  for (const Json& requirement : report["requirements"]) {
    if (!requirement["findings"].empty()) sections.push_back(section_of(requirement, registered, number++));
  }
  page.set("findings_any", sections.is_non_empty_list());
  page.set("findings", sections);
}

}  // namespace reports::view
