// What mutants are made of: everything passes, both ways, until somebody overrides it.
#include "conformance/subjects/wrapped.h"

#include <gtest/gtest.h>

namespace {

using Log = std::vector<std::string>;

/// Doors that write down what was called.
class LoggedDoors : public doors::Timers, public doors::Transport, public doors::Store, public doors::Entropy {
 public:
  explicit LoggedDoors(Log& log) : log_(log) {}
  void arm(doors::TimerId id, base::Duration delay) override {
    log_.push_back("arm " + std::to_string(id.value) + " " + std::to_string(delay.ns));
    armed.push_back(id);
  }
  void cancel(doors::TimerId id) override { log_.push_back("cancel " + std::to_string(id.value)); }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    log_.push_back("send " + std::to_string(peer.value) + " " + message.name);
    return doors::SendOutcome::kWouldBlock;
  }
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    log_.push_back("commit " + std::to_string(tag.value) + " " + std::to_string(batch.erased.size()) + " " + std::to_string(epoch.value));
  }
  void open(doors::QueryTag tag, doors::Query query) override { log_.push_back("open " + std::to_string(tag.value) + " " + query.key); }
  void next(doors::QueryTag tag, std::uint32_t count) override {
    log_.push_back("next " + std::to_string(tag.value) + " " + std::to_string(count));
  }
  void close(doors::QueryTag tag) override { log_.push_back("close " + std::to_string(tag.value)); }
  void follow(doors::QueryTag tag, doors::Table, doors::Since) override { log_.push_back("follow " + std::to_string(tag.value)); }
  std::uint64_t draw(std::uint64_t stream, std::uint64_t, std::uint64_t) override {
    log_.push_back("draw");
    return stream + 1;
  }
  doors::Doors doors() { return {*this, *this, *this, *this}; }
  std::vector<doors::TimerId> armed;

 private:
  Log& log_;
};

/// Writes down every call, and in on_ready calls every door.
class Inner : public doors::Component {
 public:
  Inner(const doors::Doors& doors, Log& log) : doors_(doors), log_(log) {}
  void on_start(base::Now, const doors::Recovered& r) override { log_.push_back(r.after_restart ? "restart" : "start"); }
  void on_peer(base::Now, const doors::Principal& peer, doors::PeerState) override { log_.push_back("peer " + peer.name); }
  void on_ready(base::Now, doors::PeerId peer) override {
    log_.push_back("ready " + std::to_string(peer.value));
    doors_.timers.arm({3}, base::nanoseconds(9));
    doors_.timers.cancel({3});
    doors::Message message;
    message.name = "m";
    if (doors_.transport.send({5}, message) == doors::SendOutcome::kWouldBlock) log_.push_back("would block");
    doors::Batch batch;
    batch.erased.resize(2);
    doors_.store.commit({6}, std::move(batch), {8});
    doors_.store.open({7}, {doors::Table::kCaptures, "k"});
    doors_.store.next({7}, 4);
    doors_.store.close({7});
    doors_.store.follow({8}, doors::Table::kLists, doors::Since::kBeginning);
    if (doors_.entropy.draw(1, 2, 3) == 2) log_.push_back("drawn");
  }
  void on_message(base::Now, const doors::Principal&, const doors::Message& m,
                  doors::Last) override { log_.push_back("message " + m.name); }
  void on_timer(base::Now, doors::TimerId id) override { log_.push_back("timer " + std::to_string(id.value)); }
  void on_durable(base::Now, doors::CommitTag tag,
                  const doors::CommitResult&) override { log_.push_back("durable " + std::to_string(tag.value)); }
  void on_rows(base::Now, doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last) override {
    log_.push_back("rows " + std::to_string(tag.value) + " " + std::to_string(rows.size()));
  }

 private:
  doors::Doors doors_;
  Log& log_;
};

/// Every call in, in order.
void call_all(doors::Component& component) {
  doors::Message message;
  message.name = "in";
  const std::vector<doors::Row> rows(3);
  component.on_start({}, {true, {}});
  component.on_peer({}, {doors::PeerId{1}, doors::Role::kLea, "35", "lea:35"}, doors::PeerState::kUp);
  component.on_ready({}, doors::PeerId{2});
  component.on_message({}, {}, message, doors::Last::kYes);
  component.on_timer({}, {3});
  component.on_durable({}, {4}, {});
  component.on_rows({}, {5}, rows, doors::Last::kYes);
}

TEST(Wrapped, PassesEveryCallOnBothWaysAsIfItWereNotThere) {
  Log bare_log, log;
  LoggedDoors bare_doors(bare_log), doors(log);
  Inner bare(bare_doors.doors(), bare_log);
  call_all(bare);
  subjects::Wrapped wrapped(doors.doors(), [&](const doors::Doors& inner) { return std::make_unique<Inner>(inner, log); });
  call_all(wrapped);
  EXPECT_EQ(log, bare_log);
  EXPECT_EQ(log.size(), 18u);   // seven calls in, and all that on_ready does
}

/// Does something later.
class Later final : public subjects::Wrapped {
 public:
  using Wrapped::Wrapped;
  using Wrapped::after_restart;
  using Wrapped::later;
};

TEST(Wrapped, WhatIsLeftForLaterIsDoneOnceAndNotToldToTheInner) {
  Log log;
  LoggedDoors doors(log);
  Later wrapped(doors.doors(), [&](const doors::Doors& inner) { return std::make_unique<Inner>(inner, log); });
  wrapped.on_start({}, {true, {}});
  EXPECT_TRUE(wrapped.after_restart());
  wrapped.later(base::milliseconds(5), [&](base::Now) { log.push_back("done"); });
  ASSERT_EQ(doors.armed.size(), 1u);
  wrapped.on_timer({}, doors.armed[0]);
  EXPECT_EQ(log.back(), "done");
  wrapped.on_timer({}, doors.armed[0]);
  EXPECT_EQ(log.back(), "timer " + std::to_string(doors.armed[0].value));   // none of ours any more
}

TEST(LotOf, FollowsFromTheIdWhateverTheTextAround) {
  doors::Content one, other, nameless, another_nameless;
  one.text = base::Bytes(std::string(R"({"read_id":"35-1-1:7","vrm":"AB01CDE"})"));
  other.text = base::Bytes(std::string(R"({"vrm":"AB01CDF","read_id":"35-1-1:7"})"));
  nameless.text = base::Bytes(std::string(R"({"vrm":"AB01CDE"})"));
  another_nameless.text = base::Bytes(std::string(R"({"vrm":"AB01CDF"})"));
  EXPECT_EQ(subjects::lot_of(one), subjects::lot_of(other));
  EXPECT_NE(subjects::lot_of(nameless), subjects::lot_of(another_nameless));
}

}  // namespace
