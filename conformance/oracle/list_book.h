// Which lists were in force when, and which of their entries a mark matches: by the judge's own reading of the files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_set.h>

#include "conformance/oracle/entries.h"
#include "conformance/oracle/subscriptions.h"
#include "reference/base/witness.h"

namespace oracle {

/// An entry that a read matches: under which readings it must give a hit, and under which it may.
///
/// Shape:   `allowed` holds `required`. An entry may, and need not, where its list version or itself was in force for a part of the time
///          alone, where it was uploaded and NAS has not said yet that it is in force, or where it breaks the template and may have been
///          refused.
struct Expected {
  EntryName entry;
  Under required = 0, allowed = 0;
  Action action = Action::kOther;
};

/// An entry that a read's mark equals to the letter, and that is out of force all the while though its list is in force: its weed date has
/// come (by each alternative of R-20), or its start date has not.
struct Lapsed {
  EntryName entry;
  bool weed_date_begun = false, weed_date_over = false, not_begun = false;
};

class ListBook {
 public:
  ListBook(const MatchReadings& readings, const Subscriptions& subscriptions) : readings_(readings), subscriptions_(subscriptions) {}

  void hear(const base::event::VoiUploaded& e);
  void hear(const base::event::VoiRefused& e);
  void hear(const base::event::VoiDeleted& e);
  void hear(base::Instant at, const base::event::ListInForce& e);

  /// Counts the changes of lists in force.
  [[nodiscard]] std::uint32_t epoch() const { return epoch_; }
  [[nodiscard]] bool any_in_force() const { return any_in_force_; }

  /// A read that came in now, under epoch(): the versions of lists that it may be matched against are kept until settle().
  void open() {
    ++open_[epoch_];
    any_read_ = true;
  }
  void settle(std::uint32_t epoch);

  /// A read as it is matched: received at the beginning of `when`, under `epoch`, and acknowledged at its end, now.
  struct Asked {
    const PackedVrm& vrm;
    std::string_view camera;
    std::uint32_t epoch = 0;
    Stretch when;
  };
  /// What matches a read, in order of entry. A hit that nobody asks for is not required.
  [[nodiscard]] std::vector<Expected> expected(const Asked& read) const;
  /// Likewise what would, were it a day for it: entries that keep to the template, of whose hits somebody would be told.
  [[nodiscard]] std::vector<Lapsed> lapsed(const Asked& read) const;
  /// Whether an entry's mark, as some version of its list has had it, is this one but for characters that no mark may have.
  [[nodiscard]] bool was_mended(EntryName entry, const PackedVrm& vrm) const;
  /// Whether that is so of any entry.
  [[nodiscard]] bool any_mended(const PackedVrm& vrm) const { return !mended_.empty() && mended_.contains(vrm); }

  [[nodiscard]] std::uint32_t number_of(std::string_view file);
  /// Whether nothing can be said to stand in no version of a list that a read received then was matched against: the evidence does not
  /// hold one, or tells of no upload before reads were coming, so that another list or version may have been in force.
  [[nodiscard]] bool is_unheld(std::uint32_t list, base::Instant received) const;
  [[nodiscard]] const std::string& name_of(std::uint32_t list) const { return files_[list].name; }

 private:
  static constexpr std::uint32_t kNever = UINT32_MAX;
  static constexpr std::size_t kAwaitedMax = 16;   ///< uploads of a file of which nothing more is told
  /// An upload. It may match from when it was sent to NAS, and must match in the epochs from `first` to before `behind`.
  struct Version {
    std::uint32_t list = 0;
    std::string sha256, owner;
    std::uint32_t first = kNever, behind = kNever;
  };
  struct File {
    std::string name;
    std::vector<std::uint32_t> uploaded = {};   ///< versions, oldest first, of which NAS has not said that they are in force
    std::optional<std::uint32_t> in_force = {}; ///< the version
    std::string called = {};                    ///< what NAS called it
    bool told = false;                          ///< an upload of it
    bool unheld = false;                        ///< of some version the evidence does not hold the file
    bool last_unheld = false;                   ///< and of the last upload
    std::optional<base::Instant> since = {};    ///< its first version was in force
    std::map<std::int64_t, PackedVrm> mended = {};   ///< by row, marks with more than letters and digits, tidied up; of all versions
  };
  void retire(std::uint32_t version) { versions_[version].behind = epoch_; }
  void none_held(File& file);
  [[nodiscard]] bool throughout(const Version& version, std::uint32_t epoch) const;
  void forget_past();
  [[nodiscard]] bool is_awaited(const Asked& read, const Slot& slot) const;

  MatchReadings readings_;
  const Subscriptions& subscriptions_;
  std::vector<File> files_;
  std::vector<Version> versions_;
  EntryIndex entries_;
  tsl::robin_set<PackedVrm, PackedVrmHash> mended_;   ///< those of all files
  std::map<std::uint32_t, std::uint64_t> open_;   ///< reads under way, by the epoch they came in under
  std::uint32_t epoch_ = 0;
  bool any_in_force_ = false, any_read_ = false;
  bool from_the_start_ = false;   ///< an upload is told that was before the first read
};

}  // namespace oracle
