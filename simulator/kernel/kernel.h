// The order of events: a queue by (time, sequence) that knows nothing of ANPR.
#pragma once

#include <cstdint>
#include <vector>

#include "reference/base/instant.h"

namespace kernel {

/// What an event happens to. `what` and `which` mean something only to the target.
class Target {
 public:
  virtual ~Target() = default;
  virtual void on_event(std::uint32_t what, std::uint64_t which) = 0;
};

/// The simulation's clock and its queue of events.
///
/// Two events of one instant happen in the order in which they were scheduled. Time never goes back: an event for an
/// earlier instant than now() is a broken invariant.
class Kernel {
 public:
  explicit Kernel(base::Instant start);

  [[nodiscard]] base::Instant now() const { return now_; }
  [[nodiscard]] std::uint64_t happened() const { return happened_; }
  [[nodiscard]] bool idle() const { return heap_.empty(); }
  /// The instant of the next event. Only where not idle.
  [[nodiscard]] base::Instant next_at() const { return heap_.front().at; }

  void at(base::Instant when, Target& target, std::uint32_t what, std::uint64_t which = 0);
  void after(base::Duration delay, Target& target, std::uint32_t what, std::uint64_t which = 0) { at(now_ + delay, target, what, which); }

  /// Lets all events up to and including `until` happen; now() is `until` afterwards.
  void run_until(base::Instant until);
  /// Lets the next event happen, if there is one not after `until`. Returns whether one did.
  bool step(base::Instant until);

 private:
  struct Event {
    base::Instant at;
    std::uint64_t sequence;
    Target* target;
    std::uint64_t which;
    std::uint32_t what;
  };
  static bool before(const Event& a, const Event& b) { return a.at != b.at ? a.at < b.at : a.sequence < b.sequence; }

  base::Instant now_;
  std::uint64_t sequence_ = 0;
  std::uint64_t happened_ = 0;
  std::vector<Event> heap_;
};

}  // namespace kernel
