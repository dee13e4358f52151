// Whatever order completions, crashes, broken connections and repeats come in: nothing is lost, nothing doubled.
//
// A failure prints the choices that led to it and the RC_PARAMS with which it comes again.
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/nas/identity.h"
#include "reference/nas/tags.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

/// What happens next, and a number to choose with.
struct Choice {
  unsigned what = 0;
  unsigned which = 0;
};
std::ostream& operator<<(std::ostream& out, const Choice& choice) { return out << choice.what << ':' << choice.which; }

/// A LEA that repeats until it is answered, an operator who acknowledges when he pleases, and what they know.
class Ledger {
 public:
  Ledger() : bench_({.units_in_batch_max = 3, .commits_in_flight_max = 3, .reads_waiting_max = 8}) {
    bench_.start_all();
    bench_.list(kEntries);
  }

  void happen(const Choice& choice) {
    switch (choice.what % 12) {
      case 0:
      case 1: contents_.push_back(content_of(contents_.size())); send(contents_.size() - 1); break;
      case 2: if (!contents_.empty()) send(choice.which % contents_.size()); break;
      case 3:
      case 4: settle(choice.which); break;
      case 5: if (!bench_.store.asked.empty()) bench_.give_rows(); break;
      case 6: bench_.advance(base::milliseconds(20)); break;
      case 7: crash(choice.which); break;
      case 8: flap(choice.which % 2 == 0 ? kOperator : kLea); break;
      case 9: acknowledge(choice.which); break;
      case 10: bench_.upload(csv_of(kEntries)); break;
      case 11: block(choice.which); break;
    }
    listen();
  }

  /// Everything works again, and what was not answered is sent again.
  void heal() {
    bench_.unblock(kOperator.peer);
    rest();
    for (int round = 0; round < 50 && answered_.size() < contents_.size(); ++round) {
      for (std::size_t i = 0; i < contents_.size(); ++i) {
        if (!answered_.contains(i)) send(i);
      }
      rest();
    }
    for (int round = 0; round < 50 && bench_.store.count(Table::kOutbox) > 0; ++round) {
      for (const auto& [hit, times] : seen_) bench_.acknowledge(hit);
      rest();
    }
  }

  void check_all() {
    RC_ASSERT(answered_.size() == contents_.size());
    RC_ASSERT(bench_.store.count(Table::kCaptures) == contents_.size());
    std::set<std::string> expected;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (is_listed(i)) expected.insert(hit_id_of(id_of(i), kListFile, 1));
    }
    std::set<std::string> seen;
    for (const auto& [hit, times] : seen_) seen.insert(hit);
    RC_ASSERT(seen == expected);
    RC_ASSERT(bench_.store.count(Table::kOutbox) == 0U);
    RC_ASSERT(bench_.store.cursors.empty());
    bench_.advance(base::minutes(2));   // whatever was being uploaded has stopped coming
    bench_.settle_all();
    RC_ASSERT(bench_.store.count(Table::kUploads) == 0U);
    RC_ASSERT(bench_.timers.armed.size() == 1U);
    RC_ASSERT(bench_.timers.armed.contains(kMidnightTimer));
  }

 private:
  static bool is_listed(std::size_t i) { return i % 3 != 2; }
  static domain::Read read(std::size_t i) { return read_of(is_listed(i) ? "AB00ABC" : "XY00XYZ", "r" + std::to_string(i)); }
  static std::string id_of(std::size_t i) { return capture_id_of(read(i)); }
  static doors::Content content_of(std::size_t i) { return i % 2 == 0 ? text_of(read(i)) : value_of(read(i)); }

  void send(std::size_t i) {
    asked_[++exchange_] = i;
    bench_.send_read(exchange_, contents_[i]);
  }

  void settle(unsigned which) {
    if (bench_.store.commits.empty()) return;
    const doors::CommitTag tag = bench_.store.commits[which % bench_.store.commits.size()].tag;
    const auto fate = which % 3 != 0 ? Fate::kDurable : static_cast<Fate>(which / 3 % 4);
    bench_.settle(fate, which % bench_.store.commits.size());
    if (which % 5 == 0) bench_.component->on_durable(bench_.now(), tag, {});   // once more
  }

  void crash(unsigned which) {
    for (std::size_t i = 0; i < bench_.store.commits.size() && i < which % 4; ++i)
      static_cast<void>(bench_.store.apply(bench_.store.commits[i]));
    bench_.crash();
    this_connection_.clear();
    bench_.transport.sent.clear();
    bench_.start();
    for (const auto& principal : {kLea, kOperator, kOwner}) bench_.peer(principal, PeerState::kUp);
  }

  void flap(const doors::Principal& principal) {
    bench_.peer(principal, PeerState::kDown);
    if (principal.peer == kOperator.peer) this_connection_.clear();
    bench_.transport.sent.erase(principal.peer);
    bench_.peer(principal, PeerState::kUp);
  }

  void acknowledge(unsigned which) {
    if (seen_.empty()) return;
    bench_.acknowledge(std::next(seen_.begin(), static_cast<std::ptrdiff_t>(which % seen_.size()))->first);
  }

  void block(unsigned which) {
    if (which % 2 == 0) return bench_.block(kOperator.peer);
    bench_.unblock(kOperator.peer);
  }

  void rest() {
    bench_.settle_all();
    bench_.advance(base::milliseconds(200));
    bench_.settle_all();
    listen();
  }

  void listen() {
    for (const auto& answer : bench_.transport.taken(kLea.peer)) {
      const std::size_t i = asked_.at(answer.exchange);
      RC_ASSERT(answer.status == 201 || answer.status == 503);
      if (answer.status != 201) continue;
      answered_.insert(i);
      const auto row = bench_.store.rows.find({Table::kCaptures, id_of(i)});
      RC_ASSERT(row != bench_.store.rows.end());
      RC_ASSERT(row->second == contents_[i]);
    }
    for (const std::string& hit : bench_.hits()) {
      ++seen_[hit];
      RC_ASSERT(this_connection_.insert(hit).second);   // sent once in one connection
    }
  }

  const std::vector<std::pair<std::string, domain::Action>> kEntries{{"AB00ABC", domain::Action::kStop}};
  NasBench bench_;
  std::uint64_t exchange_ = 0;
  std::vector<doors::Content> contents_;            // of the reads, by number
  std::map<std::uint64_t, std::size_t> asked_;
  std::set<std::size_t> answered_;
  std::map<std::string, int> seen_;
  std::set<std::string> this_connection_;
};

RC_GTEST_PROP(NasInterleaving, LosesAndDoublesNothing, ()) {
  const auto choices = *rc::gen::scale(3.0, rc::gen::container<std::vector<Choice>>(
                                                rc::gen::build<Choice>(rc::gen::set(&Choice::what, rc::gen::inRange(0U, 12U)),
                                                                       rc::gen::set(&Choice::which, rc::gen::inRange(0U, 60U)))));
  Ledger ledger;
  for (const Choice& choice : choices) ledger.happen(choice);
  ledger.heal();
  ledger.check_all();
}

}  // namespace
}  // namespace nas::test
