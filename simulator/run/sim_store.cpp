#include "simulator/run/sim_store.h"

#include <algorithm>
#include <utility>

#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace run {
namespace {

enum What : std::uint32_t { kFlushed, kRows };
enum DrawKind : std::uint64_t { kMeets, kStoredAnyway, kSlowFlush, kCrash };

bool adds_rows(const doors::Batch& batch) { return !batch.units.empty() || !batch.replaced.empty(); }

bool was_matched(const doors::Batch& batch) {
  return !batch.units.empty() && !batch.units.front().rows.empty() && batch.units.front().rows.front().table == doors::Table::kCaptures;
}

}  // namespace

SimStore::SimStore(kernel::Kernel& kernel, Spec spec, StoreClient& client)
    : kernel_(kernel),
      spec_(std::move(spec)),
      client_(client),
      stream_(kernel::stream_of("store")),
      entity_(base::hash64(spec_.name)) {}

std::uint64_t SimStore::draw(std::uint64_t kind, std::uint64_t n) const {
  return kernel::draw(spec_.seed, stream_ ^ base::mix64(kind), entity_, n);
}

// ---- commits

void SimStore::commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) {
  gathering_.push_back({tag, std::move(batch), epoch.value});
  if (!flushing_) start_flush();
}

void SimStore::start_flush() {
  flushing_ = true;
  flying_.swap(gathering_);
  const StoreFault* slow = fault_of(flushes_++, true);
  kernel_.after(spec_.flush * (slow != nullptr ? slow->factor : 1), *this, kFlushed, incarnation_);
}

void SimStore::finish_flush() {
  for (Commit& commit : flying_) {
    const doors::CommitResult result = settle(commit);
    tell_followers();
    client_.on_durable(commit.tag, result);
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
  if (was_matched(batch) && commit.epoch != epoch_) return {doors::CommitOutcome::kStaleEpoch, {}, epoch()};
  doors::CommitResult result;
  for (std::uint32_t i = 0; i < batch.units.size(); ++i) apply_unit(batch.units[i], i, result);
  for (const doors::Key& key : batch.erased) erase(key);
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

void SimStore::note_stored(const doors::Row& row) {
  client_.on_stored(row);
  note_change(row.table, row.key, row.content);
}

void SimStore::put(doors::Row row) {
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
  client_.on_erased(key.table, *content);
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

void SimStore::crash() {
  if (flushing_) {
    const std::uint64_t durable = kernel::uniform(draw(kCrash, crashes_++), flying_.size() + 1);
    for (std::uint64_t i = 0; i < durable; ++i) static_cast<void>(apply(flying_[i]));
  }
  ++incarnation_;
  flushing_ = false;
  flying_.clear();
  gathering_.clear();
  queries_.clear();
  follows_.clear();
}

// ---- queries

void SimStore::open(doors::QueryTag tag, doors::Query query) { queries_[tag.value] = OpenQuery{std::move(query), {}, 0, false}; }

void SimStore::next(doors::QueryTag tag, std::uint32_t count) {
  ask(tag, std::max<std::uint32_t>(count, 1));
}

// What is asked for at one instant is there at one instant, and takes one event.
void SimStore::ask(doors::QueryTag tag, std::uint32_t count) {
  const base::Instant due = kernel_.now() + spec_.read;
  if (asked_.empty() || asked_.back().due != due) kernel_.at(due, *this, kRows);
  asked_.push_back({tag, count, incarnation_, due});
}

void SimStore::close(doors::QueryTag tag) { queries_.erase(tag.value); }

void SimStore::follow(doors::QueryTag tag, doors::Table table) {
  follows_.push_back({tag, table, false, {}});
  ask(tag, 0);
}

void SimStore::on_event(std::uint32_t what, std::uint64_t which) {
  if (what == kFlushed) {
    if (which == incarnation_) finish_flush();
    return;
  }
  while (!asked_.empty() && asked_.front().due <= kernel_.now()) {
    const Asked asked = asked_.front();
    asked_.pop_front();
    if (asked.incarnation == incarnation_) answer(asked);
  }
}

void SimStore::answer(const Asked& asked) {
  if (asked.count == 0) {
    for (Follow& follow : follows_) {
      if (follow.tag == asked.tag && !follow.told) return answer_follow(follow);
    }
    return;
  }
  const auto found = queries_.find(asked.tag.value);
  if (found == queries_.end()) return;
  found.value().query.key.empty() ? answer_slice(found.value(), asked) : answer_key(found.value(), asked);
}

void SimStore::answer_key(OpenQuery& open, const Asked& asked) {
  const bool first = !std::exchange(open.begun, true);
  const doors::Content* content = first ? table_of(open.query.table).find(open.query.key) : nullptr;
  if (content == nullptr) return client_.on_rows(asked.tag, {}, doors::Last::kYes);
  const doors::Row row{open.query.table, open.query.key, *content};
  client_.on_rows(asked.tag, {&row, 1}, doors::Last::kYes);
}

void SimStore::answer_slice(OpenQuery& open, const Asked& asked) {
  const StoreTable& table = table_of(open.query.table);
  if (!open.begun) {
    open.begun = true;
    open.keys = table.keys_in_order();
  }
  std::vector<doors::Row> rows;
  for (; open.at < open.keys.size() && rows.size() < asked.count; ++open.at) {
    const doors::Content* content = table.find(open.keys[open.at]);
    if (content != nullptr) rows.push_back({open.query.table, open.keys[open.at], *content});
  }
  const doors::Last last = open.at == open.keys.size() ? doors::Last::kYes : doors::Last::kNo;
  client_.on_rows(asked.tag, rows, last);
}

void SimStore::answer_follow(Follow& follow) {
  follow.told = true;
  const StoreTable& table = table_of(follow.table);
  std::vector<doors::Row> rows;
  for (std::string& key : table.keys_in_order()) {
    const doors::Content* content = table.find(key);
    rows.push_back({follow.table, std::move(key), *content});
  }
  client_.on_rows(follow.tag, rows, doors::Last::kNo);
}

void SimStore::note_change(doors::Table table, const std::string& key, const doors::Content& content) {
  for (Follow& follow : follows_) {
    if (follow.table == table && follow.told) follow.changed.push_back({table, key, content});
  }
}

void SimStore::tell_followers() {
  for (std::size_t i = 0; i < follows_.size(); ++i) {
    if (follows_[i].changed.empty()) continue;
    const std::vector<doors::Row> changed = std::exchange(follows_[i].changed, {});
    client_.on_rows(follows_[i].tag, changed, doors::Last::kNo);
  }
}

}  // namespace run
