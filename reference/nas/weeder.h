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

/// Looks through each list at midnight, and through each that is put in force for what is weeded that day, in pieces, and notes in the
/// store which rows were weeded: once, however many front ends and restarts there are. Matching does not wait for it: it goes by the day.
class Weeder {
 public:
  Weeder(doors::Timers& timers, Chores& chores, ListShelf& shelf) : timers_(timers), chores_(chores), shelf_(shelf) {}

  /// Arms the timer of the next midnight.
  void begin(base::Now now) { arm(now); }
  void on_midnight(base::Now now);
  /// A version of the list was put in force.
  void look_at(base::Now now, const std::string& file);

  [[nodiscard]] bool has_work() const { return !due_.empty(); }
  void work();

 private:
  struct Due {
    std::string file;
    std::string upload;
    base::Instant midnight;
    std::size_t place = 0;
  };
  void arm(base::Now now);
  void note(const Due& due, std::size_t place, const std::vector<std::uint32_t>& rows);

  doors::Timers& timers_;
  Chores& chores_;
  ListShelf& shelf_;
  std::deque<Due> due_;
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
