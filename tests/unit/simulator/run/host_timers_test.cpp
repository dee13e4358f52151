#include "simulator/run/host_timers.h"

#include <gtest/gtest.h>

namespace {

struct HostTimers : testing::Test {
  kernel::Kernel kernel{base::Instant{}};
  std::vector<std::pair<std::uint64_t, std::int64_t>> fired;
  run::HostTimers timers{kernel, [this](doors::TimerId id) { fired.emplace_back(id.value, kernel.now().ns); }};
};

TEST_F(HostTimers, FireInOrderOfTime) {
  timers.arm({2}, {20});
  timers.arm({1}, {10});
  kernel.run_until({100});
  EXPECT_EQ(fired, (std::vector<std::pair<std::uint64_t, std::int64_t>>{{1, 10}, {2, 20}}));
}

TEST_F(HostTimers, ArmingAgainMovesAndCancelEnds) {
  timers.arm({1}, {10});
  timers.arm({1}, {30});
  timers.arm({2}, {10});
  timers.cancel({2});
  timers.cancel({3});
  kernel.run_until({100});
  EXPECT_EQ(fired, (std::vector<std::pair<std::uint64_t, std::int64_t>>{{1, 30}}));
}

TEST_F(HostTimers, ATimerMayArmItselfAgainAndNoneOutlivesItsComponent) {
  timers.arm({1}, {10});
  kernel.run_until({10});
  timers.arm({1}, {10});
  timers.clear();
  timers.arm({5}, {50});
  kernel.run_until({100});
  EXPECT_EQ(fired, (std::vector<std::pair<std::uint64_t, std::int64_t>>{{1, 10}, {5, 60}}));
}

}  // namespace
