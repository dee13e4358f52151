// A comparison as text.
#include <fmt/format.h>

#include "reports/diff.h"
#include "reports/text.h"

namespace reports {
namespace {

using Json = nlohmann::json;

enum class Numbers { kAsWritten, kGrouped };   // a seed is no quantity

std::string value_text(const Json& value, Numbers numbers) {
  if (value.is_string()) return shown(value.get<std::string>());
  if (value.is_array() && value.empty()) return "everything";
  const bool grouped = numbers == Numbers::kGrouped && value.is_number_integer();
  return grouped ? thousands(value.get<std::uint64_t>()) : shown(value.dump());
}

std::string head_line(char side, const Json& subject, const Json& outcome) {
  return fmt::format("{}  {} {}: {}\n", side, shown(subject["product"].get<std::string>()), shown(subject["version"].get<std::string>()),
                     words(outcome.get<std::string>()));
}

std::string pairs_text(const char* title, const Json& pairs, Numbers numbers) {
  if (pairs.empty()) return {};
  std::string text = fmt::format("\n{}\n", title);
  for (const Json& pair : pairs) {
    const std::string what = words(pair["what"].get<std::string>());
    const std::string a = value_text(pair["a"], numbers), b = value_text(pair["b"], numbers);
    text += a.size() + b.size() > 60 ? fmt::format("  {}\n      A  {}\n      B  {}\n", what, a, b)
                                     : fmt::format("  {:<24} {} → {}\n", what, a, b);
  }
  return text;
}

std::string stand_text(const Json& stand) {
  if (stand.is_null()) return "not in the report";
  const std::string status = words(stand["status"].get<std::string>()), verdict = words(stand["verdict"].get<std::string>());
  return verdict == "pass" || verdict == "fail" || verdict == status ? status : fmt::format("{} ({})", status, verdict);
}

std::string requirements_text(const Json& requirements) {
  std::string text, group;
  for (const Json& requirement : requirements) {
    const std::string change = requirement["change"].get<std::string>();
    if (change != group) text += change == "worse" ? "\nWorse:\n" : change == "better" ? "\nBetter:\n" : "\nChanged otherwise:\n";
    group = change;
    text += fmt::format("  {:<8} {} → {}\n           {}\n", shown(requirement["id"].get<std::string>()), stand_text(requirement["a"]),
                        stand_text(requirement["b"]), shown(requirement["statement"].get<std::string>()));
  }
  return text;
}

/// "+96.0 ms", "−301 ms": how far the longest stayed from the budget.
std::string margin_text(const Json& figures, double limit_s) { return signed_time_text(limit_s - figures["max_s"].get<double>()); }

std::string margins_text(const Json& margins) {
  if (margins.empty()) return {};
  std::string text = "\nTimes (margin of the longest to its budget; 99th percentile; how many over):\n";
  for (const Json& margin : margins) {
    const Json &a = margin["a"], &b = margin["b"];
    const double limit_s = margin["limit_s"].get<double>();
    text += fmt::format("  {:<8} {}, {}: {} → {}; {} → {}; {} → {}\n", shown(margin["id"].get<std::string>()),
                        shown(margin["population"].get<std::string>()), margin["class"].get<std::string>(), margin_text(a, limit_s),
                        margin_text(b, limit_s), time_text(a["p99_s"].get<double>()), time_text(b["p99_s"].get<double>()),
                        thousands(a["exceeded"].get<std::uint64_t>()),
                        thousands(b["exceeded"].get<std::uint64_t>()));
  }
  return text;
}

std::string_view result_sentence(Comparison result) {
  switch (result) {
    case Comparison::kSame:
      return "The same verdicts.";
    case Comparison::kWorse:
      return "Something got worse.";
    default:
      return "Something changed, and nothing for the worse.";
  }
}

}  // namespace

std::string diff_text(const Diff& diff) {
  const Json& document = diff.document;
  return head_line('A', document["subject"]["a"], document["outcome"]["a"]) +
         head_line('B', document["subject"]["b"], document["outcome"]["b"]) +
         pairs_text("To be compared with care, since these differ:", document["questionable"], Numbers::kAsWritten) +
         requirements_text(document["requirements"]) + pairs_text("Counts:", document["counts"], Numbers::kGrouped) +
         margins_text(document["margins"]) +
         fmt::format("\n{}\n", result_sentence(diff.result));
}

}  // namespace reports
