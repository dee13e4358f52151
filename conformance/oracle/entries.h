// Entries of lists by their marks, as matching needs them, and the readings that matching hangs on.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/content.h"
#include "conformance/oracle/tally.h"
#include "reference/base/instant.h"

namespace oracle {

/// An entry of a list: the list's number and the row.
struct EntryName {
  static constexpr std::int64_t kRowNotTold = -1;   ///< of a hit that does not say it
  std::uint32_t list = 0;
  std::int64_t row = 0;
  friend auto operator<=>(const EntryName&, const EntryName&) = default;
};

/// What an entry asks for; kOther where it is no word of the template.
enum class Action : std::uint8_t { kStop, kAssess, kNoAlert, kOther };
[[nodiscard]] std::string_view text_of(Action action);

/// An entry of a version of a list. `record` stands for the text in its column PNC ID, and is 0 where that is empty.
struct Slot {
  PackedVrm vrm;               ///< as written
  std::uint32_t version = 0;
  std::uint32_t row = 0;
  bool plain = false;
  Action action = Action::kOther;
  std::int64_t from_ns = 0, weed_ns = 0;
  std::uint64_t record = 0;
};

/// The readings on which matching hangs, as sets of the combinations that 6-a is judged under.
struct MatchReadings {
  explicit MatchReadings(const Tally& tally);
  Under all;
  Under none_identified_matches;                  ///< R-03
  Under as_written, case_folded, glyphs_folded;   ///< R-04
  Under to_weed_date, through_weed_date;          ///< R-20
  Under no_alert_hits;                            ///< R-34

  /// Under which a mark equals the slot's and the slot gives a hit, and under which it is in force at some moment, or all the time, of a
  /// stretch.
  [[nodiscard]] Under hits(const PackedVrm& vrm, const Slot& slot) const;
  [[nodiscard]] Under in_force_sometimes(const Slot& slot, base::Instant from, base::Instant to) const;
  [[nodiscard]] Under in_force_always(const Slot& slot, base::Instant from, base::Instant to) const;

 private:
  [[nodiscard]] Under equal(const PackedVrm& vrm, const Slot& slot) const;
};

/// The moment at which the day ends whose beginning is given. Units: nanoseconds; the greatest stays itself.
[[nodiscard]] std::int64_t end_of_day(std::int64_t day_ns);

/// Whether a mark is the one of passes in which none was made out.
[[nodiscard]] bool none_identified(const PackedVrm& vrm);

class EntryIndex {
 public:
  /// Hears of a mark that is none of letters and digits, and what is left of it as capitals without the rest.
  using Mended = std::function<void(std::uint32_t row, const PackedVrm& vrm)>;

  /// Takes in the rows of a list. Those of a text that is no CSV to its end are none that must match. `national`: it may give every reason.
  void load(std::uint32_t version, std::string_view csv, bool national, const Mended& mended = {});
  /// The entries whose mark is this one with case and glyphs folded; null for none.
  [[nodiscard]] const std::vector<Slot>* find(const PackedVrm& vrm) const;
  template <class Predicate>
  void forget(Predicate past) {
    for (auto at = slots_.begin(); at != slots_.end();) {
      std::erase_if(at.value(), past);
      at = at->second.empty() ? slots_.erase(at) : std::next(at);
    }
  }

 private:
  tsl::robin_map<PackedVrm, std::vector<Slot>, PackedVrmHash> slots_;   ///< by the mark with case and glyphs folded
};

}  // namespace oracle
