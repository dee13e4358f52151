// Clause 2.2.1: the vehicle registration mark of each read.
#pragma once

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/read_fields.h"
#include "conformance/oracle/read_context.h"

namespace oracle {

/// 2.2.1-a a mark is there, -b its bytes are UTF-8, -c it holds no white space; one observation a text sent. -d a pass without a mark to be
/// made out is recorded as QQQQQQQ, by cameras that record such passes; one observation such a pass.
class Clause221 {
 public:
  explicit Clause221(Docket& docket)
      : there_(docket.of("2.2.1-a")), utf8_(docket.of("2.2.1-b")), spaces_(docket.of("2.2.1-c")), unread_(docket.of("2.2.1-d")) {}
  /// Whether nothing was found against the text; -d, which is no matter of the text alone, left out.
  bool judge(const parse::ReadFields& read, const ReadContext& context);
  /// A pass of which nothing could be made out became a read with this mark.
  void recorded(const Sighting& sighting, std::string_view vrm);
  /// It became a read in which there is no one mark.
  void recorded_without_mark(const Sighting& sighting);
  /// It became none. `whole`: nothing more is to be waited for.
  void not_recorded(const Sighting& sighting, std::string_view pass_id, bool whole);

 private:
  bool judge_there(const parse::ReadFields& read, const ReadContext& context);
  bool judge_utf8(const parse::ReadFields& read, const ReadContext& context);
  bool judge_spaces(const parse::ReadFields& read, const ReadContext& context);

  Tally& there_;
  Tally& utf8_;
  Tally& spaces_;
  Tally& unread_;
};

}  // namespace oracle
