// The peer of flow_bench: the same messages in a plain SimGrid program, with no kernel and no network of ours.
//
// One timer at a time walks the list of reads and starts a Comm for each; the completion signal sends it on from the gateway. It
// does less than the network must: no FIFO within a connection, no window, nobody told, and with Latency::kNone no latency.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include <simgrid/kernel/Timer.hpp>
#include <simgrid/s4u.hpp>

namespace bare {

/// A read that a camera sends at an instant, and that the gateway sends on when it has come.
struct Read {
  std::int64_t at_ns;
  std::uint32_t camera;
  std::uint32_t bytes;
};

enum class Latency : std::uint8_t { kNone, kOfLinks };

class Program {
 public:
  Program(std::uint32_t cameras, const std::vector<Read>& reads, Latency latency) : reads_(&reads) {
    configure();
    build(cameras, latency == Latency::kOfLinks ? 1.0 : 0.0);
  }

  /// Returns how many reads have arrived.
  std::uint64_t run() {
    simgrid::s4u::Activity::on_completion_cb([](const simgrid::s4u::Activity& activity) {
      auto* const crossing = static_cast<Crossing*>(activity.get_data<void>());
      crossing->program->come(*crossing);
    });
    arm();
    engine_->run();
    return arrived_;
  }

 private:
  struct Crossing {
    Program* program;
    std::uint32_t bytes;
    bool last;
    simgrid::s4u::CommPtr comm;
  };

  void configure() {
    std::vector<std::string> words = {"bare",
                                      "--log=root.threshold:critical",
                                      "--log=xbt_cfg.threshold:critical",
                                      "--cfg=debug/clean-atexit:0",
                                      "--cfg=network/model:CM02",
                                      "--cfg=network/optim:Lazy",
                                      "--cfg=network/crosstraffic:0",
                                      "--cfg=network/weight-S:0",
                                      "--cfg=surf/precision:1e-9",
                                      "--cfg=maxmin/precision:1e-9"};
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    int argc = static_cast<int>(argv.size());
    argv.push_back(nullptr);
    engine_ = simgrid::s4u::Engine::get_instance(&argc, argv.data());
  }

  void build(std::uint32_t cameras, double latency) {
    namespace sg = simgrid::s4u;
    auto* const star = sg::create_star_zone("star");
    const auto zone = [&](const std::string& name, const std::vector<sg::LinkInRoute>& uplink) {
      auto* const made = sg::create_star_zone(name)->set_parent(star);
      star->add_route(made->get_netpoint(), nullptr, made->create_router(name + "-hub"), nullptr, uplink);
      return made;
    };
    const auto link = [&](sg::NetZone* in, const std::string& name, double bandwidth, double seconds) {
      auto* const made = in->create_split_duplex_link(name, bandwidth);
      made->set_latency(seconds * latency);
      return std::vector{sg::LinkInRoute(made, sg::LinkInRoute::Direction::UP)};
    };
    const auto host = [&](sg::NetZone* in, const std::string& name, double bandwidth, double seconds) {
      auto* const made = in->create_host(name, 1e9);
      in->add_route(made->get_netpoint(), nullptr, nullptr, nullptr, link(in, name + "-link", bandwidth, seconds));
      return made;
    };
    auto* const core = zone("core", {});
    auto* const lea = zone("lea", link(star, "wan", 1.25e8, 3.337e-3));
    nas_ = host(core, "nas", 1.25e9, 200e-6);
    gateway_ = host(lea, "gateway", 1.25e8, 50e-6);
    for (std::uint32_t i = 0; i < cameras; ++i) cameras_.push_back(host(lea, "camera-" + std::to_string(i), 2.5e6, 12e-3));
  }

  void arm() {
    if (next_ == reads_->size()) return;
    simgrid::kernel::timer::Timer::set(static_cast<double>((*reads_)[next_].at_ns) * 1e-9, [this] {
      const std::int64_t now = (*reads_)[next_].at_ns;
      for (; next_ < reads_->size() && (*reads_)[next_].at_ns == now; ++next_) {
        start(cameras_[(*reads_)[next_].camera], gateway_, (*reads_)[next_].bytes, false);
      }
      arm();
    });
  }

  void start(simgrid::s4u::Host* from, simgrid::s4u::Host* to, std::uint32_t bytes, bool last) {
    Crossing* crossing = nullptr;
    if (idle_.empty()) {
      crossing = &crossings_.emplace_back();
    } else {
      crossing = idle_.back();
      idle_.pop_back();
    }
    *crossing = {this, bytes, last, simgrid::s4u::Comm::sendto_init(from, to)};
    crossing->comm->set_data(crossing);
    crossing->comm->set_payload_size(bytes);
    crossing->comm->start();
  }

  void come(Crossing& crossing) {
    done_.push_back(std::move(crossing.comm));  // it is still in SimGrid's hands
    if (done_.size() > 64) done_.pop_front();
    idle_.push_back(&crossing);
    if (crossing.last) {
      ++arrived_;
    } else {
      start(gateway_, nas_, crossing.bytes, true);
    }
  }

  const std::vector<Read>* reads_;
  simgrid::s4u::Engine* engine_ = nullptr;
  simgrid::s4u::Host* nas_ = nullptr;
  simgrid::s4u::Host* gateway_ = nullptr;
  std::vector<simgrid::s4u::Host*> cameras_;
  std::size_t next_ = 0;
  std::uint64_t arrived_ = 0;
  std::deque<Crossing> crossings_;
  std::vector<Crossing*> idle_;
  std::deque<simgrid::s4u::CommPtr> done_;
};

}  // namespace bare
