// Running a component again from the record of its doors (docs/doors.md).
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>

#include "reference/base/result.h"
#include "reference/doors/component.h"
#include "reference/doors/record_header.h"

namespace doors {

inline constexpr base::ErrorKind kRecordVoid{"record_void", "house", "a record without values: run again with `wire: bytes`", 3};
inline constexpr base::ErrorKind kRecordDamaged{"record_damaged", "house", "calls as docs/doors.md gives them", 4};
inline constexpr base::ErrorKind kRecordEmpty{"record_empty", "house", "a record with a call in it", 5};

/// Where a component first did something else than it did when it was recorded.
struct Divergence {
  std::uint64_t call = 0;   ///< counted from 1, calls in and out
  std::string expected;     ///< the call of the record
  std::string got;          ///< the call of the component, or that there was none
};

/// What came of a replay.
struct Replay {
  std::uint64_t calls_in = 0;
  std::uint64_t calls_out = 0;      ///< of them, all equal to the record's, but for a divergence
  bool cut_short = false;           ///< the record has no end: it was replayed as far as it goes
  std::optional<Divergence> divergence;
};

/// Feeds the calls in, from behind the header, to a component of `factory` and compares every call out, bit for bit; the doors return what
/// they returned then. Stops at the first divergence.
/// Errors:  kRecordVoid, kRecordDamaged, kRecordEmpty.
[[nodiscard]] base::Result<Replay> replay(std::istream& record, const Factory& factory);

}  // namespace doors
