// The `flow` fidelity: messages as Comms that share links in SimGrid.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include <simgrid/s4u/Comm.hpp>

#include "simulator/kernel/kernel.h"
#include "simulator/network/engine.h"
#include "simulator/network/platform.h"

namespace network {

/// Flows under way, and SimGrid's clock beside the kernel's.
///
/// SimGrid is moved only where it must be: to the instant at which a flow starts or a link changes, and to the instant at which
/// a flow ends. In between the kernel runs free. Times that leave here are rounded to 1 us.
///
/// SimGrid's clock starts for each network at a whole second of its own between 2^21 and 2^22, where every double is a multiple of
/// 2^-31 s: sums and differences of times come out the same bit for bit wherever the start lies, so that a scenario gives
/// the same whatever ran in the process before. It holds 24 days of flow a process.
class Flows {
 public:
  /// A flow that has ended, with the key it was started with.
  struct End {
    std::uint64_t key;
    base::Instant at;
    bool whole;  ///< otherwise a link of its route failed
  };

  Flows(const Platform& platform, const kernel::Kernel& kernel);
  ~Flows();
  Flows(const Flows&) = delete;
  Flows& operator=(const Flows&) = delete;

  /// Starts a flow now, or, from among the ends taken, at the instant to which SimGrid has come. No link of its route may be down.
  void start(NodeId from, NodeId to, std::uint64_t bytes, std::uint64_t key);
  /// Fails every flow that crosses the link, or lets flows cross it again.
  void turn(LinkId link, bool on);

  [[nodiscard]] bool idle() const { return under_way_ == 0 && ends_.empty(); }
  /// The instant by which the next flow has ended, rounded up to 1 ns; the end of time where none is under way.
  [[nodiscard]] base::Instant next_end_at();
  /// Lets SimGrid come to the next end.
  void run_to_next_end();
  /// What ended since the last call, in order.
  [[nodiscard]] std::vector<End> take_ends();

 private:
  struct Flight : CommEnd {
    void on_end(bool whole) override { owner->note_end(*this, whole); }
    Flows* owner = nullptr;
    std::uint64_t key = 0;
    simgrid::s4u::CommPtr comm;
  };

  void note_end(Flight& flight, bool whole);
  void catch_up();
  [[nodiscard]] double to_date(base::Instant at) const;
  Flight& take_flight();

  const Platform* platform_;
  const kernel::Kernel* kernel_;
  simgrid::kernel::resource::Model* model_;
  base::Instant start_;
  double start_date_ = 0;
  double next_end_ = -1;  // a date; only where known_
  bool known_ = false;    // whether nothing has changed since next_end_ was asked for
  std::uint64_t under_way_ = 0;
  std::deque<Flight> flights_;   // they never move: SimGrid points to them
  std::vector<Flight*> landed_;  // to be used again
  std::vector<Flight*> ended_;   // their Comms are still in SimGrid's hands
  std::vector<End> ends_;
};

}  // namespace network
