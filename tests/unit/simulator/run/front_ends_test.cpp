// Two front ends on one store: the hits of every read are those of lists that were in force together at some moment between its receipt
// and its acknowledgement, whatever lists, times, store faults and crashes the seed draws.
#include "tests/unit/simulator/run/front_ends.h"

#include <gtest/gtest.h>

namespace front_ends {
namespace {

using doors::Channel;
using doors::PeerState;

constexpr std::uint64_t kMarks = 12;
const std::vector<std::string> kFiles{"35_One.csv", "35_Two.csv", "35_Three.csv"};
constexpr base::Duration kSettled = base::milliseconds(100);   // by then both front ends know the operator
const base::Instant kStart = *base::parse_rfc3339("2019-06-11T07:00:00Z");
const doors::Principal kLea{{1}, doors::Role::kLea, "35", "lea:35"};
const doors::Principal kOperator{{2}, doors::Role::kOperator, "35", "op-cambs-1"};
const doors::Principal kOwner{{4}, doors::Role::kListOwner, "35", "owner-35"};

/// A hit by its list and row.
using Name = std::pair<std::string, std::uint32_t>;

class Nation {
 public:
  explicit Nation(std::uint64_t seed)
      : stream_(seed, "front-ends", 0),
        later_(kernel_),
        store_(kernel_, {"store", base::milliseconds(3), base::microseconds(200), seed}, nobody_),
        history_(kernel_, store_) {
    for (std::uint32_t n = 0; n < 2; ++n) {
      front_ends_.push_back(std::make_unique<FrontEnd>(
          kernel_, store_, n, [this](FrontEnd& by, doors::PeerId to, const doors::Message& m) { hear(by, to, m); }));
      come_up(n, false);
    }
    for (int i = 0; i < 12; ++i) later_.after(ms(20'000), [this] { change_a_list(); });
    for (std::size_t i = 0; i < 150; ++i) later_.after(kSettled + ms(20'000), [this, i] { take_read(i); });
    for (int i = 0; i < 4; ++i) later_.after(kSettled + ms(20'000), [this] { crash_one(); });
    for (std::uint64_t i = 0; i < 3; ++i) later_.after(kSettled + ms(15'000), [this, i] { disturb_store(i); });
    for (int i = 0; i < 4; ++i) later_.after(ms(20'000), [this] { move_operator(); });
  }

  void run() {
    kernel_.run_until(kStart + base::seconds(60));
    for (std::uint64_t i = 0; i < 3; ++i) store_.clear_fault(i);
    kernel_.run_until(kStart + base::seconds(120));
  }

  /// Fails where a read has other hits than it may, a number is missing or twice, or anything is left.
  void check() const {
    ASSERT_EQ(reads_.size(), 150U);
    for (const auto& [id, read] : reads_) check_read(id, read);
    std::set<std::string> ids;
    std::uint64_t expected = 0;
    for (const auto& [number, hit] : by_number_) {
      EXPECT_EQ(number, ++expected) << "numbers have no gap";
      EXPECT_TRUE(ids.insert(hit).second) << hit << " goes under two numbers";
    }
    EXPECT_EQ(store_.count(doors::Table::kOutbox), 0U);
    EXPECT_EQ(store_.count(doors::Table::kCaptures), reads_.size());
    EXPECT_EQ(store_.count(doors::Table::kUploads), 0U) << "nothing half uploaded is left";
  }
  [[nodiscard]] std::size_t hits() const { return by_number_.size(); }
  [[nodiscard]] std::size_t changes() const { return history_.states().size(); }

 private:
  struct Read {
    std::string mark;
    base::Instant received, acknowledged;
    bool done = false;
    std::set<Name> hits;
  };
  struct Nobody final : run::StoreClient {
    void on_durable(doors::CommitTag, const doors::CommitResult&) override {}
    void on_rows(doors::QueryTag, std::span<const doors::Row>, doors::Last) override {}
    void on_stored(const doors::Row&) override {}
    void on_erased(doors::Table, const doors::Content&) override {}
  };

  std::uint64_t below(std::uint64_t bound) { return kernel::uniform(stream_.next(), bound); }
  base::Duration ms(std::uint64_t bound) { return base::milliseconds(static_cast<std::int64_t>(below(bound))); }
  static std::string mark(std::uint64_t n) { return "AB00A" + std::to_string(10 + n); }

  // ---- what happens

  void come_up(std::uint32_t n, bool again) {
    front_ends_[n]->start(again);
    for (const auto& who : {kLea, kOwner}) front_ends_[n]->peer(who, PeerState::kUp);
    if (n == operator_at_) front_ends_[n]->peer(kOperator, PeerState::kUp);
  }
  void crash_one() {
    const auto n = static_cast<std::uint32_t>(below(2));
    if (!front_ends_[n]->alive()) return;
    front_ends_[n]->crash();
    later_.after(base::seconds(1) + ms(2'000), [this, n] { come_up(n, true); });
  }
  void move_operator() {
    if (front_ends_[operator_at_]->alive()) front_ends_[operator_at_]->peer(kOperator, PeerState::kDown);
    operator_at_ = 1 - operator_at_;
    if (front_ends_[operator_at_]->alive()) front_ends_[operator_at_]->peer(kOperator, PeerState::kUp);
  }
  void disturb_store(std::uint64_t key) {
    const auto kind = below(2) == 0 ? run::StoreFault::Kind::kUnknown : run::StoreFault::Kind::kFailed;
    store_.set_fault(key, {kind, 1, 2 + below(6), 1});
    later_.after(ms(5'000), [this, key] { store_.clear_fault(key); });
  }

  void change_a_list() {
    const std::string& file = kFiles[below(kFiles.size())];
    doors::Message request{Channel::kVoiList, ++exchange_, 0, file, {}};
    if (below(5) == 0) {
      request.channel = Channel::kVoiListRemoval;
    } else {
      request.content = nas::test::text_content(draw_list(file));
    }
    later_.after(ms(300), [this, request] { ask_until_answered(request, kOwner); });
  }
  std::string draw_list(const std::string& file) {
    const base::Instant midnight = *base::parse_rfc3339("2019-06-11T00:00:00Z");
    lists::VoiList list;
    list.file = file;
    list.owner = "35";
    const auto rows = static_cast<std::uint32_t>(1 + below(8));
    for (std::uint32_t row = 1; row <= rows; ++row) {
      domain::VoiEntry entry{*domain::Vrm::make(mark(below(kMarks)))};
      entry.reason = "Drugs";
      entry.action = below(6) == 0 ? domain::Action::kNoAlert : domain::Action::kStop;
      entry.in_force_from = midnight + base::hours(24 * (static_cast<std::int64_t>(below(4)) - 2));   // one in four: tomorrow
      entry.weeded_at = midnight + base::hours(24 * (1 + static_cast<std::int64_t>(below(3))));
      if (below(5) == 0) entry.in_force_from = entry.weeded_at = midnight;                            // weeded today
      entry.row = row;
      list.entries.push_back(std::move(entry));
    }
    std::string csv = lists::encode_voi_list(list);
    lists_[base::sha256_hex(csv)] = std::move(list);
    return csv;
  }
  void take_read(std::size_t number) {
    const std::string id = "r" + std::to_string(number);
    Read& read = reads_[id];
    read.mark = mark(below(kMarks));
    read.received = kernel_.now();
    ask_until_answered({Channel::kRead, ++exchange_, 0, id, nas::test::text_of(nas::test::read_of(read.mark, id))}, kLea);
  }
  /// Asks either front end, and again after a second, until one has answered for good.
  void ask_until_answered(const doors::Message& request, const doors::Principal& by) {
    if (answered_.contains(request.exchange)) return;
    front_ends_[below(2)]->message(by, request);
    later_.after(base::seconds(1), [this, request, by] { ask_until_answered(request, by); });
  }

  // ---- what is heard

  void hear(FrontEnd& by, doors::PeerId to, const doors::Message& m) {
    if (m.channel == Channel::kHit && to == kOperator.peer) return hear_hit(by, m);
    if (m.status == 0 || m.status == 503) return;
    answered_.insert(m.exchange);
    if (m.channel != Channel::kReadAnswer) return;
    const auto said = formats::decode_acknowledgement(m.content.text.view());
    ASSERT_TRUE(said.has_value()) << m.content.text.view();
    Read& read = reads_.at(said->read_id);
    if (!std::exchange(read.done, true)) read.acknowledged = kernel_.now();
  }
  void hear_hit(FrontEnd& by, const doors::Message& m) {
    const auto hit = formats::decode_hit(m.content.text.view());
    ASSERT_TRUE(hit.has_value());
    const auto [known, is_new] = by_number_.try_emplace(m.exchange, hit->hit_id);
    EXPECT_EQ(known->second, hit->hit_id) << "two hits under one number";
    reads_.at(hit->read_id).hits.insert({hit->list, hit->entry.row});
    const std::uint32_t n = by.number();
    later_.after(ms(400), [this, n, number = m.exchange] {
      if (n == operator_at_) front_ends_[n]->message(kOperator, {Channel::kHitAck, number, 0, {}, {}});
    });
  }

  // ---- what must be

  [[nodiscard]] std::set<Name> brute_force(const Historian::State& state, const Read& read) const {
    std::set<Name> expected;
    for (const auto& [file, version] : state.versions) {
      for (const domain::VoiEntry& entry : lists_.at(version).entries) {
        const bool in_force = entry.in_force_from <= read.received && read.received < entry.weeded_at;
        if (entry.vrm.text() == read.mark && in_force && entry.action != domain::Action::kNoAlert) expected.insert({file, entry.row});
      }
    }
    return expected;
  }
  void check_read(const std::string& id, const Read& read) const {
    ASSERT_TRUE(read.done) << id;
    const auto& states = history_.states();
    bool explained = false;
    for (std::size_t i = 0; i < states.size(); ++i) {
      const bool begins_in_time = states[i].from <= read.acknowledged;
      const bool ends_in_time = i + 1 < states.size() && states[i + 1].from < read.received;
      if (begins_in_time && !ends_in_time) explained |= brute_force(states[i], read) == read.hits;
    }
    EXPECT_TRUE(explained) << id << " of " << read.mark << " has " << read.hits.size() << " hits that no state of the lists gives";
  }

  kernel::Kernel kernel_{kStart};
  kernel::Stream stream_;
  Later later_;
  Nobody nobody_;
  run::SimStore store_;
  Historian history_;
  std::vector<std::unique_ptr<FrontEnd>> front_ends_;
  std::uint32_t operator_at_ = 0;
  std::uint64_t exchange_ = 0;
  std::set<std::uint64_t> answered_;
  std::map<std::string, lists::VoiList> lists_;    // by SHA-256
  std::map<std::string, Read> reads_;
  std::map<std::uint64_t, std::string> by_number_;
};

/// Two front ends without the people, and a list that one of them is sent.
struct LongList : testing::Test {
  kernel::Kernel kernel{kStart};
  Later later{kernel};
  struct Nobody final : run::StoreClient {
    void on_durable(doors::CommitTag, const doors::CommitResult&) override {}
    void on_rows(doors::QueryTag, std::span<const doors::Row>, doors::Last) override {}
    void on_stored(const doors::Row&) override {}
    void on_erased(doors::Table, const doors::Content&) override {}
  } nobody;
  run::SimStore store{kernel, {"store", base::milliseconds(3), base::microseconds(200), 1}, nobody};
  std::map<std::string, base::Instant> sent, answered;
  std::vector<std::string> hits;
  std::optional<int> list_answer;
  int life = 0;   // of the first front end: no slice of a connection that broke is handed in
  FrontEnd first{kernel, store, 0, [this](FrontEnd&, doors::PeerId, const doors::Message& m) {
                   if (m.channel == Channel::kVoiListAnswer) list_answer = m.status;
                 }};
  FrontEnd second{kernel, store, 1, [this](FrontEnd&, doors::PeerId, const doors::Message& m) {
                    if (m.channel == Channel::kHit) hits.push_back(formats::decode_hit(m.content.text.view())->read_id);
                    if (m.channel == Channel::kReadAnswer) {
                      answered[formats::decode_acknowledgement(m.content.text.view())->read_id] = kernel.now();
                    }
                  }};

  LongList() {
    for (FrontEnd* front_end : {&first, &second}) front_end->start(false);
    first.peer(kOwner, PeerState::kUp);
    second.peer(kLea, PeerState::kUp);
    second.peer(kOperator, PeerState::kUp);
    kernel.run_until(kernel.now() + base::seconds(1));
  }
  static std::string csv(std::size_t rows) {
    std::string text = "AB00ABC,,,,Stop,,Drugs,,,CAMBS,,01/01/2020,,OFFICIAL,,\r\n";
    for (std::size_t row = 2; row <= rows; ++row) text += "C" + std::to_string(row) + ",,,,Stop,,Drugs,,,CAMBS,,01/01/2020,,OFFICIAL,,\r\n";
    return text;
  }
  /// A slice a millisecond.
  void upload(const std::string& text, std::uint64_t exchange) {
    constexpr std::size_t kSlice = 16 * 1024;
    for (std::size_t at = 0; at < text.size(); at += kSlice) {
      const auto last = at + kSlice < text.size() ? doors::Last::kNo : doors::Last::kYes;
      const doors::Message slice{Channel::kVoiList, exchange, 0, kFiles[0], nas::test::text_content(text.substr(at, kSlice))};
      later.after(base::milliseconds(static_cast<std::int64_t>(at / kSlice)), [this, slice, last, life_then = life] {
        if (life_then == life) first.message(kOwner, slice, last);
      });
    }
  }
  void read_every_two_milliseconds(int count) {
    for (int i = 0; i < count; ++i) {
      later.after(base::milliseconds(2 * i), [this, i] {
        const std::string id = "r" + std::to_string(i);
        sent[id] = kernel.now();
        const auto content = nas::test::text_of(nas::test::read_of("AB00ABC", id));
        second.message(kLea, {Channel::kRead, static_cast<std::uint64_t>(i) + 1, 0, id, content});
      });
    }
  }
};

TEST_F(LongList, ThatComesInElsewhereIsReadMeanwhileAndStopsNoRead) {
  upload(csv(100), 1);
  kernel.run_until(kernel.now() + base::seconds(1));
  ASSERT_EQ(list_answer, 200);
  list_answer.reset();
  upload(csv(60'000), 2);
  read_every_two_milliseconds(400);
  kernel.run_until(kernel.now() + base::seconds(5));
  ASSERT_EQ(list_answer, 200);
  ASSERT_EQ(answered.size(), 400U);
  for (const auto& [id, at] : answered) EXPECT_LT(at - sent[id], base::milliseconds(20)) << id;
  EXPECT_EQ(hits.size(), 400U) << "by the old version or the new, never by none or both";
  EXPECT_EQ(store.count(doors::Table::kUploads), 0U);
}

TEST_F(LongList, OfWhoseFrontEndNothingMoreIsHeardIsForgotten) {
  upload(csv(60'000), 1);
  kernel.run_until(kernel.now() + base::milliseconds(100));
  EXPECT_EQ(store.count(doors::Table::kUploads), 1U);
  first.crash();
  ++life;
  first.start(true);
  kernel.run_until(kernel.now() + base::seconds(5));
  EXPECT_EQ(store.count(doors::Table::kUploads), 0U);
  EXPECT_EQ(store.count(doors::Table::kListParts), 0U);
  read_every_two_milliseconds(5);
  kernel.run_until(kernel.now() + base::seconds(1));
  EXPECT_EQ(answered.size(), 5U);
  EXPECT_TRUE(hits.empty());
}

TEST(FrontEnds, HitsAreThoseOfABruteForceOverTheListsInForce) {
  std::size_t hits = 0, changes = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Nation nation(seed);
    nation.run();
    nation.check();
    hits += nation.hits();
    changes += nation.changes();
    if (HasFailure()) break;
  }
  EXPECT_GT(hits, 1'000U) << "the seeds are worth something";
  EXPECT_GT(changes, 400U);
}

}  // namespace
}  // namespace front_ends
