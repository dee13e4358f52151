// A small run that was accredited, and the order to judge some evidence.
#pragma once

#include <filesystem>

#include "conformance/harness/accredit.h"
#include "conformance/harness/judge.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace small_run {

namespace fs = std::filesystem;

/// A small run with a full pack, beside which everything here is laid.
inline harness::Reported accredited(const fs::path& folder, const subjects::Subject& subject = subjects::reference()) {
  harness::Order order;
  order.scenario = small_scenario::write(folder);
  order.library = PLUMBLINE_SOURCE "/scenarios";
  order.alone = true;
  order.out = folder / "run";
  order.keep = evidence::Keep::kFull;
  return harness::accredit(order, subject).value();
}

inline harness::JudgeOrder order_of(const fs::path& evidence, const fs::path& out) {
  harness::JudgeOrder order;
  order.evidence = evidence;
  order.out = out;
  return order;
}

}  // namespace small_run
