#include "conformance/harness/not_judged.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/cases/cases.h"

namespace harness {
namespace {

constexpr std::size_t kAttributionBytesMax = 65'536;

std::vector<std::string> lines_of(const std::string& text) {
  const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains("lines") || !document["lines"].is_array()) return {};
  std::vector<std::string> lines;
  for (const auto& line : document["lines"]) {
    if (line.is_string()) lines.push_back(line.get<std::string>());
  }
  return lines;
}

}  // namespace

std::vector<std::string> not_judged(const std::vector<Assessment>& assessments) {
  std::size_t uncased = 0;
  std::vector<std::string> limits{
      "Editions of the specification later than the one named here.",
      "Security: who may do what, how data is protected on the way and where it lies.",
      "What only a person can judge, such as whether a patch shows the plate alone (2.2.4-i) or a display is clear (7-a).",
      "Anything outside this one scenario, its traffic and its faults.",
  };
  for (const Assessment& assessment : assessments) {
    if (!assessment.requirement->not_testable.empty()) {
      limits.push_back(fmt::format("{}: {}", assessment.requirement->id, assessment.requirement->not_testable));
    } else if (cases::case_of(assessment.requirement->id) == nullptr) {
      ++uncased;
    }
  }
  if (uncased > 0)
    limits.push_back(fmt::format("{} requirements for which this suite has no case yet; each says why in its row.", uncased));
  return limits;
}

std::vector<std::string> attributions_of(const scenario::Scenario& scenario) {
  const auto file = scenario.world.sites.parent_path().parent_path() / "attributions.json";
  std::ifstream in(file, std::ios::binary);
  std::string text(kAttributionBytesMax, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  std::vector<std::string> lines = lines_of(text);
  if (lines.empty()) lines.push_back("No attributions.json stands beside the scenario's data.");
  return lines;
}

}  // namespace harness
