// What a VOI list may hold, where the specification can be read in more than one way.
#pragma once

#include <cstdint>
#include <span>

#include "reference/domain/standard_words.h"

namespace lists {

/// The columns of the template, counted from 1. Column 6 is missing from the printed table.
enum Column : int {
  kVrm = 1, kMake, kModel, kColour, kAction, kWarningMarkers, kReason, kIntel, kInformation, kLeaAndArea, kStartDate, kWeedDate,
  kPncId, kGsc, kCad, kContact
};
inline constexpr int kColumns = 16;

/// A set of columns.
class ColumnSet {
 public:
  template <class... C>
  [[nodiscard]] static constexpr ColumnSet of(C... columns) {
    ColumnSet set;
    set.bits_ = ((std::uint32_t{1} << columns) | ... | std::uint32_t{0});
    return set;
  }
  [[nodiscard]] constexpr bool holds(Column column) const { return (bits_ >> column & 1) != 0; }

 private:
  std::uint32_t bits_ = 0;
};

/// Who fills a list: a force, or whoever populates it for the nation, who alone may give No Insurance, No MOT, No Tax and No Keeper as a
/// reason (5-f; R-35).
enum class Population : std::uint8_t { kForce, kNational };

enum class TemplateForm : std::uint8_t { kSixteenColumns, kNoColumnSix };
enum class CountedIn : std::uint8_t { kCodePoints, kUtf16Units, kBytes };
enum class WeedDay : std::uint8_t { kFromItsStart, kFromItsEnd };
enum class WordMatch : std::uint8_t { kToTheLetter, kCaseFolded };
enum class BadRow : std::uint8_t { kRefusesItself, kRefusesTheFile };
enum class Grading : std::uint8_t { kNoXOrSpaces, kThreeFiveTwo };

/// How clause 5 is read. Each member names its reading; the first of each is the default, and what a NAS of ours does.
///
/// Shape:   columns keep the numbers of the printed table in every form: without column 6 a row has 15 cells, and REASON is column 7.
///          A column that is not mandatory may be empty: an entry without an action is assessed, one without a weed date stays for ever.
///          `grading` kThreeFiveTwo asks for a source of 1 to 3, an assessment of A to E and a handling of P or C. That is how public
///          sources describe a 3x5x2 grading, and a guess as far as the specification goes: it says "without X or spaces" and no more.
struct Rules {
  Population by = Population::kForce;                               ///< R-35
  TemplateForm form = TemplateForm::kSixteenColumns;                ///< R-18
  ColumnSet mandatory = ColumnSet::of(kVrm, kAction, kReason, kLeaAndArea, kWeedDate, kGsc);   ///< R-18
  CountedIn counted_in = CountedIn::kCodePoints;                    ///< R-19, of column 9
  WeedDay weed_day = WeedDay::kFromItsStart;                        ///< R-20
  WordMatch word_match = WordMatch::kToTheLetter;                   ///< R-21
  BadRow bad_row = BadRow::kRefusesItself;                          ///< R-22
  Grading grading = Grading::kNoXOrSpaces;                          ///< 5-g
  std::span<const domain::StandardWord> words = domain::standard_words();   ///< R-25
};

}  // namespace lists
