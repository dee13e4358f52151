// A gateway recorded at its doors and run again.
#include <sstream>

#include <gtest/gtest.h>

#include "reference/doors/recorder.h"
#include "reference/doors/replayer.h"
#include "tests/unit/reference/lea/gateway_bench.h"

namespace lea::test {
namespace {

/// Reads, a link that breaks, a store that fails, answers of all kinds, a crash.
void live(doors::fake::Bench& bench) {
  std::uint64_t exchange = 0;
  for (int life = 0; life < 2; ++life) {
    bench.start();
    bench.peer(kCamera, PeerState::kUp);
    for (int i = 0; i < 60; ++i) {
      if (i % 20 == 5) bench.peer(kNas, PeerState::kUp);
      if (i % 20 == 15) bench.peer(kNas, PeerState::kDown);
      ++exchange;
      bench.message(kCamera, {Channel::kRead, exchange, 0, {}, read_content(std::to_string(exchange))});
      if (i % 4 != 0 && !bench.store.commits.empty()) bench.settle(static_cast<Fate>(i % 4));
      bench.advance(base::milliseconds(90));
      for (const auto& read : bench.transport.taken(kNas.peer)) {
        const std::uint16_t status = i % 3 == 1 ? 201 : 503;
        if (i % 3 != 0) bench.message(kNas, {Channel::kReadAnswer, read.exchange, status, {}, {}});
      }
    }
    bench.crash();
  }
}

doors::Factory factory_of(const LeaGatewayOptions& options) {
  return [options](const doors::Doors& doors) { return make_lea_gateway(doors, options); };
}

std::string record_of(const LeaGatewayOptions& options) {
  std::ostringstream out;
  {
    doors::Recording recording(out, record_header(options));
    doors::fake::Bench bench([&](const doors::Doors& doors) { return recording.make(factory_of(options), doors); });
    live(bench);
    EXPECT_FALSE(recording.fault());
  }
  return out.str();
}

TEST(GatewayReplay, GivesTheSameCallsBitForBit) {
  std::istringstream record(record_of({.backlog_in_flight_max = 3}));
  const auto header = doors::read_record_header(record);
  ASSERT_TRUE(header.has_value());
  const auto options = options_of(*header);
  ASSERT_TRUE(options.has_value());
  const auto replayed = doors::replay(record, factory_of(*options));
  ASSERT_TRUE(replayed.has_value()) << replayed.error().message();
  EXPECT_FALSE(replayed->divergence) << replayed->divergence->expected << "\n" << replayed->divergence->got;
  EXPECT_FALSE(replayed->cut_short);
  EXPECT_GT(replayed->calls_out, 200U);
}

TEST(GatewayReplay, AnotherGatewayDiverges) {
  std::istringstream record(record_of({.backlog_in_flight_max = 3}));
  ASSERT_TRUE(doors::read_record_header(record).has_value());
  const auto replayed = doors::replay(record, factory_of({.backlog_in_flight_max = 4}));
  ASSERT_TRUE(replayed.has_value());
  EXPECT_TRUE(replayed->divergence);
}

}  // namespace
}  // namespace lea::test
