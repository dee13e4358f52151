// The stories of the reads that findings are about: what happened to each, to the first divergence.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/evidence/chronicle.h"
#include "conformance/harness/assess.h"
#include "conformance/harness/population.h"

namespace harness {

/// A line of a finding's timeline.
struct Line {
  base::Instant at;
  std::string kind;      ///< the evidence pack's word; empty for a mark that no event stands behind
  std::string what;
  std::string_view mark; ///< "", "due": by now what is expected should have been there; "divergence": the first that differs from it
};

/// The stories of all findings of a population, for which its evidence is told again.
class Stories {
 public:
  /// Has it told again where there is a finding with a read. Where it differs the second time, the instrument is broken, and `same` is
  /// false.
  ///
  /// Errors:  those of Population::retell.
  [[nodiscard]] static base::Result<Stories> gather(const Population& population, const std::vector<Assessment>& assessments);

  /// In order of time: at most 40 lines, to the divergence and a little beyond; empty where no read is concerned.
  [[nodiscard]] std::vector<Line> timeline(const oracle::Finding& finding) const;
  [[nodiscard]] bool same() const { return same_; }

 private:
  explicit Stories(std::set<std::string, std::less<>> reads) : chronicle_(std::move(reads)) {}
  evidence::Chronicle chronicle_;
  bool same_ = true;
};

}  // namespace harness
