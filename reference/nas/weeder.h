// Weeding: at 00:00 GMT the entries whose weed date has come are swept and noted (5-j, R-20).
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "reference/doors/component.h"
#include "reference/nas/chores.h"
#include "reference/nas/list_shelf.h"

namespace nas {

/// Looks through each list at midnight, and through each that is put in force for what is weeded that day, part by part as the store has
/// them, and notes there which rows were weeded: once, however many front ends and restarts there are. Matching does not wait for it: it
/// goes by the day.
class Weeder {
 public:
  Weeder(const doors::Doors& doors, Tags& tags, Chores& chores, ListShelf& shelf)
      : doors_(doors), tags_(tags), chores_(chores), shelf_(shelf) {}

  /// Arms the timer of the next midnight.
  void begin(base::Now now) { arm(now); }
  void on_midnight(base::Now now);
  /// A version of the list was put in force.
  void look_at(base::Now now, const std::string& file);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows);

  [[nodiscard]] bool has_work() const { return !due_.empty() && !reading_; }
  /// Looks for the next part that holds a weeded entry, among a bounded number, and asks the store for it.
  void work();

 private:
  struct Due {
    std::string file;
    std::string upload;
    base::Instant midnight;
    std::uint32_t part = 0;   ///< the next
  };
  void arm(base::Now now);
  [[nodiscard]] const lists::PartDirectory* parts_of(const Due& due) const;
  void note(const Due& due, const std::vector<std::uint32_t>& rows);

  const doors::Doors& doors_;
  Tags& tags_;
  Chores& chores_;
  ListShelf& shelf_;
  std::deque<Due> due_;
  std::optional<doors::QueryTag> reading_;   ///< the part of the first of due_
};

/// 00:00 GMT of the day of an instant.
[[nodiscard]] base::Instant midnight_before(base::Instant at);

/// What a row of Table::kWeeded says.
struct Weeded {
  std::string file;
  std::vector<std::uint32_t> rows;
};
[[nodiscard]] std::optional<Weeded> weeded_of(const doors::Row& row);

}  // namespace nas
