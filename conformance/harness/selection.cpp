#include "conformance/harness/selection.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/cases/cases.h"

namespace harness {
bool pattern_takes(std::string_view pattern, const catalogue::Requirement& requirement) {
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
      return base::fail(kNothingSelected, fmt::format("'{}' is no clause and no id of the catalogue", pattern));
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
