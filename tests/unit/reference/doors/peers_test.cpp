#include "reference/doors/peers.h"

#include <gtest/gtest.h>

#include "tests/unit/reference/doors/fake_doors.h"

namespace doors {
namespace {

constexpr PeerId kCamera{3};

Message answer(std::uint64_t exchange) { return {Channel::kReadAnswer, exchange, 201, {}, {}}; }

std::vector<std::uint64_t> exchanges(const std::vector<Message>& messages) {
  std::vector<std::uint64_t> found;
  for (const Message& message : messages) found.push_back(message.exchange);
  return found;
}

TEST(Peers, KeepsInOrderWhatHasNoRoomAndSendsItWhenThereIs) {
  fake::FakeTransport transport;
  Peers peers(transport, 10);
  EXPECT_EQ(peers.send(kCamera, answer(1)), Sent::kSent);
  transport.outcome[kCamera] = SendOutcome::kWouldBlock;
  EXPECT_EQ(peers.send(kCamera, answer(2)), Sent::kWaits);
  EXPECT_EQ(peers.send(kCamera, answer(3)), Sent::kWaits);
  transport.outcome[kCamera] = SendOutcome::kAccepted;
  EXPECT_EQ(peers.send(kCamera, answer(4)), Sent::kWaits) << "it must not overtake";
  peers.on_ready(kCamera);
  EXPECT_EQ(exchanges(transport.taken(kCamera)), (std::vector<std::uint64_t>{1, 2, 3, 4}));
  EXPECT_EQ(peers.waiting(kCamera), 0U);
}

TEST(Peers, KeepsNoMoreThanItsBound) {
  fake::FakeTransport transport;
  Peers peers(transport, 2);
  transport.outcome[kCamera] = SendOutcome::kWouldBlock;
  EXPECT_EQ(peers.send(kCamera, answer(1)), Sent::kWaits);
  EXPECT_EQ(peers.send(kCamera, answer(2)), Sent::kWaits);
  EXPECT_EQ(peers.send(kCamera, answer(3)), Sent::kLost);
}

TEST(Peers, AnAnswerDoesNotCrossIntoALaterConnection) {
  fake::FakeTransport transport;
  Peers peers(transport, 10);
  peers.on_peer(kCamera, PeerState::kUp);
  const Session asked_in = peers.session(kCamera);
  peers.on_peer(kCamera, PeerState::kDown);
  EXPECT_EQ(peers.answer(kCamera, asked_in, answer(1)), Sent::kLost);
  peers.on_peer(kCamera, PeerState::kUp);
  EXPECT_EQ(peers.answer(kCamera, asked_in, answer(1)), Sent::kLost);
  EXPECT_EQ(peers.answer(kCamera, peers.session(kCamera), answer(2)), Sent::kSent);
  EXPECT_EQ(exchanges(transport.taken(kCamera)), (std::vector<std::uint64_t>{2}));
}

TEST(Peers, WhatWaitedIsLostWithItsConnection) {
  fake::FakeTransport transport;
  Peers peers(transport, 10);
  peers.on_peer(kCamera, PeerState::kUp);
  transport.outcome[kCamera] = SendOutcome::kWouldBlock;
  EXPECT_EQ(peers.send(kCamera, answer(1)), Sent::kWaits);
  peers.on_peer(kCamera, PeerState::kDown);
  peers.on_peer(kCamera, PeerState::kUp);
  transport.outcome[kCamera] = SendOutcome::kAccepted;
  peers.on_ready(kCamera);
  EXPECT_TRUE(transport.taken(kCamera).empty());
}

}  // namespace
}  // namespace doors
