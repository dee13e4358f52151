// The catalogue: every requirement of the specification and every reading of its unclear places, as data (catalogue/*.json).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

enum class Level { kMust, kShould, kMay, kDesirable, kFact };
/// Who can say whether it is met: the oracle by itself, a person who looks (plumbline inspect), or the oracle for a part and a person for
/// the rest.
enum class Basis { kAutomated, kInspection, kBoth };
enum class Origin { kText, kInferred, kHouse };

/// Whom a requirement binds and whom evidence can be of; "whole": all of them together.
inline constexpr std::array<std::string_view, 7> kRoles{"camera", "lea", "mobile", "nas", "source", "operator", "whole"};
/// Classes of cameras, as requirements and evidence name them.
inline constexpr std::array<std::string_view, 5> kCameraClasses{"static", "moveable", "dual_lane", "cctv", "mobile"};
/// Whether a list of words, such as those two, has this one.
template <std::size_t Count>
[[nodiscard]] constexpr bool is_among(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// One obligation. `id` never changes its meaning. Only must + text decides a run alone.
struct Requirement {
  std::string id;                      ///< "2.2.1-a"
  std::string clause;                  ///< "2.2.1"
  std::vector<std::string> roles;      ///< of kRoles
  std::vector<std::string> classes;    ///< of kCameraClasses, that it binds; empty: all
  Level level = Level::kMust;
  Origin origin = Origin::kText;
  Basis basis = Basis::kAutomated;
  std::string statement;               ///< in our own words
  std::string observable;
  std::vector<std::string> readings;   ///< R-07, ...
  std::string source_sha256;           ///< of the clause's text in the specification
  std::uint64_t least_observations = 1;
  std::string not_testable;            ///< why, where no evidence can settle it; else empty
  std::string no_case_yet;             ///< why no case judges it yet; else empty

  [[nodiscard]] bool decides() const { return level == Level::kMust && origin == Origin::kText; }
};

/// One unclear place; the first of `readings` is the default.
struct Reading {
  std::string id;                      ///< "R-07"
  std::string clause;
  std::string unclear;
  std::vector<std::string> readings;
  std::string question;                ///< for the owner of the document
};

/// A named choice among the readings. What it does not name is read as the default.
struct Profile {
  std::string name;                                           ///< default, strict, literal, lenient
  std::string meaning;
  std::map<std::string, std::uint32_t, std::less<>> chosen;   ///< by id of a reading: which of its alternatives, from 0
  [[nodiscard]] std::uint32_t alternative(std::string_view reading) const;
};

/// What a vendor may say that their system does not have, where the text leaves it to them: then what binds such a thing alone does not
/// bind it.
struct Claim {
  std::string id;                          ///< "no-overview"
  std::string says;                        ///< of the system: "sends no overview"
  std::vector<std::string> requirements;   ///< that do not apply while it holds
};

struct Catalogue {
  std::string specification;           ///< title and version
  std::string specification_sha256;
  std::vector<Requirement> requirements;   ///< in order of clause
  std::vector<Reading> readings;
  std::vector<Profile> profiles;           ///< the first is the default
  std::vector<Claim> claims;
  [[nodiscard]] const Requirement* find(std::string_view id) const;
  [[nodiscard]] const Reading* find_reading(std::string_view id) const;
  [[nodiscard]] const Profile* find_profile(std::string_view name) const;
  [[nodiscard]] const Claim* find_claim(std::string_view id) const;
};

/// The catalogue that is built into the program.
[[nodiscard]] const Catalogue& built_in();

[[nodiscard]] std::string_view text_of(Level level);
[[nodiscard]] std::string_view text_of(Origin origin);
[[nodiscard]] std::string_view text_of(Basis basis);   ///< automated, inspection, both

/// The words of judging. Precedence among the observations of one requirement: fail, inconclusive, pass.
enum class Verdict { kNotRun, kPass, kFail, kInconclusive, kNotApplicable, kError, kObserved };
enum class Status { kMet, kNotMet, kNotEstablished, kNotApplicable, kNotTestable };
enum class Outcome { kConformant, kNonConformant, kIncomplete, kInvalid };
[[nodiscard]] std::string_view text_of(Verdict verdict);
[[nodiscard]] std::string_view text_of(Status status);
[[nodiscard]] std::string_view text_of(Outcome outcome);

}  // namespace catalogue
