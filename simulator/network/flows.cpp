#include "simulator/network/flows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <simgrid/s4u/Host.hpp>

#include "reference/base/check.h"

namespace network {
namespace {

constexpr double kFirstDate = 2'097'152;  // 2^21 s
constexpr double kLastDate = 4'194'304;   // 2^22 s
constexpr double kNsPerSecond = 1e9;
constexpr std::int64_t kNsPerUs = 1'000;

constexpr base::Instant kNever{std::numeric_limits<std::int64_t>::max()};

/// Rounds to the nearest 1 us; `ns` is since the start, so that the grid is the same for every start.
base::Duration to_microseconds(double ns) { return base::microseconds(std::llround(ns / static_cast<double>(kNsPerUs))); }

}  // namespace

Flows::Flows(const Platform& platform, const kernel::Kernel& kernel)
    : platform_(&platform), kernel_(&kernel), model_(&network_model()), start_(kernel.now()) {
  claim_clock();
  start_date_ = std::max(kFirstDate, std::ceil(engine_clock()));
  run_engine_until(start_date_);
}

Flows::~Flows() {
  for (Flight& flight : flights_) {
    if (flight.comm == nullptr) continue;
    flight.comm->set_data(nullptr);
    if (flight.comm->get_state() == simgrid::s4u::Activity::State::STARTED) flight.comm->cancel();
  }
  run_engine_until(engine_clock());  // what was cancelled is still to be reported, to Comms that must be there
  release_clock();
}

double Flows::to_date(base::Instant at) const { return start_date_ + static_cast<double>((at - start_).ns) / kNsPerSecond; }

void Flows::catch_up() {
  const double now = to_date(kernel_->now());
  PLUMB_CHECK(now < kLastDate, "a process runs at most 24 days of flow");
  if (engine_clock() < now) run_engine_until(now);
}

Flows::Flight& Flows::take_flight() {
  if (landed_.empty()) {
    Flight& flight = flights_.emplace_back();
    flight.owner = this;
    return flight;
  }
  Flight& flight = *landed_.back();
  landed_.pop_back();
  return flight;
}

void Flows::start(NodeId from, NodeId to, std::uint64_t bytes, std::uint64_t key) {
  catch_up();
  Flight& flight = take_flight();
  flight.key = key;
  flight.comm = simgrid::s4u::Comm::sendto_init(platform_->host(from), platform_->host(to));
  flight.comm->set_data(static_cast<CommEnd*>(&flight));
  flight.comm->set_payload_size(bytes);
  flight.comm->start();
  ++under_way_;
  known_ = false;
}

void Flows::turn(LinkId link, bool on) {
  catch_up();
  platform_->turn(link, on);
  run_engine_until(engine_clock());  // failed flows keep their share until SimGrid has reported them
  known_ = false;
}

base::Instant Flows::next_end_at() {
  if (under_way_ == 0) return kNever;
  if (!known_) {
    next_end_ = next_end(*model_);
    known_ = true;
  }
  PLUMB_CHECK(next_end_ >= 0, "a flow under way ends");
  return start_ + base::nanoseconds(static_cast<std::int64_t>(std::ceil((next_end_ - start_date_) * kNsPerSecond)));
}

void Flows::run_to_next_end() {
  run_engine_until(next_end_);
  known_ = false;
}

void Flows::note_end(Flight& flight, bool whole) {
  ends_.push_back({flight.key, start_ + to_microseconds((engine_clock() - start_date_) * kNsPerSecond), whole});
  ended_.push_back(&flight);
  --under_way_;
}

std::vector<Flows::End> Flows::take_ends() {
  for (Flight* const flight : ended_) {
    flight->comm = nullptr;
    landed_.push_back(flight);
  }
  ended_.clear();
  return std::exchange(ends_, {});
}

}  // namespace network
