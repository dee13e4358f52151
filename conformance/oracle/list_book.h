// Which lists were in force when, and which of their entries a mark matches: by the judge's own reading of the files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/content.h"
#include "conformance/oracle/tally.h"
#include "reference/base/witness.h"

namespace oracle {

/// An entry of a list: the list's number and the row.
struct EntryName {
  std::uint32_t list = 0;
  std::int64_t row = 0;
  friend auto operator<=>(const EntryName&, const EntryName&) = default;
};

/// An entry that a read matches: under which readings it must give a hit, and under which it may.
///
/// Shape:   `allowed` holds `required`. An entry may, and need not, where its list version or itself was in force for a part of the time
///          alone, where it was uploaded and NAS has not said yet that it is in force, or where it breaks the template and may have been
///          refused.
struct Expected {
  EntryName entry;
  Under required = 0, allowed = 0;
};

/// The readings on which matching hangs, as sets of the combinations that 6-a is judged under.
struct MatchReadings {
  explicit MatchReadings(const Tally& tally);
  Under all;
  Under none_identified_matches;                  ///< R-03
  Under as_written, case_folded, glyphs_folded;   ///< R-04
  Under to_weed_date, through_weed_date;          ///< R-20
  Under no_alert_hits;                            ///< R-34
};

class ListBook {
 public:
  explicit ListBook(const MatchReadings& readings) : readings_(readings) {}

  void hear(const base::event::VoiUploaded& e);
  void hear(const base::event::ListInForce& e);
  void hear(const base::event::Operator& e);

  /// Counts the changes of lists in force.
  [[nodiscard]] std::uint32_t epoch() const { return epoch_; }
  [[nodiscard]] bool any_in_force() const { return any_in_force_; }

  /// A read that came in now, under epoch(): the versions of lists that it may be matched against are kept until settle().
  void open() { ++open_[epoch_]; }
  void settle(std::uint32_t epoch);

  /// What matches a mark that was received at `from`, under `epoch`, and acknowledged at `to`, now; in order of entry. A list that no
  /// operator subscribes to requires no hit.
  [[nodiscard]] std::vector<Expected> expected(const PackedVrm& vrm, std::uint32_t epoch, base::Instant from, base::Instant to) const;

  [[nodiscard]] std::uint32_t number_of(std::string_view file);
  [[nodiscard]] bool is_subscribed(std::uint32_t list) const { return files_[list].subscribed; }
  [[nodiscard]] const std::string& name_of(std::uint32_t list) const { return files_[list].name; }

 private:
  static constexpr std::uint32_t kNever = UINT32_MAX;
  /// An upload. It may match from when it was sent to NAS, and must match in the epochs from `first` to before `behind`.
  struct Version {
    std::uint32_t list = 0;
    std::string sha256;
    std::uint32_t first = kNever, behind = kNever;
  };
  struct File {
    std::string name;
    std::vector<std::uint32_t> uploaded;        ///< versions, oldest first, of which NAS has not said that they are in force
    std::optional<std::uint32_t> in_force;      ///< the version
    bool subscribed = false;
  };
  struct Slot {
    PackedVrm vrm;               ///< as written
    std::uint32_t version = 0;
    std::uint32_t row = 0;
    bool plain = false;
    bool no_alert = false;
    std::int64_t from_ns = 0, weed_ns = 0;
  };
  /// Under which readings a mark equals the slot's, and the slot is in force at some moment, or all the time, of a stretch.
  [[nodiscard]] Under equal(const PackedVrm& vrm, const Slot& slot) const;
  [[nodiscard]] Under in_force_sometimes(const Slot& slot, base::Instant from, base::Instant to) const;
  [[nodiscard]] Under in_force_always(const Slot& slot, base::Instant from, base::Instant to) const;
  void load(std::uint32_t version, std::string_view csv);
  void retire(std::uint32_t version) { versions_[version].behind = epoch_; }
  void forget_past();
  void subscribe(File& file) const;

  MatchReadings readings_;
  std::vector<File> files_;
  std::vector<Version> versions_;
  std::vector<std::string> patterns_;
  tsl::robin_map<PackedVrm, std::vector<Slot>, PackedVrmHash> slots_;   ///< by the mark with case and glyphs folded
  std::map<std::uint32_t, std::uint64_t> open_;   ///< reads under way, by the epoch they came in under
  std::uint32_t epoch_ = 0;
  bool any_in_force_ = false;
};

}  // namespace oracle
