// A NAS recorded at its doors and run again.
#include <sstream>

#include <gtest/gtest.h>

#include "reference/doors/recorder.h"
#include "reference/doors/replayer.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

/// Lists, reads good and bad, faults of the store, hits, a crash: everything but values.
void live(doors::fake::Bench& bench) {
  const auto settle_and_go_on = [&](Fate fate) {
    if (!bench.store.commits.empty()) bench.settle(fate);
    bench.advance(base::milliseconds(60));
    bench.settle_all();
  };
  std::uint64_t exchange = 0;
  for (int life = 0; life < 2; ++life) {
    bench.start();
    for (const auto& principal : {kLea, kOperator, kOwner, kAuditor}) bench.peer(principal, PeerState::kUp);
    bench.message(kOwner, {Channel::kVoiList, ++exchange, 0, kListFile, text_content(csv_of({{"AB00ABC", domain::Action::kStop}}))});
    for (int i = 0; i < 40; ++i) {
      const doors::Content read = i % 7 == 3 ? text_content("{\"vrm\":" + std::to_string(i) + "}")
                                             : text_of(read_of(i % 2 == 0 ? "AB00ABC" : "XY00XYZ", "r" + std::to_string(i)));
      bench.message(kLea, {Channel::kRead, ++exchange, 0, {}, read});
      settle_and_go_on(static_cast<Fate>(i % 4));
    }
    for (const auto& hit : bench.transport.taken(kOperator.peer)) bench.message(kOperator, {Channel::kHitAck, 0, 0, hit.name, {}});
    bench.message(kAuditor, {Channel::kCapture, ++exchange, 0, "c-none", {}});
    bench.settle_all();
    bench.crash();
  }
}

std::string record_of(const NasOptions& options) {
  std::ostringstream out;
  {
    doors::Recording recording(out, record_header(options));
    doors::fake::Bench bench([&](const doors::Doors& doors) {
      return recording.make([&](const doors::Doors& recorded) { return make_nas(recorded, options); }, doors);
    });
    live(bench);
    EXPECT_FALSE(recording.fault());
  }
  return out.str();
}

base::Result<doors::Replay> replay_with(std::istream& record, const NasOptions& options) {
  return doors::replay(record, [&](const doors::Doors& doors) { return make_nas(doors, options); });
}

TEST(NasReplay, GivesTheSameCallsBitForBit) {
  std::istringstream record(record_of({}));
  const auto header = doors::read_record_header(record);
  ASSERT_TRUE(header.has_value());
  EXPECT_EQ(header->component, "nas");
  const auto options = options_of(*header);
  ASSERT_TRUE(options.has_value());
  const auto replayed = replay_with(record, *options);
  ASSERT_TRUE(replayed.has_value()) << replayed.error().message();
  EXPECT_FALSE(replayed->divergence) << replayed->divergence->expected << "\n" << replayed->divergence->got;
  EXPECT_FALSE(replayed->cut_short);
  EXPECT_GT(replayed->calls_in, 200U);
  EXPECT_GT(replayed->calls_out, 200U);
}

TEST(NasReplay, AnotherNasDiverges) {
  std::istringstream record(record_of({}));
  ASSERT_TRUE(doors::read_record_header(record).has_value());
  const auto replayed = replay_with(record, {.retry_after = base::milliseconds(49)});
  ASSERT_TRUE(replayed.has_value());
  ASSERT_TRUE(replayed->divergence);
  EXPECT_EQ(replayed->divergence->expected, "arm 1 50000000");
  EXPECT_EQ(replayed->divergence->got, "arm 1 49000000");
}

}  // namespace
}  // namespace nas::test
