// When reads were at NAS: the budget 6-c, by each reading of where a read's way begins.
#pragma once

#include <string_view>

#include "conformance/oracle/clauses/clause_6_budgets.h"

namespace oracle {

/// Observes each read of which the pass is known once. Captured means: when the plate crossed the read line, or at the latest when the read
/// was sent.
class ReceiptTimes {
 public:
  ReceiptTimes(Tally& capture_to_nas, const Outages& outages);

  void calibrate(base::Duration uncertainty) { capture_to_nas_.calibrate(uncertainty); }
  /// NAS received it for the first time.
  void received(const ReadState& read, std::string_view read_id, std::string_view text, const Stamp& at);
  /// It had not at `now`.
  void overdue(const ReadState& read, std::string_view read_id, base::Instant now);
  void conclude() { capture_to_nas_.conclude(); }

 private:
  template <class Tell>
  void by_each_reading(const ReadState& read, std::string_view read_id, std::string_view text, Tell tell) const;

  Budget capture_to_nas_;
  Budget::Measure from_pass_, from_sending_;
};

}  // namespace oracle
