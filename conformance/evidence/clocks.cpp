#include "conformance/evidence/clocks.h"

#include <algorithm>
#include <type_traits>
#include <variant>

#include <fmt/format.h>

#include "conformance/evidence/pack.h"

namespace evidence {
namespace {

using namespace base::event;

constexpr base::Duration kBeyondEveryBudget = base::hours(24 * 366);

/// Whose clock a subject's event goes by.
std::string component_of(const Body& body) {
  return std::visit(
      [](const auto& e) -> std::string {
        using E = std::decay_t<decltype(e)>;
        if constexpr (std::is_same_v<E, ReadSent> || std::is_same_v<E, Pass>) {
          return fmt::format("camera:{}", e.camera);
        } else if constexpr (std::is_same_v<E, HitDelivered> || std::is_same_v<E, HitAcknowledged>) {
          return fmt::format("operator:{}", e.operator_name);
        } else if constexpr (requires { e.component; }) {
          return std::string(e.component);
        } else {
          return "nas";
        }
      },
      body);
}

}  // namespace

const Clocks::Comparison* Clocks::of(const Body& body) const {
  const auto at = compared_.find(component_of(body));
  return at == compared_.end() ? nullptr : &at->second;
}

void Clocks::by_tester(const ReadEvent& read, base::Event& event) {
  if (!read.by_subject) return;
  if (const Comparison* comparison = of(event.body)) {
    event.at = event.at - comparison->offset;
    event.uncertainty = event.uncertainty + comparison->uncertainty;
  } else {
    if (last_) event.at = *last_;
    event.uncertainty = kBeyondEveryBudget;
  }
}

base::Result<base::Event> Clocks::place(const ReadEvent& read) {
  base::Event event = read.event;
  if (read.seq) {
    if (seq_ && *read.seq <= *seq_)
      return base::fail(kPackContradicts, fmt::format("expected \"seq\" to grow; found {} behind {}", *read.seq, *seq_));
    seq_ = read.seq;
  }
  by_tester(read, event);
  if (floor_ && event.at + event.uncertainty < *floor_) {
    return base::fail(kPackContradicts, fmt::format("expected \"at\" in order; found {}, which is before {} in an earlier line",
                                                    base::to_rfc3339(event.at), base::to_rfc3339(*last_)));
  }
  floor_ = std::max(floor_.value_or(event.at - event.uncertainty), event.at - event.uncertainty);
  if (last_ && event.at < *last_) {
    event.uncertainty = event.uncertainty + (*last_ - event.at);
    event.at = *last_;
  }
  last_ = event.at;
  if (const auto* compared = std::get_if<ClockCompared>(&event.body))
    compared_[std::string(compared->component)] = {compared->offset, compared->expanded_uncertainty};
  return event;
}

}  // namespace evidence
