// A gateway behind fake doors, cameras that speak to it, and a NAS played by the test.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "reference/lea/lea_gateway.h"
#include "tests/unit/reference/doors/fake_doors.h"

namespace lea::test {

using Fate = doors::fake::Bench::Fate;
using doors::Channel;
using doors::PeerState;
using doors::Table;
using Answers = std::vector<std::pair<std::uint64_t, int>>;

inline const doors::Principal kCamera{{1}, doors::Role::kCamera, "35", "35-1-1"};
inline const doors::Principal kCamera2{{2}, doors::Role::kCamera, "35", "35-1-2"};
inline const doors::Principal kNas{{3}, doors::Role::kNas, "", "nas"};

inline doors::Content read_content(const std::string& read_id) {
  static const base::Bytes patch("a patch");
  doors::Content content;
  content.text = base::Bytes(R"({"read_id":")" + read_id + R"("})");
  content.plate_patch = patch;
  content.size_bytes = static_cast<std::uint32_t>(content.text.size() + patch.size());
  return content;
}

struct GatewayBench : doors::fake::Bench {
  explicit GatewayBench(LeaGatewayOptions options = {})
      : Bench([options](const doors::Doors& doors) { return make_lea_gateway(doors, options); }) {}

  void start_with_cameras() {
    transport.outcome[kNas.peer] = doors::SendOutcome::kDown;
    start();
    peer(kCamera, PeerState::kUp);
    peer(kCamera2, PeerState::kUp);
  }
  void start_all() {
    start_with_cameras();
    peer(kNas, PeerState::kUp);
  }
  void send_read(std::uint64_t exchange, const doors::Principal& from = kCamera) {
    message(from, {Channel::kRead, exchange, 0, {}, read_content("r" + std::to_string(exchange))});
  }
  /// What NAS got since it was last asked for.
  std::vector<doors::Message> at_nas() { return transport.taken(kNas.peer); }
  /// The read ids' texts among it, in order.
  std::vector<std::string> texts_at_nas() {
    std::vector<std::string> found;
    for (const auto& read : at_nas()) found.emplace_back(read.content.text.view());
    return found;
  }
  void nas_answers(std::uint64_t exchange, std::uint16_t status) {
    doors::Content content;
    content.text = base::Bytes("nas says " + std::to_string(status));
    content.size_bytes = static_cast<std::uint32_t>(content.text.size());
    message(kNas, {Channel::kReadAnswer, exchange, status, {}, content});
  }
  void nas_answers_all(std::uint16_t status) {
    for (const auto& read : at_nas()) nas_answers(read.exchange, status);
  }
  Answers answers(const doors::Principal& to = kCamera) {
    Answers found;
    for (const auto& answer : transport.taken(to.peer)) found.emplace_back(answer.exchange, answer.status);
    return found;
  }
  std::size_t buffered() const { return store.count(Table::kBuffer); }
};

inline std::string text_of(std::uint64_t exchange) { return std::string(read_content("r" + std::to_string(exchange)).text.view()); }

}  // namespace lea::test
