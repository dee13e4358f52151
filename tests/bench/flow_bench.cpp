// rooms: simulator/network simulator/kernel
//
// `flow` with kernel and network alone, beside a bare SimGrid program that sends the same messages: an hour's density of
// Cambridgeshire's reads, each from its camera to the LEA's gateway, and from there to the NAS. Turn and turn about, each turn in a
// child process, since SimGrid has one engine a process; the ratio counts. `queue` is measured with them.
//
//   flow_bench [--scale N]
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "simulator/kernel/kernel.h"
#include "simulator/kernel/random.h"
#include "simulator/network/network.h"
#include "tests/bench/bare_simgrid.h"

namespace {

constexpr std::uint32_t kCameras = 920;
constexpr std::uint64_t kReads = 120'000;
constexpr std::int64_t kMeanGap_ns = 7'425'000;  // 484,800 in an hour
constexpr int kRounds = 5;
constexpr std::uint64_t kWindow = 64'000'000;

std::vector<bare::Read> reads_of(std::uint64_t count) {
  std::vector<bare::Read> reads;
  kernel::Stream stream(20190611, "bench.flow", 0);
  std::int64_t at_ns = 1'000'000;
  for (std::uint64_t n = 0; n < count; ++n) {
    at_ns += kernel::exponential(stream.next(), {kMeanGap_ns}).ns;
    const auto camera = static_cast<std::uint32_t>(kernel::uniform(stream.next(), kCameras));
    const auto bytes = static_cast<std::uint32_t>(20'000 + kernel::uniform(stream.next(), 10'000));
    reads.push_back({at_ns, camera, bytes});
  }
  return reads;
}

network::PlatformSpec platform() {
  using base::microseconds;
  network::PlatformSpec spec;
  spec.links = {{"nas", 10'000'000'000, microseconds(200)},
                {"gateway", 1'000'000'000, microseconds(50)},
                {"wan", 1'000'000'000, microseconds(3'337)}};
  spec.zones = {{"core", {}}, {"lea", {2}}};
  spec.nodes = {{"nas", 0, {0}}, {"gateway", 1, {1}}};
  for (std::uint32_t i = 0; i < kCameras; ++i) {
    spec.links.push_back({"camera", 20'000'000, microseconds(12'000)});
    spec.nodes.push_back({"camera", 1, {spec.links.size() - 1}});
  }
  return spec;
}

/// The same over kernel and network: an event a read, a connection a camera, one from the gateway.
class Ours : public kernel::Target, public network::Listener {
 public:
  Ours(const std::vector<bare::Read>& reads, network::Fidelity fidelity)
      : reads_(&reads), kernel_(base::Instant{0}), network_(network::make_network(platform(), fidelity, kernel_)) {
    for (std::uint64_t i = 0; i < kCameras; ++i) cameras_.push_back(network_->connect({2 + i}, {1}, {fidelity, kWindow}, *this));
    gateway_ = network_->connect({1}, {0}, {fidelity, kWindow}, *this);
  }

  std::uint64_t run() {
    if (!reads_->empty()) kernel_.at({reads_->front().at_ns}, *this, 0);
    network_->run_until({reads_->back().at_ns + base::minutes(1).ns});
    return arrived_;
  }

  void on_event(std::uint32_t, std::uint64_t which) override {
    const bare::Read& read = (*reads_)[which];
    send(cameras_[read.camera], read.bytes, which);
    if (which + 1 < reads_->size()) kernel_.at({(*reads_)[which + 1].at_ns}, *this, 0, which + 1);
  }
  void on_delivered(network::ConnectionId connection, std::uint64_t tag) override {
    if (connection == gateway_) {
      ++arrived_;
    } else {
      send(gateway_, (*reads_)[tag].bytes, tag);
    }
  }
  void on_ready(network::ConnectionId) override {}
  void on_state(network::ConnectionId, bool, const std::vector<std::uint64_t>&) override {}

 private:
  void send(network::ConnectionId connection, std::uint64_t bytes, std::uint64_t tag) {
    if (network_->send(connection, bytes, tag) != network::SendOutcome::kAccepted) std::abort();
  }

  const std::vector<bare::Read>* reads_;
  kernel::Kernel kernel_;
  std::unique_ptr<network::Network> network_;
  std::vector<network::ConnectionId> cameras_;
  network::ConnectionId gateway_;
  std::uint64_t arrived_ = 0;
};

struct Result {
  double seconds = 0;
  std::uint64_t arrived = 0;
};

/// Prepares and runs in a child process; only the run is timed.
template <class Subject>
Result in_child(const std::function<std::unique_ptr<Subject>()>& prepare) {
  int ends[2];
  if (pipe(ends) != 0) std::abort();
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    const auto subject = prepare();
    const auto from = std::chrono::steady_clock::now();
    Result result;
    result.arrived = subject->run();
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    if (write(ends[1], &result, sizeof result) != sizeof result) _exit(1);
    _exit(0);
  }
  close(ends[1]);
  Result result;
  const bool whole = read(ends[0], &result, sizeof result) == static_cast<ssize_t>(sizeof result);
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return whole ? result : Result{};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t scale = 1;
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string_view(argv[i]) == "--scale") scale = std::max<std::uint64_t>(1, std::strtoull(argv[i + 1], nullptr, 10));
  }
  const auto reads = reads_of(std::max<std::uint64_t>(1, kReads / scale));
  const auto ours = [&](network::Fidelity fidelity) { return in_child<Ours>([&] { return std::make_unique<Ours>(reads, fidelity); }); };
  const auto bare = [&](bare::Latency latency) {
    return in_child<bare::Program>([&] { return std::make_unique<bare::Program>(kCameras, reads, latency); });
  };

  const char* const names[] = {"flow: kernel and network", "bare SimGrid, no latency", "bare SimGrid, latency of links",
                               "queue: kernel and network"};
  std::vector<double> rates[4];
  for (int round = 0; round < kRounds; ++round) {
    const Result results[4] = {ours(network::Fidelity::kFlow), bare(bare::Latency::kNone), bare(bare::Latency::kOfLinks),
                               ours(network::Fidelity::kQueue)};
    for (int i = 0; i < 4; ++i) {
      if (results[i].arrived != reads.size()) {
        std::printf("%s: %llu of %zu reads arrived\n", names[i], static_cast<unsigned long long>(results[i].arrived), reads.size());
        return 1;
      }
      rates[i].push_back(2.0 * static_cast<double>(reads.size()) / results[i].seconds);
    }
  }
  for (int i = 0; i < 4; ++i) {
    std::printf("%-32s %9.0f messages/s; ratio of flow to it %.2f\n", names[i], median(rates[i]), median(rates[0]) / median(rates[i]));
  }
  return 0;
}
