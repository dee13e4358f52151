// Draws by counter: the published Philox answer, pinned values, and the shapes of the distributions.
#include "simulator/kernel/random.h"

#include <cmath>
#include <set>
#include <vector>

#include <Random123/philox.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using kernel::draw;
using kernel::exponential;
using kernel::stream_of;
using kernel::uniform;

// Random123's own known answer for Philox 4x32-10 (kat_vectors): the library here is the one that was published.
TEST(Random, PhiloxGivesItsKnownAnswer) {
  const r123::Philox4x32 philox;
  const auto zeros = philox({{0, 0, 0, 0}}, {{0, 0}});
  EXPECT_EQ(zeros[0], 0x6627e8d5u);
  EXPECT_EQ(zeros[1], 0xe169c58du);
  EXPECT_EQ(zeros[2], 0xbc57ac4cu);
  EXPECT_EQ(zeros[3], 0x9b00dbd8u);
}

// Pinned: a run's evidence hangs on these. A change of any is a change of every digest.
TEST(Random, DrawsAreTheSameForEver) {
  EXPECT_EQ(stream_of("world.vehicle"), 0xa8f8f0315c4be8e0ULL);
  EXPECT_EQ(draw(20190611, stream_of("world.vehicle"), 0, 0), 0xcc1bcdd6031d4c47ULL);
  EXPECT_EQ(draw(20190611, stream_of("world.vehicle"), 0, 1), 0x47899305213dc354ULL);
  EXPECT_EQ(draw(20190611, stream_of("world.vehicle"), 1, 0), 0x68a19526dd9b1993ULL);
  EXPECT_EQ(draw(1, stream_of("camera"), 1ULL << 40, 1ULL << 33), 0xd3dc6ab07782ca2eULL);
}

TEST(Random, EverySeedStreamEntityAndDrawHasItsOwnValue) {
  std::set<std::uint64_t> values;
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    for (const char* const stream : {"a", "b", "c"}) {
      for (std::uint64_t entity = 0; entity < 30; ++entity) {
        for (std::uint64_t n = 0; n < 30; ++n) values.insert(draw(seed, stream_of(stream), entity, n));
      }
    }
  }
  EXPECT_EQ(values.size(), 3u * 3 * 30 * 30);
}

TEST(Random, AStreamReadInOrderIsTheDrawsOfItsEntity) {
  kernel::Stream stream(5, "camera.clock", 17);
  for (std::uint64_t n = 0; n < 100; ++n) EXPECT_EQ(stream.next(), draw(5, stream_of("camera.clock"), 17, n));
}

RC_GTEST_PROP(Random, UniformStaysBelowItsBound, (std::uint64_t value, std::uint64_t drawn)) {
  const std::uint64_t bound = drawn == 0 ? 1 : drawn;
  RC_ASSERT(uniform(value, bound) < bound);
}

TEST(Random, UniformReachesBothEnds) {
  EXPECT_EQ(uniform(0, 6), 0u);
  EXPECT_EQ(uniform(~0ULL, 6), 5u);
  EXPECT_EQ(uniform(~0ULL, ~0ULL), ~0ULL - 1);
  EXPECT_EQ(uniform(~0ULL, 1), 0u);
}

// Chi-square over 100 cells with 1,000,000 draws: 99 degrees of freedom, 148.2 is the 99.9 % point. The draws are fixed.
TEST(Random, UniformFillsItsCellsEvenly) {
  std::vector<double> cells(100);
  for (std::uint64_t n = 0; n < 1'000'000; ++n) ++cells[uniform(draw(1, 2, 3, n), 100)];
  double chi2 = 0;
  for (const double count : cells) chi2 += (count - 10'000) * (count - 10'000) / 10'000;
  EXPECT_LT(chi2, 148.2);
}

TEST(Random, ExponentialIsMinusTheLogarithm) {
  const base::Duration mean = base::seconds(10);
  for (std::uint64_t n = 0; n < 20'000; ++n) {
    const std::uint64_t value = draw(9, 9, 9, n);
    const double expected = -std::log(static_cast<double>(value | 1) / 18446744073709551616.0) * 1e10;
    EXPECT_NEAR(static_cast<double>(exponential(value, mean).ns), expected, 30 + expected * 1e-9) << value;
  }
}

TEST(Random, ExponentialAtTheEdgesOfItsDraw) {
  const base::Duration mean = base::seconds(1);
  EXPECT_EQ(exponential(~0ULL, mean).ns, 1);                                                 // u just below 1: never 0
  EXPECT_NEAR(static_cast<double>(exponential(0, mean).ns), 64 * std::log(2.0) * 1e9, 100);  // u = 2^-64: the longest wait there is
  EXPECT_NEAR(static_cast<double>(exponential(1ULL << 63, mean).ns), std::log(2.0) * 1e9, 2);
  EXPECT_GT(exponential(0, base::hours(24 * 365)).ns, 0);  // no overflow where means are long
  EXPECT_EQ(exponential(123, base::Duration{0}).ns, 1);
}

TEST(Random, ExponentialHasItsMeanAndQuantiles) {
  constexpr std::uint64_t kDraws = 1'000'000;
  double sum = 0;
  std::uint64_t below_median = 0;
  std::uint64_t above_five_means = 0;
  for (std::uint64_t n = 0; n < kDraws; ++n) {
    const std::int64_t ns = exponential(draw(4, stream_of("test"), 0, n), base::milliseconds(1)).ns;
    sum += static_cast<double>(ns);
    below_median += ns < 693'147 ? 1 : 0;
    above_five_means += ns > 5'000'000 ? 1 : 0;
  }
  EXPECT_NEAR(sum / kDraws, 1e6, 4 * 1e6 / std::sqrt(kDraws));  // four standard errors
  EXPECT_NEAR(static_cast<double>(below_median), kDraws / 2.0, 4 * 500);
  EXPECT_NEAR(static_cast<double>(above_five_means), kDraws * std::exp(-5.0), 4 * 82);
}

TEST(Random, ExponentialIsTheSameForEver) {
  EXPECT_EQ(exponential(0x0123456789abcdefULL, base::seconds(7)).ns, 37912702818);
  EXPECT_EQ(exponential(0xfedcba9876543210ULL, base::seconds(7)).ns, 31180452);
  EXPECT_EQ(exponential(0x8000000000000001ULL, base::minutes(60)).ns, 2495329850167);
}

}  // namespace
