// The order of events: by instant, then by when they were scheduled; and never back in time.
#include "simulator/kernel/kernel.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/check.h"

namespace {

using base::Instant;
using base::microseconds;

struct Happened {
  std::int64_t at_ns;
  std::uint32_t what;
  std::uint64_t which;
  friend bool operator==(const Happened&, const Happened&) = default;
};

/// Notes what happens to it, and for `what` == 1 schedules one more event at the same instant.
class Notebook : public kernel::Target {
 public:
  explicit Notebook(const kernel::Kernel& clock) : clock_(&clock) {}
  void on_event(std::uint32_t what, std::uint64_t which) override { happened.push_back({clock_->now().ns, what, which}); }
  std::vector<Happened> happened;

 private:
  const kernel::Kernel* clock_;
};

class Echo : public kernel::Target {
 public:
  explicit Echo(kernel::Kernel& kernel) : kernel_(&kernel) {}
  void on_event(std::uint32_t what, std::uint64_t which) override {
    seen.push_back(which);
    if (what > 0) kernel_->at(kernel_->now(), *this, what - 1, which + 100);
  }
  std::vector<std::uint64_t> seen;

 private:
  kernel::Kernel* kernel_;
};

TEST(Kernel, EventsOfOneInstantHappenInTheOrderOfScheduling) {
  kernel::Kernel kernel(Instant{1'000});
  Notebook notebook(kernel);
  kernel.at(Instant{5'000}, notebook, 7, 1);
  kernel.at(Instant{3'000}, notebook, 7, 2);
  kernel.at(Instant{5'000}, notebook, 7, 3);
  kernel.at(Instant{3'000}, notebook, 7, 4);
  kernel.run_until(Instant{10'000});
  EXPECT_EQ(notebook.happened, (std::vector<Happened>{{3'000, 7, 2}, {3'000, 7, 4}, {5'000, 7, 1}, {5'000, 7, 3}}));
  EXPECT_EQ(kernel.happened(), 4u);
}

TEST(Kernel, AnEventOfNowComesAfterThoseOfNowThatWereThereBefore) {
  kernel::Kernel kernel(Instant{0});
  Echo echo(kernel);
  kernel.at(Instant{10}, echo, 2, 1);
  kernel.at(Instant{10}, echo, 0, 2);
  kernel.run_until(Instant{10});
  EXPECT_EQ(echo.seen, (std::vector<std::uint64_t>{1, 2, 101, 201}));
}

TEST(Kernel, RunsUpToAndIncludingTheInstantAndStandsThereAfterwards) {
  kernel::Kernel kernel(Instant{0});
  Notebook notebook(kernel);
  kernel.after(microseconds(1), notebook, 0, 1);
  kernel.after(microseconds(2), notebook, 0, 2);
  kernel.run_until(Instant{1'000});
  EXPECT_EQ(notebook.happened.size(), 1u);
  EXPECT_EQ(kernel.next_at(), Instant{2'000});
  kernel.run_until(Instant{1'500});
  EXPECT_EQ(kernel.now(), Instant{1'500});
  EXPECT_FALSE(kernel.step(Instant{1'999}));
  EXPECT_TRUE(kernel.step(Instant{2'000}));
  EXPECT_TRUE(kernel.idle());
  EXPECT_EQ(kernel.now(), Instant{2'000});
}

TEST(Kernel, NothingIsScheduledForThePast) {
  kernel::Kernel kernel(Instant{1'000});
  Notebook notebook(kernel);
  EXPECT_THROW(kernel.at(Instant{999}, notebook, 0), base::Broken);
  kernel.at(Instant{1'000}, notebook, 0);
  kernel.run_until(Instant{5'000});
  EXPECT_THROW(kernel.at(Instant{4'999}, notebook, 0), base::Broken);
}

// Against the plain second implementation: a stable sort by instant.
RC_GTEST_PROP(Kernel, OrdersAsAStableSortDoes, (const std::vector<std::uint16_t>& delays)) {
  kernel::Kernel kernel(Instant{0});
  Notebook notebook(kernel);
  std::vector<Happened> expected;
  for (std::size_t i = 0; i < delays.size(); ++i) {
    const std::int64_t at = delays[i] % 50;  // many of one instant
    kernel.at(Instant{at}, notebook, 3, i);
    expected.push_back({at, 3, i});
  }
  std::stable_sort(expected.begin(), expected.end(), [](const Happened& a, const Happened& b) { return a.at_ns < b.at_ns; });
  kernel.run_until(Instant{100});
  RC_ASSERT(notebook.happened == expected);
}

// Scheduling and letting happen by turns: what happens is in order of (instant, scheduling), and nothing is lost.
RC_GTEST_PROP(Kernel, LosesNothingWhenTurnsMix, (const std::vector<std::pair<std::uint8_t, bool>>& turns)) {
  kernel::Kernel kernel(Instant{0});
  Notebook notebook(kernel);
  std::uint64_t scheduled = 0;
  for (const auto& [delay, step] : turns) {
    kernel.after({delay}, notebook, 0, scheduled++);
    if (step) RC_ASSERT(kernel.step(Instant{1'000'000}));
  }
  while (kernel.step(Instant{1'000'000})) {
  }
  RC_ASSERT(notebook.happened.size() == scheduled);
  RC_ASSERT(std::is_sorted(notebook.happened.begin(), notebook.happened.end(),
                           [](const Happened& a, const Happened& b) { return a.at_ns < b.at_ns; }));
}

}  // namespace
