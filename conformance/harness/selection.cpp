#include "conformance/harness/selection.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "conformance/cases/cases.h"

namespace harness {
namespace {

template <class Words>
bool any_matches(std::string_view pattern, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return glob_matches(pattern, word); });
}

bool suite_takes(std::string_view pattern, const catalogue::Requirement& requirement) {
  const cases::Case* deciding = cases::case_of(requirement.id);
  return deciding != nullptr && glob_matches(pattern, cases::text_of(deciding->suite));
}

/// What binds every class of camera binds each; what binds no camera at all binds none.
bool class_takes(std::string_view pattern, const catalogue::Requirement& requirement) {
  const bool of_cameras = any_matches("camera", requirement.roles) || any_matches("mobile", requirement.roles) ||
                          any_matches("whole", requirement.roles);
  if (!of_cameras) return false;
  return requirement.classes.empty() ? any_matches(pattern, catalogue::kCameraClasses) : any_matches(pattern, requirement.classes);
}

/// What follows a word and a colon, where a pattern begins with them.
std::optional<std::string_view> after(std::string_view word, std::string_view pattern) {
  if (!pattern.starts_with(word) || pattern.size() <= word.size() || pattern[word.size()] != ':') return std::nullopt;
  return pattern.substr(word.size() + 1);
}

}  // namespace

bool pattern_takes(std::string_view pattern, const catalogue::Requirement& requirement) {
  if (const auto suite = after("suite", pattern)) return suite_takes(*suite, requirement);
  if (const auto role = after("role", pattern)) return any_matches(*role, requirement.roles);
  if (const auto camera_class = after("class", pattern)) return class_takes(*camera_class, requirement);
  return glob_matches(pattern, requirement.id) || glob_matches(pattern, requirement.clause) ||
         glob_matches(fmt::format("{}.*", pattern), requirement.clause);
}

bool glob_matches(std::string_view pattern, std::string_view text) {
  // One place to come back to is enough: a later star makes an earlier one's choice irrelevant.
  std::size_t p = 0, t = 0, star = std::string_view::npos, resumed = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resumed = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resumed;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

base::Result<Selection> Selection::make(const catalogue::Catalogue& catalogue, std::vector<std::string> patterns) {
  const auto& requirements = catalogue.requirements;
  for (const std::string& pattern : patterns) {
    if (std::none_of(requirements.begin(), requirements.end(), [&](const auto& r) { return pattern_takes(pattern, r); })) {
      return base::fail(kNothingSelected,
                        fmt::format("'{}' takes no requirement of the catalogue: it is no clause, id, suite:, role: or class: of one",
                                    pattern));
    }
  }
  Selection selection;
  selection.patterns_ = std::move(patterns);
  const bool judges = std::any_of(requirements.begin(), requirements.end(),
                                  [&](const auto& r) { return selection.takes(r) && cases::case_of(r.id) != nullptr; });
  if (!judges) return base::fail(kNothingSelected, "no requirement of the selection has a case yet");
  return selection;
}

bool Selection::takes(const catalogue::Requirement& requirement) const {
  if (patterns_.empty()) return true;
  return std::any_of(patterns_.begin(), patterns_.end(), [&](const std::string& pattern) { return pattern_takes(pattern, requirement); });
}

}  // namespace harness
