// The simulated store: durable in simulated time, and faulty on demand.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "simulator/kernel/kernel.h"
#include "simulator/run/store_table.h"

namespace run {

/// To whom a store answers, and whom it tells what really became durable.
class StoreClient {
 public:
  virtual ~StoreClient() = default;
  virtual void on_durable(doors::CommitTag tag, const doors::CommitResult& result) = 0;
  virtual void on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) = 0;
  /// The truth behind the answers.
  virtual void on_stored(const doors::Row& row) = 0;
  virtual void on_erased(doors::Table table, const doors::Content& content) = 0;
};

/// How a store misbehaves while a fault is on: `rate` of `rate_of` commits meet it.
struct StoreFault {
  enum class Kind : std::uint8_t {
    kUnknown,   ///< the answer is lost; stored or not, by draw
    kFailed,    ///< nothing is stored
    kFull,      ///< nothing that adds a row is stored; what only erases is
    kSlow,      ///< a flush takes `factor` times as long; `rate` of the flushes
  };
  Kind kind = Kind::kFailed;
  std::uint64_t rate = 1, rate_of = 1;
  std::int64_t factor = 1;
};

/// One log: while it is flushing, commits gather, and the next flush takes all of them (group commit). So a commit is durable between one
/// and two flush times after it was handed in, in order, and at any load.
///
/// Several components may share it, such as front ends of one NAS: each has a door of its own, the first the store itself, and hears
/// what the others change.
///
/// Shape:   a commit is stale where it holds a capture or advances the list epoch, and its own epoch is not the store's.
/// Owner:   rows outlive the components; a crash of one ends what it has under way.
class SimStore final : public doors::Store, private kernel::Target {
 public:
  struct Spec {
    std::string name;                ///< of the component that it serves
    base::Duration flush;
    base::Duration read = base::microseconds(200);   ///< until a slice of rows is there (house: one page from a cached table)
    std::uint64_t seed = 0;
  };
  SimStore(kernel::Kernel& kernel, Spec spec, StoreClient& client);

  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override;
  void open(doors::QueryTag tag, doors::Query query) override;
  void next(doors::QueryTag tag, std::uint32_t count) override;
  void close(doors::QueryTag tag) override;
  void follow(doors::QueryTag tag, doors::Table table, doors::Since since) override;

  /// Another component on this store. Returns its number; its door is door().
  std::size_t join(StoreClient& client);
  [[nodiscard]] doors::Store& door(std::size_t party);

  /// A component died: of its commits in the flush under way a drawn number, in order, became durable; of those that had gathered none.
  void crash(std::size_t party = 0);
  /// Faults by a key of the caller's. Where several are on, the one set first is met first.
  void set_fault(std::uint64_t key, const StoreFault& fault);
  void clear_fault(std::uint64_t key);

  [[nodiscard]] doors::ListEpoch epoch() const { return {epoch_}; }
  [[nodiscard]] std::size_t count(doors::Table table) const { return table_of(table).size(); }
  [[nodiscard]] bool idle() const { return !flushing_; }

 private:
  static constexpr std::size_t kTables = 16;  // at least as many as doors::Table names

  struct Commit {
    doors::CommitTag tag;
    doors::Batch batch;
    std::uint64_t epoch = 0;
    std::size_t party = 0;
  };
  struct OpenQuery {
    doors::Query query;
    std::vector<std::string> keys;   // where the query names none: those of the table, as they were at the first slice
    std::size_t at = 0;
    bool begun = false;
  };
  struct Follow {
    doors::QueryTag tag;
    doors::Table table;
    bool told = false;               // the rows that were there
    std::vector<doors::Row> changed;
  };
  /// A component on this store.
  struct Party {
    explicit Party(StoreClient& c) : client(c) {}
    StoreClient& client;
    std::unique_ptr<doors::Store> door;                  // null for the first
    tsl::robin_map<std::uint64_t, OpenQuery> queries;    // asked, never iterated
    std::vector<Follow> follows;
    std::uint32_t incarnation = 0;
  };
  class Door;
  struct Asked {
    std::size_t party = 0;
    doors::QueryTag tag;
    std::uint32_t count = 0;         // 0: the first rows of a follow
    std::uint32_t incarnation = 0;
    base::Instant due;               // when its rows are there
  };
  struct ActiveFault {
    std::uint64_t key;
    StoreFault fault;
  };

  void commit(std::size_t party, doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch);
  void open(std::size_t party, doors::QueryTag tag, doors::Query query);
  void follow(std::size_t party, doors::QueryTag tag, doors::Table table, doors::Since since);
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void start_flush();
  void finish_flush();
  [[nodiscard]] doors::CommitResult settle(Commit& commit);
  [[nodiscard]] doors::CommitResult apply(Commit& commit);
  void apply_unit(doors::Unit& unit, std::uint32_t index, doors::CommitResult& result);
  void number(doors::Row& row);
  void note_stored(const doors::Row& row);
  void put(doors::Row row);
  void put_new(doors::Row row);
  void erase(const doors::Key& key);
  void note_change(doors::Table table, const std::string& key, const doors::Content& content);
  void tell_followers();
  [[nodiscard]] const StoreFault* fault_of(std::uint64_t commit, bool slow) const;
  [[nodiscard]] std::uint64_t draw(std::uint64_t kind, std::uint64_t n) const;
  void ask(std::size_t party, doors::QueryTag tag, std::uint32_t count);
  void answer(const Asked& asked);
  void answer_key(OpenQuery& query, const Asked& asked);
  void answer_slice(OpenQuery& query, const Asked& asked);
  void answer_follow(StoreClient& client, Follow& follow);
  [[nodiscard]] StoreTable& table_of(doors::Table table) { return tables_[static_cast<std::size_t>(table)]; }
  [[nodiscard]] const StoreTable& table_of(doors::Table table) const { return tables_[static_cast<std::size_t>(table)]; }

  kernel::Kernel& kernel_;
  Spec spec_;
  std::uint64_t stream_, entity_;
  std::array<StoreTable, kTables> tables_;
  std::vector<Commit> gathering_, flying_;
  std::deque<Party> parties_;
  std::size_t committer_ = 0;                          // whose commit is being applied
  tsl::robin_map<std::string, std::uint64_t> numbers_; // the last given, by table and who counts
  std::deque<Asked> asked_;                            // in order: all take equally long
  std::vector<ActiveFault> faults_;
  std::uint64_t epoch_ = 0;
  std::uint64_t commits_ = 0, flushes_ = 0, crashes_ = 0;
  bool flushing_ = false;
};

}  // namespace run
