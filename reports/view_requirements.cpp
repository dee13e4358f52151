// The table of requirements.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

std::string joined(const Json& texts, std::string_view by) {
  std::string all;
  for (const Json& text : texts) {
    if (!all.empty()) all += by;
    all += text_of(text);
  }
  return all;
}

/// "must, by the text; camera, lea".
std::string binding_of(const Json& requirement) {
  const std::string origin = text_of(requirement["origin"]);
  return fmt::format("{}, {}; {}", text_of(requirement["level"]),
                     origin == "text"    ? "by the text"
                     : origin == "house" ? "by our house"
                                         : "inferred",
                     joined(requirement["roles"], ", "));
}

/// What stands beside the number of observations: how many spoke against, how many decide nothing, and how many were due.
std::string detail_of(const Json& requirement) {
  std::string detail = fmt::format("{} due", thousands(requirement["least"].get<std::uint64_t>()));
  if (const auto against = requirement["against"].get<std::uint64_t>(); against > 0)
    detail += fmt::format(", {} against", thousands(against));
  if (const auto open = requirement["undecided"].get<std::uint64_t>(); open > 0) detail += fmt::format(", {} undecided", thousands(open));
  if (const auto n = requirement["sampled_one_in"].get<std::uint64_t>(); n > 1) detail += fmt::format(", 1 in {} looked at", thousands(n));
  return detail;
}

/// "R-09 read as choice 2, R-11 as choice 3".
std::string choice_words(const Json& choice) {
  std::string all;
  for (const auto& [id, index] : choice.items()) {
    all += fmt::format("{}{} as choice {}", all.empty() ? "" : ", ", shown(id), index.get<std::uint64_t>() + 1);
  }
  return all;
}

/// What each choice of readings would make of the verdict, where that is another.
Data by_reading_of(const Json& requirement) {
  Data list{Data::type::list};
  for (const Json& other : requirement["by_reading"]) {
    Data entry;
    entry.set("choice", choice_words(other["choice"]));
    entry.set("verdict", words(text_of(other["verdict"])));
    list.push_back(entry);
  }
  return list;
}

Data populations_of(const Json& requirement) {
  Data list{Data::type::list};
  for (const Json& population : requirement["populations"]) {
    Data entry;
    entry.set("name", population_words(population["name"]));
    entry.set("verdict", words(text_of(population["verdict"])));
    entry.set("figures", fmt::format("{} observations, {} against, {} undecided, {} due", thousands(number_of(population, "observations")),
                                     thousands(number_of(population, "against")), thousands(number_of(population, "undecided")),
                                     thousands(number_of(population, "least"))));
    entry.set("because", optional_text(text_of(population["reason"])));
    list.push_back(entry);
  }
  return list;
}

/// What unfolds below a row that a case judges.
void add_how(const Json& requirement, Data& row) {
  row.set("case", optional_text(text_of(requirement["case"])));
  row.set("expects", optional_text(text_of(requirement["expects"])));
  row.set("basis", text_of(requirement["basis"]));
  row.set("readings_joined", optional_text(joined(requirement["readings"], ", ")));
  set_list(row, "judged_on", populations_of(requirement));
  set_list(row, "by_reading", by_reading_of(requirement));
  row.set("hanging", !requirement["robust"].get<bool>());
}

Data row_of(const Json& requirement) {
  Data row;
  const std::string status = requirement["status"].get<std::string>(), verdict = requirement["verdict"].get<std::string>();
  for (const char* key : {"id", "clause", "statement"}) row.set(key, text_of(requirement[key]));
  row.set("anchor", anchor_of("req", requirement["id"].get<std::string>()));
  row.set("status", status);
  row.set("status_words", words(status));
  row.set("verdict_words", words(verdict));
  row.set("verdict_differs", verdict != "pass" && verdict != "fail" && verdict != status);
  row.set("roles_joined", joined(requirement["roles"], " "));
  row.set("binding", binding_of(requirement));
  row.set("reason", optional_text(text_of(requirement["reason"])));
  row.set("ran", verdict != "not_run" && verdict != "not_applicable");
  row.set("observations", thousands(requirement["observations"].get<std::uint64_t>()));
  row.set("detail", detail_of(requirement));
  add_how(requirement, row);
  return row;
}

Data values_of(const std::vector<std::string>& values) {
  Data list{Data::type::list};
  for (const std::string& value : values) list.push_back(Data{"value", value});
  return list;
}

/// The clauses in order of the table, the roles in order of the alphabet.
void add_filter(const Json& report, Data& page) {
  std::vector<std::string> clauses;
  std::set<std::string> roles;
  for (const Json& requirement : report["requirements"]) {
    const std::string clause = text_of(requirement["clause"]);
    if (std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) clauses.push_back(clause);
    for (const Json& role : requirement["roles"]) roles.insert(text_of(role));
  }
  page.set("clauses", values_of(clauses));
  page.set("roles", values_of({roles.begin(), roles.end()}));
  Data statuses{Data::type::list};
  for (const char* status : {"met", "not_met", "not_established", "not_applicable", "not_testable"}) {
    Data entry;
    entry.set("value", status);
    entry.set("words", words(status));
    entry.set("count", thousands(report["counts"][status].get<std::uint64_t>()));
    statuses.push_back(entry);
  }
  page.set("statuses", statuses);
}

}  // namespace

void add_requirements(const Json& report, Data& page) {
  Data rows{Data::type::list};
  for (const Json& requirement : report["requirements"]) rows.push_back(row_of(requirement));
  page.set("requirements", rows);
  add_filter(report, page);
}

}  // namespace reports::view
