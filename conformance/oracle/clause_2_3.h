// "Other metadata" after clause 2.2.4, which we call 2.3: who and where a read comes from.
#pragma once

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/read_fields.h"

namespace oracle {

/// 2.3-a Feed ID, -b Source ID, -f Username. One observation a text sent.
class Clause23 {
 public:
  explicit Clause23(Docket& docket) : feed_(docket.of("2.3-a")), source_(docket.of("2.3-b")), username_(docket.of("2.3-f")) {}
  /// Whether nothing was found against the read.
  bool judge(const parse::ReadFields& read, const Sighting& sighting);

 private:
  bool judge_feed(const parse::ReadFields& read, const Sighting& sighting);
  bool judge_source(const parse::ReadFields& read, const Sighting& sighting);
  bool judge_username(const parse::ReadFields& read, const Sighting& sighting);

  Tally& feed_;
  Tally& source_;
  Tally& username_;
};

}  // namespace oracle
