#include "simulator/actors/told_read.h"

#include "reference/formats/read_json.h"

namespace actors {

std::string_view plain_field(std::string_view text, std::string_view name) {
  // From the end, for the ids stand there. An escaped quote can not be taken for the key's: it has a backslash before it.
  for (std::size_t at = text.rfind(name); at != std::string_view::npos && at > 0; at = text.rfind(name, at - 1)) {
    const std::size_t value = at + name.size() + 3;
    if (text[at - 1] != '"' || text.substr(at + name.size(), 3) != "\":\"") continue;
    const std::string_view rest = text.substr(value);
    const std::size_t end = rest.find('"');
    if (end == std::string_view::npos) return {};
    const std::string_view found = rest.substr(0, end);
    return found.find('\\') == std::string_view::npos ? found : std::string_view();
  }
  return {};
}

std::string_view read_id_in(std::string_view text, std::string& kept) {
  const std::string_view found = plain_field(text, "read_id");
  if (!found.empty()) return found;
  kept = formats::salvage_read_id(text);
  return kept;
}

ToldRead::ToldRead(const doors::Content& content) {
  if (const auto* read = std::get_if<std::shared_ptr<const domain::Read>>(&content.value)) {
    facts_ = {(*read)->vrm.text(), content.size_bytes};
    body_.facts = &facts_;
    if ((*read)->read_id) read_id_ = *(*read)->read_id;
    return;
  }
  body_.text = content.text.view();
  if (!content.plate_patch.empty()) body_.plate_patch = &content.plate_patch;
  if (!content.overview.empty()) body_.overview = &content.overview;
  read_id_ = read_id_in(body_.text, kept_);
}

}  // namespace actors
