#include "conformance/harness/decision.h"

#include <fmt/format.h>

namespace harness {
namespace {

using catalogue::Outcome;
using catalogue::Status;
using catalogue::Verdict;

/// "2.2.1-c and 6-c"; more than five are counted instead.
std::string named(const std::vector<std::string>& ids) {
  if (ids.size() > 5) return fmt::format("{}, … and {} more", fmt::join(ids.begin(), ids.begin() + 4, ", "), ids.size() - 4);
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) text += (i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ") + ids[i];
  return text;
}

template <class Holds>
std::vector<std::string> ids_where(const std::vector<Assessment>& assessments, Holds holds) {
  std::vector<std::string> ids;
  for (const Assessment& assessment : assessments) {
    if (holds(assessment)) ids.push_back(assessment.requirement->id);
  }
  return ids;
}

std::string open_part(std::uint64_t not_established) {
  return not_established == 1 ? "1 requirement is not established" : fmt::format("{} requirements are not established", not_established);
}

std::string concern_part(const std::vector<std::string>& concerns) {
  return concerns.empty() ? "" : fmt::format(" Of concern, though not deciding: {}.", named(concerns));
}

}  // namespace

std::string decision_sentence(const std::vector<Assessment>& assessments) {
  const std::vector<Settled> all = settled(assessments);
  const Counts counts = count(all);
  const auto broken = ids_where(assessments, [](const Assessment& a) { return a.conclusion.verdict == Verdict::kError; });
  const auto failed = ids_where(assessments, [](const Assessment& a) { return a.status == Status::kNotMet && a.requirement->decides(); });
  const auto concerns =
      ids_where(assessments, [](const Assessment& a) { return a.status == Status::kNotMet && !a.requirement->decides(); });
  switch (outcome_of(all)) {
    case Outcome::kInvalid:
      return fmt::format("The instrument broke on {}, so this run says nothing of the subject.", named(broken));
    case Outcome::kNonConformant:
      return fmt::format("{} not met: {}. {}.{}",
                         failed.size() == 1 ? "One deciding requirement is" : fmt::format("{} deciding requirements are", failed.size()),
                         named(failed), open_part(counts.not_established), concern_part(concerns));
    case Outcome::kConformant:
      return fmt::format("Every deciding requirement in scope is met by evidence.{}", concern_part(concerns));
    default:
      return fmt::format("{}, so conformance cannot be said; no deciding requirement failed, and {} {} met.{}",
                         open_part(counts.not_established), counts.met, counts.met == 1 ? "is" : "are", concern_part(concerns));
  }
}

}  // namespace harness
