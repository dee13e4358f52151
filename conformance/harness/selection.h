// Which requirements a run is asked to judge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "reference/base/result.h"

namespace harness {

inline constexpr base::ErrorKind kNothingSelected{"nothing_selected", "house", "a selection of at least one requirement that has a case",
                                                  1};

/// Whether a pattern takes a text: `*` stands for any characters, `?` for one. Everything else for itself.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view text);

/// Whether a pattern takes a requirement.
///
/// Shape:   an id or a clause ("2.3-a", "6"; a clause takes those below it: "2.2" takes 2.2.1 and 2.2.2), or one of
///          "suite:timing" (the suite of its case), "role:nas" (a role that it binds), "class:dual_lane" (a camera class that it binds).
[[nodiscard]] bool pattern_takes(std::string_view pattern, const catalogue::Requirement& requirement);

/// Patterns, of which one that takes a requirement is enough. None at all selects everything.
class Selection {
 public:
  Selection() = default;
  /// Errors:  kNothingSelected: no requirement with a case is taken, so that nothing would be judged; the detail names the pattern that
  ///          takes no requirement, or says that those taken have no case yet.
  [[nodiscard]] static base::Result<Selection> make(const catalogue::Catalogue& catalogue, std::vector<std::string> patterns);

  [[nodiscard]] bool takes(const catalogue::Requirement& requirement) const;
  [[nodiscard]] const std::vector<std::string>& patterns() const { return patterns_; }

 private:
  std::vector<std::string> patterns_;
};

}  // namespace harness
