// A component with something between it and its doors: what mutants of the core are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "reference/doors/component.h"
#include "simulator/run/run.h"

namespace subjects {

/// Passes every call on, both ways. A mutant overrides the one that it breaks.
class Wrapped : public doors::Component, protected doors::Transport, protected doors::Store {
 public:
  /// The inner component is made in on_start, when the mutant is whole.
  Wrapped(const doors::Doors& outer, doors::Factory inner) : outer_(outer), make_inner_(std::move(inner)) {}

  void on_start(base::Now now, const doors::Recovered& recovered) override;
  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override { inner().on_peer(now, peer, state); }
  void on_ready(base::Now now, doors::PeerId peer) override { inner().on_ready(now, peer); }
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    inner().on_message(now, from, message, last);
  }
  void on_timer(base::Now now, doors::TimerId id) override;
  void on_durable(base::Now now, doors::CommitTag tag, const doors::CommitResult& result) override { inner().on_durable(now, tag, result); }
  void on_rows(base::Now now, doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override {
    inner().on_rows(now, tag, rows, last);
  }

 protected:
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override { return outer_.transport.send(peer, message); }
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    outer_.store.commit(tag, std::move(batch), epoch);
  }
  void open(doors::QueryTag tag, doors::Query query) override { outer_.store.open(tag, std::move(query)); }
  void next(doors::QueryTag tag, std::uint32_t count) override { outer_.store.next(tag, count); }
  void close(doors::QueryTag tag) override { outer_.store.close(tag); }
  void follow(doors::QueryTag tag, doors::Table table, doors::Since since) override { outer_.store.follow(tag, table, since); }

  [[nodiscard]] doors::Component& inner() { return *inner_; }
  [[nodiscard]] const doors::Doors& outer() const { return outer_; }
  /// Does something after a while, if the component lives that long.
  void later(base::Duration after, std::function<void(base::Now)> what);
  [[nodiscard]] bool after_restart() const { return after_restart_; }

 private:
  const doors::Doors outer_;
  doors::Factory make_inner_;
  bool after_restart_ = false;
  std::uint64_t timers_ = 0;
  std::map<std::uint64_t, std::function<void(base::Now)>> later_;   ///< by timer
  std::unique_ptr<doors::Component> inner_;                         ///< last: it dies before its doors
};

/// The reference in every role, and NAS wrapped: in what `make` gives for its doors and the reference's factory, or in a Component.
template <class Make>
run::Cast nas_made(Make make) {
  run::Cast cast = run::reference_cast();
  for (doors::Factory* front_end : {&cast.nas, &cast.second_front_end}) {
    *front_end = [inner = *front_end, make](const doors::Doors& doors) { return make(doors, inner); };
  }
  return cast;
}
template <class Component>
run::Cast nas_cast() {
  return nas_made([](const doors::Doors& doors, const doors::Factory& inner) { return std::make_unique<Component>(doors, inner); });
}

/// A number that follows from a read's id, or from its bytes where it has none: what a mutant picks its victims by.
[[nodiscard]] std::uint64_t lot_of(const doors::Content& content);

}  // namespace subjects
