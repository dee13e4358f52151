// The register of readings, and what to ask the owner of the specification.
#include <algorithm>

#include "reports/view.h"

namespace reports::view {
namespace {

Data hanging_on(const Json& reading) {
  Data list{Data::type::list};
  for (const Json& id : reading["hangs"]) {
    Data item;
    item.set("id", text_of(id));
    item.set("anchor", anchor_of("req", id.get<std::string>()));
    list.push_back(item);
  }
  return list;
}

Data entry_of(const Json& reading) {
  Data entry;
  for (const char* key : {"id", "clause", "unclear", "question"}) entry.set(key, text_of(reading[key]));
  entry.set("anchor", anchor_of("reading", reading["id"].get<std::string>()));
  set_list(entry, "hangs", hanging_on(reading));
  Data alternatives{Data::type::list};
  const std::size_t chosen = std::min(reading["chosen"].get<std::size_t>(), reading["readings"].size() - 1);
  for (std::size_t i = 0; i < reading["readings"].size(); ++i) {
    const std::string text = text_of(reading["readings"][i]);
    if (i == chosen) entry.set("chosen", text);
    else alternatives.push_back(Data{"text", text});
  }
  entry.set("alternatives", alternatives);
  return entry;
}

}  // namespace

void add_readings(const Json& report, Data& page) {
  Data all{Data::type::list}, hanging{Data::type::list}, open{Data::type::list};
  for (const Json& reading : report["readings"]) {
    const Data entry = entry_of(reading);
    all.push_back(entry);
    if (reading["question"].get_ref<const std::string&>().empty()) continue;
    if (reading["hangs"].empty()) open.push_back(entry);
    else hanging.push_back(entry);
  }
  page.set("profile", text_of(report["identity"]["profile"]));
  set_list(page, "register", all);
  set_list(page, "questions_hanging", hanging);
  set_list(page, "questions_open", open);
}

}  // namespace reports::view
