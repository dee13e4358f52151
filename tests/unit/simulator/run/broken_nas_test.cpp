// A run shows it when NAS is not what it should be: the ledger of a good run means something.
#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

/// Does nothing.
struct Deaf : doors::Component {
  void on_start(base::Now, const doors::Recovered&) override {}
  void on_peer(base::Now, const doors::Principal&, doors::PeerState) override {}
  void on_ready(base::Now, doors::PeerId) override {}
  void on_message(base::Now, const doors::Principal&, const doors::Message&, doors::Last) override {}
  void on_timer(base::Now, doors::TimerId) override {}
  void on_durable(base::Now, doors::CommitTag, const doors::CommitResult&) override {}
  void on_rows(base::Now, doors::QueryTag, std::span<const doors::Row>, doors::Last) override {}
};

/// Acknowledges each read at once, and stores none.
struct Glib : Deaf {
  explicit Glib(const doors::Doors& d) : doors(d) {}
  void on_message(base::Now, const doors::Principal& from, const doors::Message& message, doors::Last) override {
    if (message.channel != doors::Channel::kRead) return;
    doors::Message answer;
    answer.channel = doors::Channel::kReadAnswer;
    answer.exchange = message.exchange;
    answer.status = 201;
    const std::string text = R"({"capture_id":"c-)" + std::to_string(++count) + R"("})";
    answer.content.text = base::Bytes(text);
    answer.content.size_bytes = static_cast<std::uint32_t>(text.size());
    static_cast<void>(doors.transport.send(from.peer, answer));
  }
  const doors::Doors doors;
  int count = 0;
};

scenario::Scenario short_run() {
  scenario::Scenario scenario = small::clean_minute();
  scenario.phases.traffic = base::seconds(10);
  scenario.phases.liveness = base::seconds(20);
  return scenario;
}

TEST(BrokenNas, ThatDoesNothingLeavesABacklogAndTheRunStillEnds) {
  run::Cast cast = run::reference_cast();
  cast.nas = [](const doors::Doors&) { return std::make_unique<Deaf>(); };
  const auto outcome = small::run_small(short_run(), small::seed(1), {}, cast);
  EXPECT_EQ(outcome.summary.reads_sent, 500U);
  EXPECT_EQ(outcome.summary.reads_acknowledged, 0U);
  EXPECT_GE(outcome.summary.backlog, 500U);
  EXPECT_EQ(outcome.ledger.phases.back(), "final");
}

TEST(BrokenNas, ThatStoresNothingIsFoundOutByTheAuditor) {
  run::Cast cast = run::reference_cast();
  cast.nas = [](const doors::Doors& doors) { return std::make_unique<Glib>(doors); };
  const auto outcome = small::run_small(short_run(), small::seed(1), {}, cast);
  EXPECT_EQ(outcome.summary.reads_acknowledged, 500U);
  EXPECT_EQ(outcome.summary.captures_returned, 0U);
  EXPECT_EQ(outcome.ledger.census.at("nas"), 0);
}

}  // namespace
