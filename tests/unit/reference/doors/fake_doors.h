// Doors that a test drives by hand: nothing happens until it is told to, and everything that was asked for can be seen.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "reference/base/hash.h"
#include "reference/doors/component.h"

namespace doors::fake {

class FakeTimers final : public Timers {
 public:
  void arm(TimerId id, base::Duration delay) override { armed[id] = now + delay; }
  void cancel(TimerId id) override { armed.erase(id); }

  base::Duration now;
  std::map<TimerId, base::Duration> armed;   ///< when each is due
};

/// Takes what is sent, unless a peer is set to block or to be down.
class FakeTransport final : public Transport {
 public:
  SendOutcome send(PeerId peer, const Message& message) override {
    const auto set = outcome.find(peer);
    const SendOutcome told = set == outcome.end() ? SendOutcome::kAccepted : set->second;
    if (told == SendOutcome::kAccepted) sent[peer].push_back(message);
    return told;
  }
  /// What was sent to a peer since it was last asked for.
  std::vector<Message> taken(PeerId peer) { return std::exchange(sent[peer], {}); }

  std::map<PeerId, SendOutcome> outcome;
  std::map<PeerId, std::vector<Message>> sent;
};

/// Rows that survive a crash, commits and queries that wait until the test settles them.
class FakeStore final : public Store {
 public:
  struct Commit {
    CommitTag tag;
    Batch batch;
    ListEpoch epoch;
  };
  struct Cursor {
    Query query;
    std::string after;     ///< the last key given
    bool begun = false;
    bool closed = false;
  };

  void commit(CommitTag tag, Batch batch, ListEpoch at) override { commits.push_back({tag, std::move(batch), at}); }
  void open(QueryTag tag, Query query) override { cursors[tag] = {std::move(query), "", false, false}; }
  void next(QueryTag tag, std::uint32_t count) override { asked.emplace_back(tag, count); }
  void close(QueryTag tag) override { cursors.erase(tag); }
  void follow(QueryTag tag, Table table, Since since) override {
    follows.push_back({tag, table, {}, {}});
    if (since == Since::kNow) return;
    for (const auto& [key, content] : rows) {
      if (key.first == table) follows.back().told.push_back({table, key.second, content});
    }
    follows.back().due = true;
  }

  /// What the store would do with a commit now.
  CommitResult apply(const Commit& commit) {
    if (hangs_on_epoch(commit.batch) && commit.epoch != epoch) return {CommitOutcome::kStaleEpoch, {}, epoch};
    CommitResult result;
    for (std::uint32_t i = 0; i < commit.batch.units.size(); ++i) {
      const Unit& unit = commit.batch.units[i];
      if (rows.contains({unit.rows.front().table, unit.rows.front().key})) {
        result.already.push_back(i);
        continue;
      }
      for (const Row& row : unit.rows) put(row);
    }
    for (const Key& key : commit.batch.erased) {
      if (rows.erase({key.table, key.key}) != 0) note({key.table, key.key, {}});
    }
    for (const Key& under : commit.batch.erased_under) {
      std::erase_if(rows, [&](const auto& row) {
        const bool goes = row.first.first == under.table && row.first.second.starts_with(under.key);
        if (goes) note({under.table, row.first.second, {}});
        return goes;
      });
    }
    for (const Row& row : commit.batch.replaced) put(row);
    if (commit.batch.advances_list_epoch) ++epoch.value;
    result.epoch = epoch;
    return result;
  }

  /// The rows that a query's next slice holds.
  std::pair<std::vector<Row>, Last> slice(QueryTag tag, std::uint32_t count) {
    Cursor& cursor = cursors.at(tag);
    std::vector<Row> found;
    if (!cursor.begun && cursor.after.empty()) cursor.after = std::max(cursor.query.after, cursor.query.prefix);
    const bool past_after = cursor.begun || !cursor.query.after.empty();
    auto at = rows.lower_bound({cursor.query.table, cursor.query.key.empty() ? cursor.after : cursor.query.key});
    for (; at != rows.end() && at->first.first == cursor.query.table && found.size() < count; ++at) {
      if (past_after && at->first.second == cursor.after) continue;
      if (!at->first.second.starts_with(cursor.query.prefix)) break;
      if (!cursor.query.key.empty() && at->first.second != cursor.query.key) break;
      found.push_back({at->first.first, at->first.second, at->second});
    }
    cursor.begun = true;
    if (!found.empty()) cursor.after = found.back().key;
    return {std::move(found), found.size() < count ? Last::kYes : Last::kNo};
  }

  [[nodiscard]] std::size_t count(Table table) const {
    std::size_t n = 0;
    for (const auto& [key, content] : rows) n += key.first == table;
    return n;
  }

  /// Stores a row as a commit would, and tells it.
  void put(Row row) {
    if (row.is_numbered) row = {row.table, numbered_key(row.key, ++numbers[row.key]), row.content};
    rows[{row.table, row.key}] = row.content;
    note(row);
  }
  void note(const Row& row) {
    for (Follow& follow : follows) {
      if (follow.table != row.table) continue;
      follow.told.push_back(row);
      follow.due = true;
    }
  }
  static bool hangs_on_epoch(const Batch& batch) {
    return batch.advances_list_epoch ||
           std::ranges::any_of(batch.units, [](const Unit& unit) { return unit.rows.front().table == Table::kCaptures; });
  }

  /// What a follower is to be told, `due` where it is to be told at all.
  struct Follow {
    QueryTag tag;
    Table table;
    std::vector<Row> told;
    bool due = false;
  };
  std::vector<Follow> follows;
  std::map<std::string, std::uint64_t> numbers;           ///< the last given, by who counts
  std::map<std::pair<Table, std::string>, Content> rows;
  ListEpoch epoch;
  std::deque<Commit> commits;                             ///< in flight
  std::map<QueryTag, Cursor> cursors;                     ///< open
  std::deque<std::pair<QueryTag, std::uint32_t>> asked;   ///< slices that were asked for
};

class FakeEntropy final : public Entropy {
 public:
  std::uint64_t draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) override {
    return base::mix64(stream ^ base::mix64(entity ^ base::mix64(draw)));
  }
};

/// A component behind fake doors, and the time it is told.
class Bench {
 public:
  explicit Bench(Factory factory) : factory_(std::move(factory)) {}

  Doors doors() { return {timers, transport, store, entropy}; }
  base::Now now() const { return {wall_at_zero + timers.now, timers.now}; }

  /// A first start, or one after a crash; what is in the store is found.
  void start() {
    component = factory_(doors());
    component->on_start(now(), {!store.rows.empty(), store.epoch});
  }
  /// Memory, timers, commits and queries are lost; every connection breaks without the component hearing of it.
  void crash() {
    component.reset();
    timers.armed.clear();
    store.commits.clear();
    store.cursors.clear();
    store.asked.clear();
    store.follows.clear();
  }

  void peer(const Principal& principal, PeerState state) {
    transport.outcome[principal.peer] = state == PeerState::kUp ? SendOutcome::kAccepted : SendOutcome::kDown;
    component->on_peer(now(), principal, state);
  }
  void message(const Principal& from, const Message& message, Last last = Last::kYes) { component->on_message(now(), from, message, last); }
  void block(PeerId peer) { transport.outcome[peer] = SendOutcome::kWouldBlock; }
  void unblock(PeerId peer) {
    transport.outcome[peer] = SendOutcome::kAccepted;
    component->on_ready(now(), peer);
  }

  /// Ends a commit in flight: kDurable as the store finds (it may be stale), kUnknown stored or not.
  enum class Fate { kDurable, kFailed, kUnknownStored, kUnknownLost };
  void settle(Fate fate, std::size_t which = 0) {
    if (which >= store.commits.size()) throw std::logic_error("no such commit is in flight");
    const auto at = store.commits.begin() + static_cast<std::ptrdiff_t>(which);
    const FakeStore::Commit commit = std::move(*at);
    store.commits.erase(at);
    CommitResult result{CommitOutcome::kFailed, {}, store.epoch};
    if (fate == Fate::kDurable || fate == Fate::kUnknownStored) result = store.apply(commit);
    if (fate == Fate::kUnknownStored || fate == Fate::kUnknownLost) result = {CommitOutcome::kUnknown, {}, {}};
    component->on_durable(now(), commit.tag, result);
  }
  void give_rows() {
    if (store.asked.empty()) throw std::logic_error("no rows were asked for");
    const auto [tag, count] = store.asked.front();
    store.asked.pop_front();
    if (!store.cursors.contains(tag)) return;
    const auto [rows, last] = store.slice(tag, count);
    component->on_rows(now(), tag, rows, last);
  }
  /// Until no rows are asked for.
  void give_all_rows() {
    while (!store.asked.empty()) give_rows();
  }
  /// Tells followers what they are to be told. Says whether there was anything.
  bool tell_followers() {
    bool any = false;
    for (std::size_t i = 0; i < store.follows.size(); ++i) {
      if (!std::exchange(store.follows[i].due, false)) continue;
      any = true;
      const std::vector<Row> rows = std::exchange(store.follows[i].told, {});
      component->on_rows(now(), store.follows[i].tag, rows, Last::kNo);
    }
    return any;
  }
  [[nodiscard]] bool is_timer_due() const {
    return std::ranges::any_of(timers.armed, [this](const auto& armed) { return armed.second <= timers.now; });
  }
  /// Settles everything that is asked of the store until nothing more is, and lets the work go on that goes in slices.
  void settle_all() {
    for (;;) {
      if (tell_followers()) continue;
      if (!store.asked.empty()) {
        give_rows();
      } else if (!store.commits.empty()) {
        settle(Fate::kDurable);
      } else if (is_timer_due()) {
        advance({});
      } else {
        return;
      }
    }
  }
  /// Lets an armed timer go off now, and no other.
  void fire(TimerId id) {
    if (timers.armed.erase(id) == 0) throw std::logic_error("no such timer is armed");
    component->on_timer(now(), id);
  }
  /// Lets time pass, and the timers that come due go off in order.
  void advance(base::Duration by) {
    const base::Duration until = timers.now + by;
    for (;;) {
      auto first = timers.armed.end();
      for (auto it = timers.armed.begin(); it != timers.armed.end(); ++it) {
        if (it->second <= until && (first == timers.armed.end() || it->second < first->second)) first = it;
      }
      if (first == timers.armed.end()) break;
      timers.now = std::max(timers.now, first->second);
      const TimerId id = first->first;
      timers.armed.erase(first);
      component->on_timer(now(), id);
    }
    timers.now = until;
  }

  base::Instant wall_at_zero{1'560'236'400'000'000'000};   ///< 2019-06-11T07:00:00Z
  FakeTimers timers;
  FakeTransport transport;
  FakeStore store;
  FakeEntropy entropy;
  std::unique_ptr<Component> component;

 private:
  Factory factory_;
};

}  // namespace doors::fake
