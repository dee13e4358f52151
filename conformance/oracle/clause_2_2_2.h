// Clause 2.2.2: the time of each read.
#pragma once

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/read_fields.h"

namespace oracle {

/// 2.2.2-a a time is there, has its form and exists in the calendar. One observation a text sent.
class Clause222 {
 public:
  explicit Clause222(Docket& docket) : form_(docket.of("2.2.2-a")) {}
  /// Whether nothing was found against the read.
  bool judge(const parse::ReadFields& read, const Sighting& sighting);

 private:
  Tally& form_;
};

}  // namespace oracle
