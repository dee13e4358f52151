#include "simulator/network/star_network.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "reference/base/check.h"

namespace network {
namespace {

// The kernel's events of a network. Which: the connection and its life, but for kNotice.
enum Event : std::uint32_t {
  kPass,     // what is on the wire comes to its next lane
  kClear,    // the lanes are done with what came before: the next may begin
  kGather,   // all of this instant that goes as one batch is there: it may begin
  kDeliver,  // the first message arrives, with those of its batch
  kNotice,   // the next notice is due
};

base::Instant ceil_to_ns(base::Instant start, Picoseconds since) {
  return start + base::nanoseconds((since + kPicosecondsPerNs - 1) / kPicosecondsPerNs);
}

}  // namespace

StarNetwork::StarNetwork(const PlatformSpec& platform, Fidelity fidelity, kernel::Kernel& kernel)
    : platform_(platform),
      kernel_(&kernel),
      start_(kernel.now()),
      lanes_(platform_),
      crossing_(platform.links.size()),
      link_up_(platform.links.size(), true) {
  if (fidelity == Fidelity::kFlow) flows_ = std::make_unique<Flows>(platform_, kernel);
}

const StarNetwork::Connection& StarNetwork::at(ConnectionId id) const {
  PLUMB_CHECK(id.value < connections_.size(), "the connection is of this network");
  return connections_[id.value];
}

std::uint64_t StarNetwork::key(std::uint32_t connection) const {
  return std::uint64_t{connection} << 32 | connections_[connection].line.life();
}

void StarNetwork::schedule(Picoseconds when, std::uint32_t what, std::uint32_t connection) {
  kernel_->at(ceil_to_ns(start_, when), *this, what, key(connection));
}

ConnectionId StarNetwork::connect(NodeId from, NodeId to, const Way& way, Listener& listener) {
  PLUMB_CHECK(way.fidelity == Fidelity::kQueue || flows_ != nullptr, "a network for queue alone has no flows");
  PLUMB_CHECK(connections_.size() < std::numeric_limits<std::uint32_t>::max(), "connections are counted in 32 bits");
  const auto index = static_cast<std::uint32_t>(connections_.size());
  Line& line = connections_.emplace_back(Connection{Line(platform_, from, to, way, listener), {}}).line;
  std::vector<std::uint64_t> none;
  for (const Lane lane : line.route()) {
    auto& crossing = crossing_[lane.link()];
    if (!crossing.empty() && crossing.back() == index) continue;  // up and down the same link
    crossing.push_back(index);
    if (!link_up_[lane.link()]) static_cast<void>(line.cut(none));
  }
  return {index};
}

SendOutcome StarNetwork::send(ConnectionId connection, std::uint64_t bytes, std::uint64_t tag, Crossing crossing) {
  PLUMB_CHECK(connection.value < connections_.size(), "the connection is of this network");
  const auto index = static_cast<std::uint32_t>(connection.value);
  const SendOutcome outcome = connections_[index].line.accept(bytes, tag, crossing);
  if (outcome == SendOutcome::kAccepted) crossing == Crossing::kBatched ? gather(index) : start_next(index, now_ps());
  return outcome;
}

// A batched message that finds the wire free leaves it to the others of its instant to come along.
void StarNetwork::gather(std::uint32_t index) {
  Connection& connection = connections_[index];
  if (connection.clear_at > now_ps()) return start_next(index, now_ps());
  if (!connection.line.has_next() || std::exchange(connection.waits, true)) return;
  kernel_->after({}, *this, kGather, key(index));
}

void StarNetwork::start_next(std::uint32_t index, Picoseconds from) {
  Connection& connection = connections_[index];
  if (!connection.line.has_next() || connection.waits) return;
  const Fidelity fidelity = connection.line.fidelity();
  if (connection.clear_at > from) {
    connection.waits = true;
    return schedule(connection.clear_at, kClear, index);
  }
  ++crossings_[static_cast<std::size_t>(fidelity)];
  const std::uint64_t bytes = connection.line.begin();
  if (fidelity == Fidelity::kFlow) return flows_->start(connection.line.from(), connection.line.to(), bytes, key(index));
  connection.passage = {bytes, 0, from, 0};
  pass(index);
}

void StarNetwork::pass(std::uint32_t index) {
  Connection& connection = connections_[index];
  if (const auto next = lanes_.advance(connection.passage, connection.line.route(), now_ps())) return schedule(*next, kPass, index);
  connection.clear_at = connection.passage.finish;
  leave_wire(index, ceil_to_ns(start_, connection.passage.finish));
}

void StarNetwork::leave_wire(std::uint32_t index, base::Instant at) {
  const base::Instant arrival = connections_[index].line.end(std::max(at, kernel_->now()));
  kernel_->at(arrival, *this, kDeliver, key(index));
  start_next(index, now_ps());
}

void StarNetwork::deliver(std::uint32_t index) {
  Line& line = connections_[index].line;
  const std::uint32_t life = line.life();
  for (bool last = false; !last;) {
    const Line::Arrival arrival = line.deliver();
    last = arrival.last;
    line.listener().on_delivered({index}, arrival.tag);
    if (line.life() != life) return;  // cut by who was told: what had not been delivered is lost
  }
  if (line.takes_ready()) line.listener().on_ready({index});
}

void StarNetwork::on_event(std::uint32_t what, std::uint64_t which) {
  if (what == kNotice) return tell_next_notice();
  const auto index = static_cast<std::uint32_t>(which >> 32);
  if (which != key(index)) return;  // of a life before the break
  Connection& connection = connections_[index];
  switch (what) {
    case kPass:
      return pass(index);
    case kClear:
      connection.waits = false;
      return start_next(index, connection.clear_at);
    case kGather:
      connection.waits = false;
      return start_next(index, now_ps());
    case kDeliver:
      return deliver(index);
    default:
      PLUMB_CHECK(false, "the event is one of the network's");
  }
}

void StarNetwork::notify(std::uint32_t index, bool up, std::vector<std::uint64_t> lost) {
  notices_.push_back({index, up, std::move(lost)});
  kernel_->after({}, *this, kNotice);
}

void StarNetwork::tell_next_notice() {
  const Notice notice = std::move(notices_.front());
  notices_.pop_front();
  connections_[notice.connection].line.listener().on_state({notice.connection}, notice.up, notice.lost);
}

void StarNetwork::set_link(LinkId link, bool up) {
  PLUMB_CHECK(link.value < link_up_.size(), "the link is of this platform");
  if (link_up_[link.value] == up) return;
  link_up_[link.value] = up;
  if (flows_) flows_->turn(link, up);
  if (!up) lanes_.clear(link, now_ps());
  for (const std::uint32_t index : crossing_[link.value]) {
    Connection& connection = connections_[index];
    std::vector<std::uint64_t> lost;
    if (up ? !connection.line.heal() : !connection.line.cut(lost)) continue;
    connection.waits = false;
    connection.clear_at = 0;
    notify(index, up, std::move(lost));
  }
}

base::Duration StarNetwork::idle_transit(ConnectionId connection, std::uint64_t bytes) const {
  const Line& line = at(connection).line;
  Picoseconds slowest = 0;
  for (const Lane lane : line.route()) slowest = std::max(slowest, occupation(platform_.link(lane), bytes));
  return ceil_to_ns({}, slowest) - base::Instant{} + line.latency();
}

void StarNetwork::settle_flows() {
  for (const Flows::End& end : flows_->take_ends()) {
    const auto index = static_cast<std::uint32_t>(end.key >> 32);
    if (end.key != key(index)) continue;  // of a life before the break
    PLUMB_CHECK(end.whole, "a flow fails only where its connection broke");
    leave_wire(index, end.at);
  }
}

void StarNetwork::run_until(base::Instant until) {
  if (!flows_) return kernel_->run_until(until);
  for (;;) {
    settle_flows();
    const base::Instant next = kernel_->idle() ? until : std::min(kernel_->next_at(), until);
    // No flow ends at the instant at which it starts: events of one instant come first, and SimGrid shares once for all of them.
    const bool more_now = !kernel_->idle() && kernel_->next_at() == kernel_->now();
    if (!more_now && flows_->next_end_at() <= next) {
      flows_->run_to_next_end();
    } else if (!kernel_->step(until)) {
      break;
    }
  }
  kernel_->run_until(until);
}

std::unique_ptr<Network> make_network(const PlatformSpec& platform, Fidelity fidelity, kernel::Kernel& kernel) {
  return std::make_unique<StarNetwork>(platform, fidelity, kernel);
}

}  // namespace network
