#include "conformance/oracle/clauses/receipt_times.h"

#include <optional>

namespace oracle {
ReceiptTimes::ReceiptTimes(Tally& capture_to_nas, const Outages& outages)
    : capture_to_nas_(capture_to_nas, outages, {base::seconds(2), base::seconds(4)}, "the read at NAS",
                      "pass, read.sent with its pass_id, and read.received of nas"),
      from_pass_(capture_to_nas_.measure(capture_to_nas.all() & ~capture_to_nas.where("R-27", 2))),
      from_sending_(capture_to_nas_.measure(capture_to_nas.where("R-27", 2))) {}

template <class Tell>
void ReceiptTimes::by_each_reading(const ReadState& read, std::string_view read_id, std::string_view text, Tell tell) const {
  if (!read.captured) return;
  const Way way{read.captured, read.sent, read.at_lea_since, read.received, {}, {}};
  Budget::Case of{*read.captured, read.mobile, false, {read.camera.view(), read.lea.view(), {}}, read_id, read.camera.view(), text, way};
  tell(from_pass_, of);
  if (!read.sent) return;
  of.from = *read.sent;
  of.way.captured = std::nullopt;
  tell(from_sending_, of);
}

void ReceiptTimes::received(const ReadState& read, std::string_view read_id, std::string_view text, const Stamp& at) {
  by_each_reading(read, read_id, text, [&](Budget::Measure by, const Budget::Case& of) { capture_to_nas_.observe(by, of, at); });
}

void ReceiptTimes::overdue(const ReadState& read, std::string_view read_id, base::Instant now) {
  by_each_reading(read, read_id, {}, [&](Budget::Measure by, const Budget::Case& of) { capture_to_nas_.overdue(by, of, now); });
}

}  // namespace oracle
