// Clause 5 on what a row of a list says, under each reading: what the list's keeper owes, and what NAS turns away.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/voi_rows.h"

namespace oracle {

/// What is asked of a row, in order of the requirements: 5-b to 5-i and 5-k.
enum class Duty : std::uint8_t {
  kColumns, kMark, kWords, kOneReason, kReservedReasons, kGrading, kFreeText, kDates, kOneMarking
};
inline constexpr std::size_t kDuties = 9;

/// A breach of a duty: under which of the combinations that its requirement is judged under, and in which column (0: the row as a whole).
///
/// Owner:   `found` is a view of the row's cell, good as long as that; the others stand for ever.
struct RowFault {
  Duty duty = Duty::kColumns;
  Under under = 0;
  std::uint8_t column = 0;
  std::string_view expected, found;
  bool sure = false;   ///< under every reading that says what a row must be at all
};

/// Who may give the reasons that are kept for national lists: by the role of the uploader, by the code of the list.
struct National {
  bool by_role = false, by_code = false;
};

/// What was found of a row. Kept from one to the next for its room.
struct RowFound {
  std::vector<RowFault> faults;
  std::uint16_t observed = 0;   ///< duties that the row has something to show of, one bit each
};

class ListRules {
 public:
  explicit ListRules(Docket& docket);

  [[nodiscard]] Tally& tally(Duty duty) { return *tallies_[static_cast<std::size_t>(duty)]; }
  void examine(const parse::VoiRow& row, const National& national, RowFound& out) const;
  /// Of a header: a name of the template in another's place. Empty where there is none.
  [[nodiscard]] static std::string misplaced(std::span<const std::string_view> header);
  /// Under which a file must be CSV by RFC 4180 in UTF-8; of Duty::kColumns.
  [[nodiscard]] Under form_asked() const { return form_asked_; }

 private:
  void columns(const parse::VoiRow& row, RowFound& out) const;
  void words(const parse::VoiRow& row, parse::Column column, RowFound& out) const;
  void reason(const parse::VoiRow& row, const National& national, RowFound& out) const;
  void texts(const parse::VoiRow& row, RowFound& out) const;
  void dates(const parse::VoiRow& row, RowFound& out) const;
  void fault(RowFound& out, Duty duty, Under under, std::size_t column, std::string_view expected, std::string_view found) const;
  [[nodiscard]] Under all(Duty duty) const { return tallies_[static_cast<std::size_t>(duty)]->all(); }

  std::array<Tally*, kDuties> tallies_;
  Under sixteen_, fifteen_, mandatory_, form_asked_;     // of 5-b
  Under letter_, case_, split_, other_split_;            // of 5-d
  Under one_split_;                                      // R-25, of 5-e
  Under by_role_, by_code_;                              // R-35, of 5-f
  Under code_points_, utf16_, bytes_;                    // R-19, of 5-h
};

}  // namespace oracle
