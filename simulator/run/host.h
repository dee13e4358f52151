// What drives one component in simulated time: its doors, its ingress queue, its life and death.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "simulator/run/host_timers.h"
#include "simulator/run/run.h"
#include "simulator/run/sim_store.h"
#include "simulator/run/wiring.h"

namespace run {

/// What all hosts of a run share. Owner: borrowed for life.
struct Ground {
  kernel::Kernel& kernel;
  Wiring& wiring;
  Parcels& parcels;
  base::Witness& witness;
  std::uint64_t seed = 0;
};

/// Reads pass through a queue before the component has them: `servers` workers, each of whom needs `service` for one, first come first
/// served. Everything else reaches the component as it arrives.
struct HostSpec {
  std::string name;                ///< "nas", "lea:35": what evidence says of it
  Factory factory;
  std::uint32_t servers = 1;
  base::Duration service;
  base::Duration store_latency;
  std::string instance = {};       ///< "nas:2", of several by one name; empty: the name
  SimStore* shared_store = nullptr;   ///< of the first of them
};

/// Drives a component and tells the Witness what crosses its border.
class Host final : public Receiver, private doors::Transport, private doors::Entropy, private StoreClient, private kernel::Target {
 public:
  Host(const Ground& ground, HostSpec spec, doors::PeerId self);

  /// Makes the component and starts it; its connections come up with Wiring::refresh.
  void start();
  /// From now on each read waits so much longer, once it was told as received, before the component has it.
  void slow_down(base::Duration by) { delay_ = delay_ + by; }
  /// The component dies: its memory and its connections are lost, its commits under way end by draw.
  void crash();

  [[nodiscard]] bool alive() const override { return component_ != nullptr; }
  void on_arrived(std::uint32_t tag) override;
  void on_connection(const doors::Principal& self, const doors::Principal& peer, doors::PeerState state) override;
  void on_room(doors::PeerId self, doors::PeerId peer) override;

  [[nodiscard]] const std::string& name() const { return spec_.name; }
  [[nodiscard]] const std::string& instance() const { return spec_.instance; }
  [[nodiscard]] doors::PeerId self() const { return self_; }
  [[nodiscard]] SimStore& store() { return store_; }
  [[nodiscard]] const SimStore& store() const { return store_; }
  /// The capture ids in the acknowledgements that it handed over, in order, repeats and all. Taken once.
  [[nodiscard]] std::vector<std::string> take_capture_ids() { return std::move(capture_ids_); }

 private:
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override;
  std::uint64_t draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) override;
  void on_durable(doors::CommitTag tag, const doors::CommitResult& result) override;
  void on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override;
  void on_stored(const doors::Row& row) override;
  void on_erased(doors::Table table, const doors::Content& content) override;
  void on_event(std::uint32_t what, std::uint64_t tag) override;

  [[nodiscard]] base::Now now() const { return {ground_.kernel.now(), ground_.kernel.now() - started_at_}; }
  [[nodiscard]] base::Instant served_at();
  void give(std::uint32_t tag);
  void tell(base::event::Body body) { ground_.witness.hear({ground_.kernel.now(), std::move(body)}); }
  void tell_received(const Parcel& parcel);
  void tell_hit_delivered(const doors::Message& message);
  void tell_handed_over(doors::PeerId to, const doors::Message& message);
  void tell_answer(doors::PeerId to, const doors::Message& answer);
  void tell_refusal(std::string_view read_id, const doors::Message& answer);
  void tell_acknowledgement(std::string_view read_id, const doors::Message& answer);
  void tell_list(doors::PeerId to, const doors::Message& answer);
  void tell_national(const doors::Message& answer);

  Ground ground_;
  HostSpec spec_;
  doors::PeerId self_;
  HostTimers timers_;
  std::unique_ptr<SimStore> own_store_;       // null where it is shared
  SimStore& store_;
  std::size_t party_;                         // of the store
  std::vector<base::Instant> workers_;        // when each is free
  std::size_t next_worker_ = 0;
  base::Duration delay_;                      // behind the workers: it makes reads late and no queue longer
  std::uint32_t incarnation_ = 0;
  base::Instant started_at_;
  tsl::robin_map<std::uint64_t, std::string> asked_;   // read_id by peer and exchange, until it is answered
  std::vector<std::string> capture_ids_;
  std::unique_ptr<doors::Component> component_;        // last: it dies before its doors
};

}  // namespace run
