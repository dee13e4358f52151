// Recording what passes a component's doors, so that it can be run again bit for bit (docs/doors.md).
#pragma once

#include <memory>
#include <optional>
#include <ostream>

#include "reference/base/result.h"
#include "reference/doors/component.h"
#include "reference/doors/record_header.h"

namespace doors {

inline constexpr base::ErrorKind kRecordHoldsNoValues{
    "record_holds_no_values", "house", "reads that cross as bytes (`wire: bytes`), for a value has no bytes to be recorded"};
inline constexpr base::ErrorKind kRecordNotWritten{"record_not_written", "house", "a file that takes what is written"};

/// The record of one component and of those that take its place after a crash.
///
/// Shape:   every call in, with its Now, and every call out, with what it returned. Each distinct text or image is written once, as
///          long as it is among the last few thousand; so much memory it takes.
/// Errors:  fault() tells kRecordHoldsNoValues or kRecordNotWritten; from then on nothing is recorded, the component runs on, and
///          a replay of the record is refused.
/// Owner:   outlives the components it makes, and is outlived by the stream. Finished when destroyed.
class Recording {
 public:
  Recording(std::ostream& out, const RecordHeader& header);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  /// A component behind recording doors. The one made before, if any, is gone already.
  [[nodiscard]] std::unique_ptr<Component> make(const Factory& factory, const Doors& doors);
  [[nodiscard]] const std::optional<base::Error>& fault() const;

 private:
  class Tape;
  class Recorded;
  std::unique_ptr<Tape> tape_;
};

}  // namespace doors
