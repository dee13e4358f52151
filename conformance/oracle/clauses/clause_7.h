// Clause 7: what the LEA's local components keep through a failure, and deliver after it.
#pragma once

#include "conformance/oracle/docket.h"
#include "conformance/oracle/outages.h"
#include "conformance/oracle/read_state.h"

namespace oracle {

/// 7-b reads are kept through a failure of the way to NAS or of a system on it, 7-c what was kept is delivered when it is over.
///
/// Shape:   one observation of each a read that a LEA component received and that was not at NAS when something on the way failed, by the
///          truth of links and components. Where it never came to NAS, it stands against 7-c where the component kept it to the end, and
///          against 7-b where it did not: no word of keeping it, or deleted.
class Clause7 {
 public:
  Clause7(Docket& docket, const Outages& outages) : kept_(docket.of("7-b")), delivered_(docket.of("7-c")), outages_(outages) {}

  /// NAS has received it for the first time.
  void received(const ReadState& read, base::Instant at);
  /// It never did. `whole`: nothing more is to be waited for.
  void never_received(const ReadState& read, std::string_view read_id, base::Instant at, bool whole);
  /// Says what the evidence lacked.
  void conclude();

 private:
  [[nodiscard]] bool caught(const ReadState& read, base::Instant until) const;

  Tally& kept_;
  Tally& delivered_;
  const Outages& outages_;
};

}  // namespace oracle
