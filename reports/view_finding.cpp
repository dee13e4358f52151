// One finding: what was expected and observed, whose matter it is, the way to it, and what was judged to the byte.
#include <algorithm>

#include <fmt/format.h>

#include "reports/bytes.h"
#include "reports/chart.h"
#include "reports/document.h"
#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

constexpr std::size_t kDecodedBytesMax = 65'536;   // a longer or deeper text is shown as it is, undecoded
constexpr int kDecodedDepthMax = 8;
constexpr double kNasShare = 2.0;                  // of the budget from end to end: 6-d, from receipt at NAS to the operator

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

std::string blame_words(const std::string& blame) {
  if (blame == "subject") return "in the subject";
  if (blame == "other") return "in another part than the subject";
  if (blame == "undetermined") return "where the evidence does not say: in the subject or in another part";
  if (blame == "instrument") return "in our own instrument";
  if (blame == "expectation") return "in what was expected, which may be too much";
  return "in the specification, which can be read in more than one way";
}

/// "2019-06-11T07:41:08.212044Z" as the clock showed it: "07:41:08.212044".
std::string clock_of(const std::string& instant) {
  const std::size_t from = instant.find('T');
  return from == std::string::npos ? instant : instant.substr(from + 1, instant.size() - from - 2);
}

Data timeline_of(const Json& finding) {
  Data list{Data::type::list};
  for (const Json& event : finding["timeline"]) {
    Data entry;
    const std::string mark = event["mark"].get<std::string>();
    for (const char* key : {"at", "what", "kind"}) entry.set(key, text_of(event[key]));
    entry.set("clock", clock_of(text_of(event["at"])));
    entry.set("class", mark.empty() ? "plain" : mark);
    entry.set("due", mark == "due");
    entry.set("divergence", mark == "divergence");
    list.push_back(entry);
  }
  return list;
}

/// The reading's words under the choice of that index, or the index where the register does not hold it.
std::string choice_words(const Json& report, const std::string& id, std::size_t index) {
  for (const Json& reading : report["readings"]) {
    if (reading["id"] == id && index < reading["readings"].size()) return text_of(reading["readings"][index]);
  }
  return fmt::format("choice {}", index + 1);
}

bool is_registered(const Json& report, const std::string& id) {
  const Json& all = report["readings"];
  return std::any_of(all.begin(), all.end(), [&](const Json& reading) { return reading["id"] == id; });
}

Data hanging_on(const Json& report, const Json& finding) {
  Data list{Data::type::list};
  for (const Json& reading : finding["readings"]) {
    const std::string id = reading["id"].get<std::string>();
    Data entry;
    entry.set("reading", shown(id));
    entry.set("reading_anchor", optional_text(is_registered(report, id) ? anchor_of("reading", id) : ""));
    entry.set("further", list.is_non_empty_list());
    Data under{Data::type::list};
    for (const Json& index : reading["under"]) {
      Data choice;
      choice.set("or", under.is_non_empty_list());
      choice.set("text", choice_words(report, id, index.get<std::size_t>()));
      under.push_back(choice);
    }
    entry.set("under", under);
    list.push_back(entry);
  }
  return list;
}

/// The budget that the finding's population was held to: the one in which something was over or undecided, where there are two.
double limit_of(const Json& requirement, const Json& population) {
  double limit_s = 0;
  for (const Json& timing : requirement["timings"]) {
    if (timing["population"] != population) continue;
    if (limit_s == 0) limit_s = timing["limit_s"].get<double>();
    if (number_of(timing, "exceeded") + number_of(timing, "undecided") > 0) return timing["limit_s"].get<double>();
  }
  return limit_s;
}

/// 2 s to NAS and 2 s from there, where the way goes through both; else one part, or none.
std::vector<double> budget_parts(const Json& legs, double limit_s) {
  if (limit_s <= 0) return {};
  const auto has = [&](std::string_view name) {
    return std::any_of(legs.begin(), legs.end(), [&](const Json& leg) { return leg["leg"].get<std::string>() == name; });
  };
  const bool whole = has("hit") && (has("camera") || has("lea") || has("wan"));
  return whole && limit_s > kNasShare ? std::vector<double>{limit_s - kNasShare, kNasShare} : std::vector<double>{limit_s};
}

void add_legs(const Json& requirement, const Json& finding, std::size_t number, Data& item) {
  std::vector<Leg> legs;
  Data list{Data::type::list};
  for (const Json& leg : finding["legs"]) {
    legs.push_back({leg_words(leg["leg"]), leg["seconds"].get<double>(), leg["late"].get<bool>()});
    Data entry;
    entry.set("words", legs.back().words);
    entry.set("taken", time_text(legs.back().seconds));
    entry.set("class", legs.back().late ? "late" : "within");
    entry.set("late", legs.back().late);
    list.push_back(entry);
  }
  const std::string caption = fmt::format("legs-{}", number);
  item.set("legs_caption", caption);
  item.set("legs_chart", legs_svg(legs, budget_parts(finding["legs"], limit_of(requirement, finding["population"])), caption));
  set_list(item, "legs", list);
}

void add_read(const Json& finding, Data& item) {
  const std::string read = finding["read"].get<std::string>();
  set_list(item, "fields", fields_of(read));
  item.set("read", optional_text(shown(read)));
  item.set("dump", optional_text(hex_dump(finding["bytes"].get<std::string>())));
  item.set("judged_any", !read.empty() || !finding["bytes"].get_ref<const std::string&>().empty());
}

}  // namespace

Data finding_item(const Json& report, const Json& requirement, const Json& finding, std::size_t number) {
  Data item;
  const std::string verdict = finding["verdict"].get<std::string>();
  const bool in_profile = finding["in_profile"].get<bool>();
  item.set("verdict", in_profile ? verdict : "elsewhere");
  const std::string said = verdict == "fail"           ? "violation"
                           : verdict == "inconclusive" ? "undecided"
                           : verdict == "observed"     ? "not the subject's"
                                                       : words(verdict);
  item.set("verdict_words", in_profile ? said : fmt::format("{} by another reading alone", said));
  for (const char* key : {"at", "expected", "observed"}) item.set(key, text_of(finding[key]));
  for (const char* key : {"camera", "read_id", "component", "trace"}) item.set(key, optional_text(text_of(finding[key])));
  const Json& population = finding["population"];
  item.set("elsewhere", optional_text(population == "main" ? "" : population_words(population)));
  item.set("blame", blame_words(finding["blame"].get<std::string>()));
  const bool usual = finding["replay"] == report["identity"]["replay"];
  item.set("own_replay", optional_text(usual ? "" : text_of(finding["replay"])));
  item.set("robust", finding["robust"].get<bool>());
  set_list(item, "hangs", hanging_on(report, finding));
  set_list(item, "timeline", timeline_of(finding));
  add_legs(requirement, finding, number, item);
  add_read(finding, item);
  return item;
}

}  // namespace reports::view
