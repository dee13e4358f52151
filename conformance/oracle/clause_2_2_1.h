// Clause 2.2.1: the vehicle registration mark of each read.
#pragma once

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/read_fields.h"

namespace oracle {

/// 2.2.1-a a mark is there, -b its bytes are UTF-8, -c it holds no white space. One observation a text sent.
class Clause221 {
 public:
  explicit Clause221(Docket& docket) : there_(docket.of("2.2.1-a")), utf8_(docket.of("2.2.1-b")), spaces_(docket.of("2.2.1-c")) {}
  /// Whether nothing was found against the read.
  bool judge(const parse::ReadFields& read, const Sighting& sighting);

 private:
  bool judge_there(const parse::ReadFields& read, const Sighting& sighting);
  bool judge_utf8(const parse::ReadFields& read, const Sighting& sighting);
  bool judge_spaces(const parse::ReadFields& read, const Sighting& sighting);

  Tally& there_;
  Tally& utf8_;
  Tally& spaces_;
};

}  // namespace oracle
