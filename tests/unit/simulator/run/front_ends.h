// Two front ends of one NAS on one simulated store, and the people about them: what they do is drawn from a seed.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "reference/formats/answers.h"
#include "reference/lists/voi_list.h"
#include "reference/nas/list_manifest.h"
#include "reference/nas/nas.h"
#include "simulator/kernel/random.h"
#include "simulator/run/host_timers.h"
#include "simulator/run/sim_store.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace front_ends {

/// Lets functions happen at their time.
class Later final : private kernel::Target {
 public:
  explicit Later(kernel::Kernel& kernel) : kernel_(kernel) {}
  void after(base::Duration by, std::function<void()> what) {
    kernel_.after(by, *this, 0, what_.size());
    what_.push_back(std::move(what));
  }

 private:
  void on_event(std::uint32_t, std::uint64_t which) override { std::exchange(what_[which], {})(); }
  kernel::Kernel& kernel_;
  std::vector<std::function<void()>> what_;
};

/// One front end: what a host is, without a network.
class FrontEnd final : public run::StoreClient, public doors::Transport, public doors::Entropy {
 public:
  using Hear = std::function<void(FrontEnd&, doors::PeerId, const doors::Message&)>;
  FrontEnd(kernel::Kernel& kernel, run::SimStore& store, std::uint32_t number, Hear hear)
      : kernel_(kernel), store_(store), party_(store.join(*this)), number_(number), hear_(std::move(hear)),
        timers_(kernel, [this](doors::TimerId id) { nas_->on_timer(now(), id); }) {}

  [[nodiscard]] bool alive() const { return nas_ != nullptr; }
  [[nodiscard]] std::uint32_t number() const { return number_; }
  void start(bool again) {
    nas::NasOptions options{.units_in_batch_max = 4, .commits_in_flight_max = 3};
    options.front_end = number_;
    nas_ = nas::make_nas({timers_, *this, store_.door(party_), *this}, options);
    nas_->on_start(now(), {again, store_.epoch()});
  }
  void crash() {
    nas_.reset();
    timers_.clear();
    store_.crash(party_);
  }
  void peer(const doors::Principal& who, doors::PeerState state) { nas_->on_peer(now(), who, state); }
  void message(const doors::Principal& from, const doors::Message& m, doors::Last last = doors::Last::kYes) {
    if (alive()) nas_->on_message(now(), from, m, last);
  }

 private:
  [[nodiscard]] base::Now now() const { return {kernel_.now(), kernel_.now() - base::Instant{}}; }
  doors::SendOutcome send(doors::PeerId to, const doors::Message& m) override {
    hear_(*this, to, m);
    return doors::SendOutcome::kAccepted;
  }
  std::uint64_t draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t n) override {
    return kernel::draw(number_, stream, entity, n);
  }
  void on_durable(doors::CommitTag tag, const doors::CommitResult& result) override { nas_->on_durable(now(), tag, result); }
  void on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override { nas_->on_rows(now(), tag, rows, last); }
  void on_stored(const doors::Row&) override {}
  void on_erased(doors::Table, const doors::Content&) override {}

  kernel::Kernel& kernel_;
  run::SimStore& store_;
  std::size_t party_;
  std::uint32_t number_;
  Hear hear_;
  run::HostTimers timers_;
  std::unique_ptr<doors::Component> nas_;
};

/// Notes which lists the store had in force from when on: the truth, of which no front end is asked.
class Historian final : public run::StoreClient {
 public:
  struct State {
    base::Instant from;
    std::map<std::string, std::string> versions;   ///< by file: SHA-256
  };
  Historian(kernel::Kernel& kernel, run::SimStore& store) : kernel_(kernel) {
    states_.push_back({kernel.now(), {}});
    store.door(store.join(*this)).follow({1}, doors::Table::kLists, doors::Since::kNow);
  }
  [[nodiscard]] const std::vector<State>& states() const { return states_; }

 private:
  void on_durable(doors::CommitTag, const doors::CommitResult&) override {}
  void on_stored(const doors::Row&) override {}
  void on_erased(doors::Table, const doors::Content&) override {}
  void on_rows(doors::QueryTag, std::span<const doors::Row> rows, doors::Last) override {
    for (const doors::Row& row : rows) {
      const auto manifest = nas::manifest_of(row);
      State next = states_.back();
      next.from = kernel_.now();
      next.versions.erase(row.key);
      if (manifest && !manifest->removed()) next.versions[row.key] = manifest->version;
      states_.push_back(std::move(next));
    }
  }
  kernel::Kernel& kernel_;
  std::vector<State> states_;
};

}  // namespace front_ends
