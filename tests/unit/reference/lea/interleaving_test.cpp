// Whatever order completions, crashes, broken links and repeats come in: a gateway loses nothing that it took.
//
// A failure prints the choices that led to it and the RC_PARAMS with which it comes again.
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/reference/lea/gateway_bench.h"

namespace lea::test {
namespace {

/// What happens next, and a number to choose with.
struct Choice {
  unsigned what = 0;
  unsigned which = 0;
};
std::ostream& operator<<(std::ostream& out, const Choice& choice) { return out << choice.what << ':' << choice.which; }

/// A camera that repeats until it is answered, a NAS that answers when it pleases, and what they know.
class Ledger {
 public:
  Ledger() : bench_({.backlog_in_flight_max = 2, .fresh_in_flight_max = 3, .answer_timeout = base::seconds(1)}) { bench_.start_all(); }

  void happen(const Choice& choice) {
    switch (choice.what % 10) {
      case 0:
      case 1: send(++reads_); break;
      case 2: if (reads_ > 0) send(1 + choice.which % reads_); break;
      case 3: settle(choice.which); break;
      case 4: if (!bench_.store.asked.empty()) bench_.give_rows(); break;
      case 5: bench_.advance(base::milliseconds(100 + 20 * choice.which)); break;
      case 6: answer(choice.which); break;
      case 7: link(choice.which); break;
      case 8: crash(choice.which); break;
      case 9: choice.which % 2 == 0 && up_ ? bench_.block(kNas.peer) : unblock(); break;
    }
    listen();
  }

  /// Everything works again, and NAS takes all it gets.
  void heal() {
    link(1);
    for (int round = 0; round < 200; ++round) {
      for (std::uint64_t read = 1; read <= reads_; ++read) {
        if (!answered_.contains(read)) send(read);
      }
      bench_.settle_all();
      listen();
      while (!under_way_.empty()) answer(1);
      bench_.settle_all();
      bench_.advance(base::milliseconds(500));
      listen();
    }
  }

  void check_all() {
    RC_ASSERT(answered_.size() == reads_);
    RC_ASSERT(at_nas_.size() == reads_);
    RC_ASSERT(bench_.buffered() == 0U);
    RC_ASSERT(bench_.timers.armed.empty());
    RC_ASSERT(bench_.store.cursors.empty());
  }

 private:
  void send(std::uint64_t read) { bench_.send_read(read); }

  void settle(unsigned which) {
    if (bench_.store.commits.empty()) return;
    const doors::CommitTag tag = bench_.store.commits[0].tag;
    bench_.settle(which % 3 != 0 ? Fate::kDurable : static_cast<Fate>(which / 3 % 4));
    if (which % 5 == 0) bench_.component->on_durable(bench_.now(), tag, {});   // once more
  }

  void answer(unsigned which) {
    if (under_way_.empty()) return;
    const auto read = under_way_[which % under_way_.size()];
    under_way_.erase(under_way_.begin() + static_cast<std::ptrdiff_t>(which % under_way_.size()));
    const bool takes = which % 4 != 0;
    if (takes) at_nas_.insert(std::string(read.content.text.view()));
    if (which % 7 != 6) bench_.nas_answers(read.exchange, takes ? 201 : 503);   // or the answer is lost
  }

  void link(unsigned which) {
    listen();
    for (const auto& read : under_way_) {
      if (which % 2 == 0) at_nas_.insert(std::string(read.content.text.view()));   // it arrived, and the answer did not
    }
    under_way_.clear();
    up_ = which % 3 != 0;
    bench_.peer(kNas, PeerState::kDown);
    if (up_) bench_.peer(kNas, PeerState::kUp);
  }

  void crash(unsigned which) {
    for (std::size_t i = 0; i < bench_.store.commits.size() && which % 2 == 0; ++i)
      static_cast<void>(bench_.store.apply(bench_.store.commits[i]));
    under_way_.clear();
    bench_.transport.sent.clear();
    bench_.crash();
    bench_.timers.now = bench_.timers.now + base::milliseconds(which);
    bench_.start_with_cameras();
    if (up_) bench_.peer(kNas, PeerState::kUp);
  }

  void unblock() {
    if (up_) bench_.unblock(kNas.peer);
  }

  void listen() {
    for (auto& read : bench_.at_nas()) under_way_.push_back(std::move(read));
    for (const auto& [read, status] : bench_.answers()) {
      RC_ASSERT(status == 201 || status == 503);
      if (status != 201) continue;
      answered_.insert(read);
      RC_ASSERT(at_nas_.contains(text_of(read)) || is_buffered(read));
    }
  }

  bool is_buffered(std::uint64_t read) const {
    for (const auto& [key, content] : bench_.store.rows) {
      if (content == read_content("r" + std::to_string(read))) return true;
    }
    return false;
  }

  GatewayBench bench_;
  std::uint64_t reads_ = 0;
  bool up_ = true;
  std::vector<doors::Message> under_way_;   // to NAS
  std::set<std::string> at_nas_;
  std::set<std::uint64_t> answered_;
};

RC_GTEST_PROP(GatewayInterleaving, LosesNothing, ()) {
  const auto choices = *rc::gen::scale(3.0, rc::gen::container<std::vector<Choice>>(
                                                rc::gen::build<Choice>(rc::gen::set(&Choice::what, rc::gen::inRange(0U, 10U)),
                                                                       rc::gen::set(&Choice::which, rc::gen::inRange(0U, 60U)))));
  Ledger ledger;
  for (const Choice& choice : choices) ledger.happen(choice);
  ledger.heal();
  ledger.check_all();
}

}  // namespace
}  // namespace lea::test
