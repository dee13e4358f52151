// Clause 2.2.2: the time of each read.
#pragma once

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/read_fields.h"
#include "conformance/oracle/read_context.h"

namespace oracle {

/// 2.2.2-a a time is there, has its form and exists in the calendar; one observation a text sent.
///
/// -b the time is GMT all year. A clock that keeps another time is off by whole quarters of an hour, so a read stands against it where it
/// is nearer to another quarter than to the tester's GMT; how exact the clock is beside that is a matter of 2.2.2-d. In winter a clock that
/// follows summer time is not to be told from one that does not: a read counts for -b only while summer time is in force.
class Clause222 {
 public:
  explicit Clause222(Docket& docket) : form_(docket.of("2.2.2-a")), gmt_(docket.of("2.2.2-b")) {}
  /// Whether nothing was found against the text; -b, which is no matter of the text alone, left out.
  bool judge(const parse::ReadFields& read, const ReadContext& context);
  /// Says what the evidence lacked.
  void conclude();

 private:
  void judge_gmt(std::string_view time, const ReadContext& context);

  Tally& form_;
  Tally& gmt_;
  bool in_winter_ = false;
};

}  // namespace oracle
