#include "conformance/subjects/null_nas.h"

#include <deque>
#include <set>

#include <gtest/gtest.h>

#include "conformance/subjects/subject.h"
#include "reference/formats/answers.h"

namespace {

/// Doors that record what is sent and break the test where anything is stored, armed or drawn.
class Doorstep : public doors::Timers, public doors::Transport, public doors::Store, public doors::Entropy {
 public:
  void arm(doors::TimerId, base::Duration) override { ADD_FAILURE() << "a null subject keeps no timer"; }
  void cancel(doors::TimerId) override {}
  doors::SendOutcome send(doors::PeerId to, const doors::Message& message) override {
    EXPECT_EQ(to.value, 7u);
    sent.push_back(message);
    return outcome;
  }
  void commit(doors::CommitTag, doors::Batch, doors::ListEpoch) override { ADD_FAILURE() << "a null subject stores nothing"; }
  void open(doors::QueryTag, doors::Query) override { ADD_FAILURE(); }
  void next(doors::QueryTag, std::uint32_t) override { ADD_FAILURE(); }
  void close(doors::QueryTag) override { ADD_FAILURE(); }
  void follow(doors::QueryTag, doors::Table, doors::Since) override { ADD_FAILURE(); }
  std::uint64_t draw(std::uint64_t, std::uint64_t, std::uint64_t) override { return 0; }

  doors::Doors doors() { return {*this, *this, *this, *this}; }
  std::deque<doors::Message> sent;
  doors::SendOutcome outcome = doors::SendOutcome::kAccepted;
};

doors::Message read(std::uint64_t exchange, const std::string& id) {
  doors::Message message;
  message.exchange = exchange;
  message.content.text = base::Bytes(R"({"vrm":"AB00XYZ","read_id":")" + id + R"("})");
  return message;
}

void tell(doors::Component& nas, const doors::Message& message, doors::Last last = doors::Last::kYes) {
  nas.on_message({base::Instant{1}, {}}, {doors::PeerId{7}, doors::Role::kLea, "35", "lea:35"}, message, last);
}

TEST(NullNas, DoesNothing) {
  Doorstep doorstep;
  const auto nas = subjects::make_null_nas(doorstep.doors(), subjects::Null::kNothing);
  nas->on_start({}, {});
  tell(*nas, read(1, "a"));
  EXPECT_TRUE(doorstep.sent.empty());
}

TEST(NullNas, AcceptsEveryReadByItsOwnIdAndHasNoneOfThem) {
  Doorstep doorstep;
  const auto nas = subjects::make_null_nas(doorstep.doors(), subjects::Null::kAccepts);
  tell(*nas, read(5, "35-1-1:1"));
  ASSERT_EQ(doorstep.sent.size(), 1u);
  EXPECT_EQ(doorstep.sent[0].exchange, 5u);
  EXPECT_EQ(doorstep.sent[0].status, 201);
  const auto said = formats::decode_acknowledgement(doorstep.sent[0].content.text.view());
  ASSERT_TRUE(said);
  EXPECT_EQ(said->read_id, "35-1-1:1");
  doors::Message capture;
  capture.channel = doors::Channel::kCapture;
  capture.name = said->capture_id;
  tell(*nas, capture);
  EXPECT_EQ(doorstep.sent[1].status, 404);
}

TEST(NullNas, EchoesTheSameBytes) {
  Doorstep doorstep;
  const auto nas = subjects::make_null_nas(doorstep.doors(), subjects::Null::kEchoes);
  const auto asked = read(9, "x");
  tell(*nas, asked);
  ASSERT_EQ(doorstep.sent.size(), 1u);
  EXPECT_EQ(doorstep.sent[0].channel, doors::Channel::kReadAnswer);
  EXPECT_EQ(doorstep.sent[0].content.text, asked.content.text);
}

TEST(NullNas, RepeatsItsFirstAnswerUnderEveryExchange) {
  Doorstep doorstep;
  const auto nas = subjects::make_null_nas(doorstep.doors(), subjects::Null::kRepeats);
  tell(*nas, read(1, "first"));
  tell(*nas, read(2, "second"));
  ASSERT_EQ(doorstep.sent.size(), 2u);
  EXPECT_EQ(doorstep.sent[1].exchange, 2u);
  EXPECT_EQ(doorstep.sent[0].content.text, doorstep.sent[1].content.text);
}

TEST(NullNas, AnswersAListOnceItIsWholeAndAnAnswerNever) {
  Doorstep doorstep;
  const auto nas = subjects::make_null_nas(doorstep.doors(), subjects::Null::kAccepts);
  doors::Message slice;
  slice.channel = doors::Channel::kVoiList;
  tell(*nas, slice, doors::Last::kNo);
  EXPECT_TRUE(doorstep.sent.empty());
  tell(*nas, slice);
  EXPECT_EQ(doorstep.sent.size(), 1u);
  doors::Message acknowledged;
  acknowledged.channel = doors::Channel::kHitAck;
  tell(*nas, acknowledged);
  EXPECT_EQ(doorstep.sent.size(), 1u);
}

TEST(NullNas, AFullConnectionCostsItNothing) {
  Doorstep doorstep;
  doorstep.outcome = doors::SendOutcome::kWouldBlock;
  const auto nas = subjects::make_null_nas(doorstep.doors(), subjects::Null::kAccepts);
  tell(*nas, read(1, "a"));
  EXPECT_EQ(doorstep.sent.size(), 1u);
}

TEST(Subjects, AreOneNameEachAndCastTheRolesTheyDoNotPlay) {
  std::set<std::string> names{subjects::reference().name};
  EXPECT_EQ(subjects::reference().role, "whole");
  for (const auto& subject : subjects::null_subjects()) {
    EXPECT_TRUE(names.insert(subject.name).second) << subject.name;
    EXPECT_EQ(subject.role, "nas");
    EXPECT_TRUE(subject.cast.lea && subject.cast.nas);
  }
  EXPECT_EQ(names.size(), 5u);
}

}  // namespace
