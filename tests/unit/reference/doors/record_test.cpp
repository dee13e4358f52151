// Recording a component and running it again.
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/doors/record_reader.h"
#include "reference/doors/record_writer.h"
#include "reference/doors/recorder.h"
#include "reference/doors/replayer.h"
#include "tests/unit/reference/doors/fake_doors.h"

namespace doors {
namespace {

const Principal kOneCamera{{1}, Role::kCamera, "35", "35-1-1"};
const RecordHeader kHeader{"talker", {{"size", 7}, {"delay_ns", -3}}};

/// Uses every door: what it is told it stores, sends back, times and asks for.
class Talker : public Component {
 public:
  explicit Talker(const Doors& doors) : doors_(doors) {}
  void on_start(base::Now now, const Recovered& recovered) override {
    doors_.store.follow({1}, Table::kLists, Since::kBeginning);
    doors_.timers.arm({recovered.after_restart ? 2U : 1U}, {now.mono.ns + 5});
    drawn_ = doors_.entropy.draw(1, 2, recovered.epoch.value);
  }
  void on_peer(base::Now, const Principal& peer, PeerState state) override {
    if (state == PeerState::kUp) say(peer.peer, {Channel::kHit, drawn_, 0, peer.name + peer.organisation, {}});
  }
  void on_ready(base::Now, PeerId peer) override { say(peer, {Channel::kHit, 1, 2, "ready", {}}); }
  void on_message(base::Now, const Principal& from, const Message& message, Last last) override {
    Batch batch;
    batch.units.push_back({{{Table::kCaptures, message.name, message.content}, {Table::kOutbox, "h/op", {}}}});
    batch.erased.push_back({Table::kBuffer, "old"});
    batch.advances_list_epoch = last == Last::kNo;
    doors_.store.commit({++tag_}, batch, {4});
    answer(from, message);
  }
  void on_timer(base::Now, TimerId id) override { doors_.timers.cancel(id); }
  void on_durable(base::Now, CommitTag tag, const CommitResult& result) override {
    doors_.store.open({tag.value}, {Table::kCaptures, ""});
    doors_.store.next({tag.value}, static_cast<std::uint32_t>(result.already.size() + 1));
  }
  void on_rows(base::Now, QueryTag tag, std::span<const Row> rows, Last) override {
    for (const Row& row : rows) say({1}, {Channel::kCaptureAnswer, 0, 200, row.key, row.content});
    doors_.store.close(tag);
  }

 protected:
  virtual void answer(const Principal& from, const Message& message) {
    say(from.peer, {Channel::kReadAnswer, message.exchange, 201, {}, message.content});
  }
  void say(PeerId peer, const Message& message) { blocked_ += doors_.transport.send(peer, message) == SendOutcome::kWouldBlock; }

  Doors doors_;
  std::uint64_t drawn_ = 0;
  std::uint64_t tag_ = 0;
  int blocked_ = 0;
};

/// Answers 422 in place of 201.
class Altered final : public Talker {
 public:
  using Talker::Talker;

 private:
  void answer(const Principal& from, const Message& message) override {
    say(from.peer, {Channel::kReadAnswer, message.exchange, 422, {}, message.content});
  }
};
/// Posts in bulk what the other posts singly.
class InBulk final : public Talker {
 public:
  using Talker::Talker;

 private:
  void answer(const Principal& from, const Message& message) override {
    say(from.peer, {Channel::kReadAnswer, message.exchange, 201, {}, message.content, Posting::kBulk});
  }
};
/// Posts in kind.
class InKind final : public Talker {
 public:
  using Talker::Talker;

 private:
  void answer(const Principal& from, const Message& message) override {
    say(from.peer, {Channel::kReadAnswer, message.exchange, 201, {}, message.content, message.posting});
  }
};
/// Says one thing too few, or one too many.
class Silent final : public Talker {
 public:
  using Talker::Talker;

 private:
  void answer(const Principal&, const Message&) override {}
};
class Chatty final : public Talker {
 public:
  using Talker::Talker;

 private:
  void answer(const Principal& from, const Message& message) override {
    Talker::answer(from, message);
    say(from.peer, message);
  }
};

template <class T>
Factory factory_of() {
  return [](const Doors& doors) { return std::make_unique<T>(doors); };
}

Message read_of(std::uint64_t exchange, const base::Bytes& patch) {
  Message message{Channel::kRead, exchange, 0, "r" + std::to_string(exchange), {}};
  message.content.text = base::Bytes("{\"read\":" + std::to_string(exchange) + "}");
  message.content.plate_patch = patch;
  message.content.size_bytes = static_cast<std::uint32_t>(message.content.text.size() + patch.size());
  return message;
}

/// A life with a crash in it.
void live(Recording& recording, const std::vector<Message>& messages, const Factory& factory = factory_of<Talker>()) {
  fake::Bench bench([&](const Doors& doors) { return recording.make(factory, doors); });
  bench.start();
  bench.peer(kOneCamera, PeerState::kUp);
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (i == messages.size() / 2) {
      bench.crash();
      bench.start();
    }
    if (i % 3 == 1) bench.block(kOneCamera.peer);
    bench.message(kOneCamera, messages[i], i % 5 == 4 ? Last::kNo : Last::kYes);
    if (i % 3 == 1) bench.unblock(kOneCamera.peer);
    bench.advance(base::milliseconds(3));
    bench.settle_all();
  }
}

std::string record_of(const std::vector<Message>& messages, const Factory& factory = factory_of<Talker>()) {
  std::ostringstream out;
  {
    Recording recording(out, kHeader);
    live(recording, messages, factory);
    EXPECT_FALSE(recording.fault());
  }
  return out.str();
}

base::Result<Replay> replay_of(const std::string& record, const Factory& factory) {
  std::istringstream in(record);
  const auto header = read_record_header(in);
  if (!header) return tl::unexpected<base::Error>(header.error());
  EXPECT_EQ(*header, kHeader);
  return replay(in, factory);
}

std::vector<Message> some_messages(std::size_t count) {
  const base::Bytes patch(std::string(2'700, 'p'));
  std::vector<Message> messages;
  for (std::size_t i = 0; i < count; ++i) messages.push_back(read_of(i, patch));
  return messages;
}

TEST(Record, ReplaysBitForBit) {
  const auto replayed = replay_of(record_of(some_messages(20)), factory_of<Talker>());
  ASSERT_TRUE(replayed.has_value()) << replayed.error().message();
  EXPECT_FALSE(replayed->divergence) << replayed->divergence->expected << " / " << replayed->divergence->got;
  EXPECT_FALSE(replayed->cut_short);
  EXPECT_GT(replayed->calls_in, 60U);
  EXPECT_GT(replayed->calls_out, 60U);
}

TEST(Record, TellsWhereAnAlteredComponentDiverges) {
  const auto replayed = replay_of(record_of(some_messages(4)), factory_of<Altered>());
  ASSERT_TRUE(replayed.has_value());
  ASSERT_TRUE(replayed->divergence);
  // born, on_start, follow, arm, draw, on_peer, send, on_message, commit, and then the answer
  EXPECT_EQ(replayed->divergence->call, 10U);
  EXPECT_NE(replayed->divergence->expected.find("send 1 1 0 201"), std::string::npos) << replayed->divergence->expected;
  EXPECT_NE(replayed->divergence->got.find("send 1 1 0 422"), std::string::npos) << replayed->divergence->got;
}

TEST(Record, TellsOfACallThatIsMissingOrTooMany) {
  const std::string record = record_of(some_messages(1));
  const auto silent = replay_of(record, factory_of<Silent>());
  ASSERT_TRUE(silent.has_value() && silent->divergence);
  EXPECT_EQ(silent->divergence->got, "no further call out");
  const auto chatty = replay_of(record, factory_of<Chatty>());
  ASSERT_TRUE(chatty.has_value() && chatty->divergence);
  EXPECT_EQ(chatty->divergence->expected, "no further call out");
}

TEST(Record, KeepsHowMessagesWerePostedInAndOut) {
  std::vector<Message> messages = some_messages(4);
  messages[1].posting = Posting::kBulk;
  const std::string record = record_of(messages, factory_of<InKind>());
  const auto same = replay_of(record, factory_of<InKind>());
  ASSERT_TRUE(same.has_value());
  EXPECT_FALSE(same->divergence) << same->divergence->expected << " / " << same->divergence->got;
  for (const auto& other : {factory_of<Talker>(), factory_of<InBulk>()}) {
    const auto replayed = replay_of(record, other);
    ASSERT_TRUE(replayed.has_value());
    EXPECT_TRUE(replayed->divergence);
  }
}

TEST(Record, WritesEachImageOnce) {
  const std::size_t few = record_of(some_messages(2)).size();
  const std::size_t many = record_of(some_messages(12)).size();
  EXPECT_LT(many - few, 2'700U) << "ten more reads with the same patch, and each crosses several doors";
}

TEST(Record, HoldsNoValues) {
  Message message;
  message.content.value = std::make_shared<const domain::Acknowledgement>();
  std::ostringstream out;
  {
    Recording recording(out, kHeader);
    live(recording, {message, read_of(1, {})});
    ASSERT_TRUE(recording.fault());
    EXPECT_EQ(recording.fault()->kind, &kRecordHoldsNoValues);
  }
  const auto replayed = replay_of(out.str(), factory_of<Talker>());
  ASSERT_FALSE(replayed.has_value());
  EXPECT_EQ(replayed.error().kind, &kRecordVoid);
}

TEST(Record, ASinkThatFailsIsAFault) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  Recording recording(out, kHeader);
  live(recording, some_messages(1));
  ASSERT_TRUE(recording.fault());
  EXPECT_EQ(recording.fault()->kind, &kRecordNotWritten);
}

TEST(Record, ReadsOnlyItsOwnHeaders) {
  const auto fault_of = [](std::string text) {
    std::istringstream in(std::move(text));
    const auto header = read_record_header(in);
    return header ? nullptr : header.error().kind;
  };
  EXPECT_EQ(fault_of(encode_record_header(kHeader)), nullptr);
  EXPECT_EQ(fault_of(encode_record_header({"nas", {}})), nullptr);
  EXPECT_EQ(fault_of(""), &kNotARecord);
  EXPECT_EQ(fault_of("{\"format\":\"plumbline-evidence\"}\n"), &kNotARecord);
  EXPECT_EQ(fault_of("{\"format\":\"plumbline-doors\",\"version\":3,"), &kRecordVersionUnknown);
  EXPECT_EQ(fault_of("{\"format\":\"plumbline-doors\",\"version\":4,\"component\":\"nas\",\"options\":{\"a\":x}}\n"), &kNotARecord);
}

TEST(Record, OptionsComeBackFromTheHeader) {
  std::uint32_t size = 0;
  std::int64_t delay = 0;
  EXPECT_TRUE(set_from(kHeader, "size", size, {1, 7}));
  EXPECT_TRUE(set_from(kHeader, "delay_ns", delay, {-3}));
  EXPECT_EQ(size, 7U);
  EXPECT_EQ(delay, -3);
  EXPECT_FALSE(set_from(kHeader, "delay_ns", size, {-9})) << "out of the target's range";
  EXPECT_FALSE(set_from(kHeader, "delay_ns", delay, kSettingTime)) << "no length of time";
  EXPECT_FALSE(set_from(kHeader, "size", size, {8}));
  EXPECT_FALSE(set_from(kHeader, "size", size, {0, 6}));
  EXPECT_FALSE(set_from(kHeader, "absent", size, {}));
}

// However a record is cut or damaged, replay ends and says so; nothing that is left diverges where it was cut.
RC_GTEST_PROP(Record, ACutRecordReplaysAsFarAsItGoes, ()) {
  static const std::string whole = record_of(some_messages(6));
  static const std::size_t head = whole.find('\n') + 1;
  const auto length = *rc::gen::inRange(head + 1, whole.size());
  const auto replayed = replay_of(whole.substr(0, length), factory_of<Talker>());
  RC_ASSERT(replayed.has_value());
  RC_ASSERT(replayed->cut_short);
  RC_ASSERT(!replayed->divergence);
}

TEST(Record, WithoutACallThereIsNothingToReplay) {
  for (const std::size_t ends : {0U, 1U}) {
    const auto replayed = replay_of(encode_record_header(kHeader) + std::string(ends, '\0'), factory_of<Talker>());
    ASSERT_FALSE(replayed.has_value());
    EXPECT_EQ(replayed.error().kind, &kRecordEmpty);
  }
}

RC_GTEST_PROP(Record, ADamagedRecordIsSurvived, ()) {
  static const std::string whole = record_of(some_messages(6));
  static const std::size_t head = whole.find('\n') + 1;
  std::string damaged = whole;
  damaged[*rc::gen::inRange(head, whole.size())] = *rc::gen::arbitrary<char>();
  static_cast<void>(replay_of(damaged, factory_of<Talker>()));
}

RC_GTEST_PROP(Record, NumbersComeBack, (std::uint64_t number, std::int64_t whole)) {
  std::stringstream stream;
  RC_ASSERT(record::Writer(stream).call(record::Kind::kArm, TimerId{number}, base::Duration{whole}));
  record::Reader reader(stream);
  RC_ASSERT(reader.peek() == record::Kind::kArm);
  reader.take();
  TimerId id;
  base::Duration delay;
  reader.read(id, delay);
  RC_ASSERT(id.value == number);
  RC_ASSERT(delay.ns == whole);
  RC_ASSERT(reader.state() == record::ReadState::kGood);
}

TEST(Record, MoreTextsThanAreRememberedStillReplay) {
  const std::size_t count = record::kRemembered + 500;
  const auto replayed = replay_of(record_of(some_messages(count)), factory_of<Talker>());
  ASSERT_TRUE(replayed.has_value()) << replayed.error().message();
  EXPECT_FALSE(replayed->divergence);
  EXPECT_FALSE(replayed->cut_short);
}

}  // namespace
}  // namespace doors
