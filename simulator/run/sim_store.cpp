#include "simulator/run/sim_store.h"

#include <algorithm>
#include <utility>

#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace run {
namespace {

enum StoreTimer : std::uint32_t { kFlushed, kRows };
enum DrawKind : std::uint64_t { kMeets, kStoredAnyway, kSlowFlush, kCrash };

bool adds_rows(const doors::Batch& batch) { return !batch.units.empty() || !batch.replaced.empty(); }

bool hangs_on_epoch(const doors::Batch& batch) {
  return batch.advances_list_epoch || std::ranges::any_of(batch.units, [](const doors::Unit& unit) {
           return !unit.rows.empty() && unit.rows.front().table == doors::Table::kCaptures;
         });
}

}  // namespace

/// The door of a component that shares the store.
class SimStore::Door final : public doors::Store {
 public:
  Door(SimStore& store, std::size_t party) : store_(store), party_(party) {}
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    store_.commit(party_, tag, std::move(batch), epoch);
  }
  void open(doors::QueryTag tag, doors::Query query) override { store_.open(party_, tag, std::move(query)); }
  void next(doors::QueryTag tag, std::uint32_t count) override { store_.ask(party_, tag, std::max<std::uint32_t>(count, 1)); }
  void close(doors::QueryTag tag) override { store_.parties_[party_].queries.erase(tag.value); }
  void follow(doors::QueryTag tag, doors::Table table, doors::Since since) override { store_.follow(party_, tag, table, since); }

 private:
  SimStore& store_;
  std::size_t party_;
};

SimStore::SimStore(kernel::Kernel& kernel, Spec spec, StoreClient& client)
    : kernel_(kernel),
      spec_(std::move(spec)),
      stream_(kernel::stream_of("store")),
      entity_(base::hash64(spec_.name)) {
  parties_.emplace_back(client);
}

std::size_t SimStore::join(StoreClient& client) {
  parties_.emplace_back(client).door = std::make_unique<Door>(*this, parties_.size());
  return parties_.size() - 1;
}

doors::Store& SimStore::door(std::size_t party) { return party == 0 ? *this : *parties_[party].door; }

std::uint64_t SimStore::draw(std::uint64_t kind, std::uint64_t n) const {
  return kernel::draw(spec_.seed, stream_ ^ base::mix64(kind), entity_, n);
}

// ---- commits

void SimStore::commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) { commit(0, tag, std::move(batch), epoch); }

void SimStore::commit(std::size_t party, doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) {
  gathering_.push_back({tag, std::move(batch), epoch.value, party});
  if (!flushing_) start_flush();
}

void SimStore::start_flush() {
  flushing_ = true;
  flying_.swap(gathering_);
  const StoreFault* slow = fault_of(flushes_++, true);
  kernel_.after(spec_.flush * (slow != nullptr ? slow->factor : 1), *this, kFlushed);
}

void SimStore::finish_flush() {
  for (Commit& commit : flying_) {
    const doors::CommitResult result = settle(commit);
    tell_followers();
    parties_[commit.party].client.on_durable(commit.tag, result);
  }
  flying_.clear();
  flushing_ = false;
  if (!gathering_.empty()) start_flush();
}

doors::CommitResult SimStore::settle(Commit& commit) {
  const std::uint64_t n = commits_++;
  const StoreFault* fault = fault_of(n, false);
  if (fault == nullptr) return apply(commit);
  if (fault->kind == StoreFault::Kind::kFull && !adds_rows(commit.batch)) return apply(commit);
  if (fault->kind != StoreFault::Kind::kUnknown) return {doors::CommitOutcome::kFailed, {}, epoch()};
  if (draw(kStoredAnyway, n) % 2 == 0) static_cast<void>(apply(commit));
  return {doors::CommitOutcome::kUnknown, {}, epoch()};
}

doors::CommitResult SimStore::apply(Commit& commit) {
  doors::Batch& batch = commit.batch;
  committer_ = commit.party;
  if (hangs_on_epoch(batch) && commit.epoch != epoch_) return {doors::CommitOutcome::kStaleEpoch, {}, epoch()};
  doors::CommitResult result;
  for (std::uint32_t i = 0; i < batch.units.size(); ++i) apply_unit(batch.units[i], i, result);
  for (const doors::Key& key : batch.erased) erase(key);
  for (const doors::Key& under : batch.erased_under) {
    for (std::string& key : table_of(under.table).keys_in_order(under.key)) erase({under.table, std::move(key)});
  }
  for (doors::Row& row : batch.replaced) put(std::move(row));
  if (batch.advances_list_epoch) ++epoch_;
  result.epoch = epoch();
  return result;
}

void SimStore::apply_unit(doors::Unit& unit, std::uint32_t index, doors::CommitResult& result) {
  if (unit.rows.empty()) return;
  const doors::Row& first = unit.rows.front();
  if (table_of(first.table).find(first.key) != nullptr) {
    result.already.push_back(index);
    return;
  }
  put_new(std::move(unit.rows.front()));
  for (std::size_t i = 1; i < unit.rows.size(); ++i) put(std::move(unit.rows[i]));
}

void SimStore::number(doors::Row& row) {
  if (!row.is_numbered) return;
  const auto counter = numbers_.try_emplace(static_cast<char>('a' + static_cast<int>(row.table)) + row.key, 0).first;
  row.key = doors::numbered_key(row.key, ++counter.value());
  row.is_numbered = false;
}

void SimStore::note_stored(const doors::Row& row) {
  parties_[committer_].client.on_stored(row);
  note_change(row.table, row.key, row.content);
}

void SimStore::put(doors::Row row) {
  number(row);
  note_stored(row);
  table_of(row.table).put(std::move(row.key), std::move(row.content));
}

void SimStore::put_new(doors::Row row) {
  note_stored(row);
  table_of(row.table).add(std::move(row.key), std::move(row.content));
}

void SimStore::erase(const doors::Key& key) {
  const auto content = table_of(key.table).erase(key.key);
  if (!content) return;
  parties_[committer_].client.on_erased(key.table, *content);
  note_change(key.table, key.key, {});
}

const StoreFault* SimStore::fault_of(std::uint64_t n, bool slow) const {
  for (const ActiveFault& active : faults_) {
    const StoreFault& fault = active.fault;
    if ((fault.kind == StoreFault::Kind::kSlow) != slow) continue;
    if (kernel::uniform(draw(slow ? kSlowFlush : kMeets, n), fault.rate_of) < fault.rate) return &fault;
  }
  return nullptr;
}

void SimStore::set_fault(std::uint64_t key, const StoreFault& fault) { faults_.push_back({key, fault}); }

void SimStore::clear_fault(std::uint64_t key) {
  std::erase_if(faults_, [&](const ActiveFault& active) { return active.key == key; });
}

void SimStore::crash(std::size_t party) {
  const auto is_its = [party](const Commit& commit) { return commit.party == party; };
  if (flushing_) {
    const auto its = static_cast<std::uint64_t>(std::ranges::count_if(flying_, is_its));
    std::uint64_t durable = kernel::uniform(draw(kCrash, crashes_++), its + 1);
    for (Commit& commit : flying_) {
      if (!is_its(commit) || durable == 0) continue;
      --durable;
      static_cast<void>(apply(commit));
    }
  }
  std::erase_if(flying_, is_its);
  std::erase_if(gathering_, is_its);
  Party& dead = parties_[party];
  ++dead.incarnation;
  dead.queries.clear();
  dead.follows.clear();
  tell_followers();
}

// ---- queries

void SimStore::open(doors::QueryTag tag, doors::Query query) { open(0, tag, std::move(query)); }

void SimStore::open(std::size_t party, doors::QueryTag tag, doors::Query query) {
  parties_[party].queries[tag.value] = OpenQuery{std::move(query), {}, 0, false};
}

void SimStore::next(doors::QueryTag tag, std::uint32_t count) { ask(0, tag, std::max<std::uint32_t>(count, 1)); }

// What is asked for at one instant is there at one instant, and takes one event.
void SimStore::ask(std::size_t party, doors::QueryTag tag, std::uint32_t count) {
  const base::Instant due = kernel_.now() + spec_.read;
  if (asked_.empty() || asked_.back().due != due) kernel_.at(due, *this, kRows);
  asked_.push_back({party, tag, count, parties_[party].incarnation, due});
}

void SimStore::close(doors::QueryTag tag) { parties_[0].queries.erase(tag.value); }

void SimStore::follow(doors::QueryTag tag, doors::Table table, doors::Since since) { follow(0, tag, table, since); }

void SimStore::follow(std::size_t party, doors::QueryTag tag, doors::Table table, doors::Since since) {
  const bool from_now = since == doors::Since::kNow;
  parties_[party].follows.push_back({tag, table, from_now, {}});
  if (!from_now) ask(party, tag, 0);
}

void SimStore::on_event(std::uint32_t what, std::uint64_t) {
  if (what == kFlushed) return finish_flush();
  while (!asked_.empty() && asked_.front().due <= kernel_.now()) {
    const Asked asked = asked_.front();
    asked_.pop_front();
    if (asked.incarnation == parties_[asked.party].incarnation) answer(asked);
  }
}

void SimStore::answer(const Asked& asked) {
  Party& party = parties_[asked.party];
  if (asked.count == 0) {
    for (Follow& follow : party.follows) {
      if (follow.tag == asked.tag && !follow.told) return answer_follow(party.client, follow);
    }
    return;
  }
  const auto found = party.queries.find(asked.tag.value);
  if (found == party.queries.end()) return;
  found.value().query.key.empty() ? answer_slice(found.value(), asked) : answer_key(found.value(), asked);
}

void SimStore::answer_key(OpenQuery& open, const Asked& asked) {
  const bool first = !std::exchange(open.begun, true);
  const doors::Content* content = first ? table_of(open.query.table).find(open.query.key) : nullptr;
  StoreClient& client = parties_[asked.party].client;
  if (content == nullptr) return client.on_rows(asked.tag, {}, doors::Last::kYes);
  const doors::Row row{open.query.table, open.query.key, *content};
  client.on_rows(asked.tag, {&row, 1}, doors::Last::kYes);
}

void SimStore::answer_slice(OpenQuery& open, const Asked& asked) {
  const StoreTable& table = table_of(open.query.table);
  if (!open.begun) {
    open.begun = true;
    open.keys = table.keys_in_order(open.query.prefix, open.query.after);
  }
  std::vector<doors::Row> rows;
  for (; open.at < open.keys.size() && rows.size() < asked.count; ++open.at) {
    const doors::Content* content = table.find(open.keys[open.at]);
    if (content != nullptr) rows.push_back({open.query.table, open.keys[open.at], *content});
  }
  const doors::Last last = open.at == open.keys.size() ? doors::Last::kYes : doors::Last::kNo;
  parties_[asked.party].client.on_rows(asked.tag, rows, last);
}

void SimStore::answer_follow(StoreClient& client, Follow& follow) {
  follow.told = true;
  const StoreTable& table = table_of(follow.table);
  std::vector<doors::Row> rows;
  for (std::string& key : table.keys_in_order()) {
    const doors::Content* content = table.find(key);
    rows.push_back({follow.table, std::move(key), *content});
  }
  client.on_rows(follow.tag, rows, doors::Last::kNo);
}

void SimStore::note_change(doors::Table table, const std::string& key, const doors::Content& content) {
  for (Party& party : parties_) {
    for (Follow& follow : party.follows) {
      if (follow.table == table && follow.told) follow.changed.push_back({table, key, content});
    }
  }
}

void SimStore::tell_followers() {
  for (Party& party : parties_) {
    for (std::size_t i = 0; i < party.follows.size(); ++i) {
      if (party.follows[i].changed.empty()) continue;
      const std::vector<doors::Row> changed = std::exchange(party.follows[i].changed, {});
      party.client.on_rows(party.follows[i].tag, changed, doors::Last::kNo);
    }
  }
}

}  // namespace run
