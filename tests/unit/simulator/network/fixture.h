// A platform small enough to reckon by hand, and a listener that notes everything.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "simulator/kernel/kernel.h"
#include "simulator/network/network.h"

namespace network_test {

using base::Duration;
using base::Instant;
using base::microseconds;
using base::milliseconds;
using base::seconds;
using network::ConnectionId;
using network::Fidelity;
using network::LinkId;
using network::NodeId;
using network::SendOutcome;

inline constexpr Instant kStart{1'560'236'280'000'000'000};     // 2019-06-11T06:58:00Z
inline constexpr std::uint64_t kWide = std::uint64_t{1} << 40;  // a window that never fills

// Core: nas and operator. LEA 1: its gateway and three cameras; LEA 2: its gateway and a camera.
inline constexpr NodeId kNas{0}, kOperator{1}, kLea1{2}, kCamera1{3}, kCamera2{4}, kCamera3{5}, kLea2{6}, kCamera4{7};
inline constexpr LinkId kNasLink{0}, kOperatorLink{1}, kLea1Site{2}, kCamera1Link{3}, kCamera2Link{4}, kCamera3Link{5}, kLea2Site{6},
    kCamera4Link{7}, kWan1{8}, kWan2{9};
inline constexpr std::size_t kLinks = 10;

inline network::PlatformSpec small_platform() {
  network::PlatformSpec spec;
  spec.links = {{"nas", 10'000'000'000, microseconds(200)},  {"operator", 10'000'000, milliseconds(25)},
                {"site:1", 1'000'000'000, microseconds(50)}, {"camera:1", 20'000'000, milliseconds(12)},
                {"camera:2", 20'000'000, milliseconds(12)},  {"camera:3", 8'000'000, milliseconds(30)},
                {"site:2", 1'000'000'000, microseconds(50)}, {"camera:4", 20'000'000, milliseconds(12)},
                {"wan:1", 100'000'000, microseconds(3'337)}, {"wan:2", 1'000'000'000, microseconds(5'001)}};
  spec.zones = {{"core", {}}, {"lea:1", kWan1}, {"lea:2", kWan2}};
  spec.nodes = {{"nas", 0, kNasLink},          {"operator", 0, kOperatorLink}, {"lea:1", 1, kLea1Site}, {"camera:1", 1, kCamera1Link},
                {"camera:2", 1, kCamera2Link}, {"camera:3", 1, kCamera3Link},  {"lea:2", 2, kLea2Site}, {"camera:4", 2, kCamera4Link}};
  return spec;
}

/// What a listener heard, as text, one line a call: "12.345678 delivered 0 17" (seconds since the start with nine digits).
class Log : public network::Listener {
 public:
  explicit Log(const kernel::Kernel& kernel) : kernel_(&kernel) {}

  void on_delivered(ConnectionId connection, std::uint64_t tag) override {
    note(fmt::format("delivered {} {}", connection.value, tag));
    delivered.push_back({connection.value, tag, kernel_->now()});
    if (after_delivery) after_delivery(connection, tag);
  }
  void on_ready(ConnectionId connection) override {
    note(fmt::format("ready {}", connection.value));
    if (after_ready) after_ready(connection);
  }
  void on_state(ConnectionId connection, bool up, const std::vector<std::uint64_t>& tags) override {
    note(fmt::format("{} {} lost [{}]", up ? "up" : "down", connection.value, fmt::join(tags, " ")));
    for (const std::uint64_t tag : tags) lost.push_back({connection.value, tag, kernel_->now()});
    if (after_state) after_state(connection, up);
  }

  struct Fate {
    std::uint64_t connection;
    std::uint64_t tag;
    Instant at;
    friend bool operator==(const Fate&, const Fate&) = default;
  };
  std::vector<std::string> lines;
  std::vector<Fate> delivered;
  std::vector<Fate> lost;
  std::function<void(ConnectionId, std::uint64_t)> after_delivery;
  std::function<void(ConnectionId)> after_ready;
  std::function<void(ConnectionId, bool)> after_state;

 private:
  void note(const std::string& what) {
    lines.push_back(fmt::format("{:.9f} {}", static_cast<double>((kernel_->now() - kStart).ns) / 1e9, what));
  }
  const kernel::Kernel* kernel_;
};

/// Does what it is given at an instant, from an event of the kernel.
class Script : public kernel::Target {
 public:
  explicit Script(kernel::Kernel& kernel) : kernel_(&kernel) {}
  void at(Duration since_start, std::function<void()> what) {
    kernel_->at(kStart + since_start, *this, 0, steps_.size());
    steps_.push_back(std::move(what));
  }
  void on_event(std::uint32_t, std::uint64_t which) override { steps_[which](); }

 private:
  kernel::Kernel* kernel_;
  std::vector<std::function<void()>> steps_;
};

/// A kernel, a network, a log and a script, made in the right order.
struct World {
  explicit World(Fidelity its, const network::PlatformSpec& spec = small_platform())
      : fidelity(its), kernel(kStart), network(network::make_network(spec, its, kernel)), log(kernel), script(kernel) {}

  ConnectionId connect(NodeId from, NodeId to, std::uint64_t window = kWide) { return network->connect(from, to, {fidelity, window}, log); }
  void send_at(Duration when, ConnectionId connection, std::uint64_t bytes, std::uint64_t tag,
               network::Crossing crossing = network::Crossing::kSingle) {
    script.at(when, [=, this] { EXPECT_EQ(network->send(connection, bytes, tag, crossing), SendOutcome::kAccepted); });
  }
  void link_at(Duration when, LinkId link, bool up) {
    script.at(when, [this, link, up] { network->set_link(link, up); });
  }
  void run(Duration until = seconds(3'600)) { network->run_until(kStart + until); }

  Fidelity fidelity;
  kernel::Kernel kernel;
  std::unique_ptr<network::Network> network;
  Log log;
  Script script;
};

/// Runs a test body under both fidelities.
class BothFidelities : public testing::TestWithParam<Fidelity> {};

inline std::string fidelity_name(const testing::TestParamInfo<Fidelity>& info) { return info.param == Fidelity::kQueue ? "Queue" : "Flow"; }

}  // namespace network_test
