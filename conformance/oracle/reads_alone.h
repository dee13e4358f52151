// Evidence that tells of reads that they were sent, and of nothing after it: ten million of them are not to be remembered.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/read_table.h"

namespace oracle {

/// Whether reads are sent and no more. So it is where whoever hands the evidence in says so, and where a million reads were sent before
/// anything else was heard of any; should something follow then, what takes it cannot be judged for those, and that is said.
class ReadsAlone {
 public:
  explicit ReadsAlone(bool holds) : holds_(holds) {}

  [[nodiscard]] bool holds() const { return holds_; }
  /// A read was sent. True where all that were sent are from now on forgotten.
  bool sent(ReadTable& reads) {
    if (followed_ || ++sent_ != kSentMax) return false;
    holds_ = true;
    reads.forget();
    return true;
  }
  /// Something else was heard of a read.
  void followed(Docket& docket) {
    if (std::exchange(followed_, true) || !std::exchange(holds_, false)) return;
    for (const std::string_view id : kFollow)
      docket.of(id).missing(fmt::format("the first {} reads were sent before any was received, and are not followed further", kSentMax));
  }

 private:
  static constexpr std::uint64_t kSentMax = 1'000'000;
  static constexpr std::array<std::string_view, 9> kFollow{"2.2.4-g", "3.1-a", "3.1-c", "6-a", "6-b", "6-c", "6-d", "7-b", "7-c"};

  bool holds_;
  bool followed_ = false;
  std::uint64_t sent_ = 0;
};

}  // namespace oracle
