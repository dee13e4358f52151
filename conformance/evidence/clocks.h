// One time line out of two clocks: the tester's, and the subject's where an event has no other.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "conformance/evidence/event_reader.h"

namespace evidence {

/// Puts events, which come in the tester's order, on the tester's clock.
///
/// Shape:   an instant by the subject's clock is set back by the offset that the last `clock.compared` of its component gave, and is
///          uncertain by what that gave; without one it is uncertain beyond every budget, and stands where the event before it stands. No
///          event stands before an earlier one: one that seems to, by no more than it and each earlier one are uncertain, is put level, and
///          is uncertain by as much more.
/// Errors:  kPackContradicts: an event before an earlier one, a `seq` that does not grow.
class Clocks {
 public:
  [[nodiscard]] base::Result<base::Event> place(const ReadEvent& read);

 private:
  struct Comparison {
    base::Duration offset, uncertainty;
  };
  void by_tester(const ReadEvent& read, base::Event& event);
  [[nodiscard]] const Comparison* of(const base::event::Body& body) const;

  std::map<std::string, Comparison, std::less<>> compared_;
  std::optional<std::int64_t> seq_;
  std::optional<base::Instant> last_;
  std::optional<base::Instant> floor_;   ///< no event can have been before: the greatest instant less its uncertainty so far
};

}  // namespace evidence
