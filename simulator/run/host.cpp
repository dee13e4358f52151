#include "simulator/run/host.h"

#include <algorithm>

#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace run {
namespace {

HostSpec whole(HostSpec spec) {
  if (spec.instance.empty()) spec.instance = spec.name;
  return spec;
}

SimStore::Spec store_of(const HostSpec& spec, std::uint64_t seed) { return {spec.name, spec.store_latency, base::microseconds(200), seed}; }

}  // namespace

Host::Host(const Ground& ground, HostSpec spec, doors::PeerId self)
    : ground_(ground),
      spec_(whole(std::move(spec))),
      self_(self),
      timers_(ground.kernel, [this](doors::TimerId id) { component_->on_timer(now(), id); }),
      own_store_(spec_.shared_store == nullptr
                     ? std::make_unique<SimStore>(ground.kernel, store_of(spec_, ground.seed), static_cast<StoreClient&>(*this))
                     : nullptr),
      store_(own_store_ ? *own_store_ : *spec_.shared_store),
      party_(own_store_ ? 0 : store_.join(*this)),
      workers_(std::max<std::uint32_t>(spec_.servers, 1), ground.kernel.now()) {}

void Host::start() {
  started_at_ = ground_.kernel.now();
  component_ = spec_.factory({timers_, *this, store_.door(party_), *this});
  component_->on_start(now(), {incarnation_ > 0, store_.epoch()});
  if (incarnation_ > 0) tell(base::event::Component{spec_.instance, true});
}

void Host::crash() {
  if (component_ == nullptr) return;
  tell(base::event::Component{spec_.instance, false});
  component_.reset();
  ++incarnation_;
  timers_.clear();
  store_.crash(party_);
  asked_.clear();
  std::fill(workers_.begin(), workers_.end(), ground_.kernel.now());
}

// ---- in

void Host::on_connection(const doors::Principal&, const doors::Principal& peer, doors::PeerState state) {
  component_->on_peer(now(), peer, state);
}

void Host::on_room(doors::PeerId, doors::PeerId peer) { component_->on_ready(now(), peer); }

// All take equally long and the first come is the first served, so the workers take turns and a read's end is known when it comes.
base::Instant Host::served_at() {
  base::Instant& free = workers_[next_worker_];
  next_worker_ = (next_worker_ + 1) % workers_.size();
  free = std::max(free, ground_.kernel.now()) + spec_.service;
  return free;
}

void Host::on_arrived(std::uint32_t tag) {
  Parcel& parcel = ground_.parcels[tag];
  if (parcel.message.channel == doors::Channel::kHit) tell_hit_delivered(parcel.message);
  if (parcel.message.channel != doors::Channel::kRead) return give(tag);
  tell_received(parcel);
  parcel.session = incarnation_;
  ground_.kernel.at(served_at() + delay_, *this, 0, tag);
}

void Host::on_event(std::uint32_t, std::uint64_t which) {
  const auto tag = static_cast<std::uint32_t>(which);
  if (ground_.parcels[tag].session != incarnation_) return ground_.parcels.release(tag);
  give(tag);
}

void Host::give(std::uint32_t tag) {
  const Parcel& parcel = ground_.parcels[tag];
  component_->on_message(now(), ground_.wiring.principal(parcel.from), parcel.message, parcel.last);
  ground_.parcels.release(tag);
}

void Host::on_durable(doors::CommitTag tag, const doors::CommitResult& result) { component_->on_durable(now(), tag, result); }

void Host::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) { component_->on_rows(now(), tag, rows, last); }

// ---- out

std::uint64_t Host::draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) {
  return kernel::draw(ground_.seed, stream ^ base::hash64(spec_.instance), entity, draw);
}

doors::SendOutcome Host::send(doors::PeerId peer, const doors::Message& message) {
  const doors::SendOutcome outcome = ground_.wiring.send_copy(self_, peer, message);
  if (outcome == doors::SendOutcome::kAccepted) tell_handed_over(peer, message);
  return outcome;
}

}  // namespace run
