// Mutants of NAS: it loses, doubles, forgets to match, invents, or is late.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/wrapped.h"
#include "reference/base/hash.h"
#include "reference/formats/answers.h"
#include "reference/formats/read_json.h"
#include "simulator/actors/operator_client.h"

namespace subjects {
namespace {

using doors::Channel;
using doors::Role;

bool is_capture(const doors::Unit& unit) { return !unit.rows.empty() && unit.rows.front().table == doors::Table::kCaptures; }

// ---- losing and doubling (3.1)

/// Says that a commit is durable at once, and writes it half a second later.
class AcknowledgesFirst final : public Wrapped {
  using Wrapped::Wrapped;
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    if (batch.units.empty() || !is_capture(batch.units.front())) return Wrapped::commit(tag, std::move(batch), epoch);
    later({}, [this, tag, epoch](base::Now now) { inner().on_durable(now, tag, {doors::CommitOutcome::kDurable, {}, epoch}); });
    const doors::CommitTag own{kOwnTags + ++commits_};
    later(base::milliseconds(500), [this, own, batch, epoch](base::Now) { Wrapped::commit(own, batch, epoch); });
  }
  void on_durable(base::Now now, doors::CommitTag tag, const doors::CommitResult& result) override {
    if (tag.value < kOwnTags) Wrapped::on_durable(now, tag, result);
  }
  static constexpr std::uint64_t kOwnTags = std::uint64_t{1} << 62;
  std::uint64_t commits_ = 0;
};

/// Changes what is stored of every N-th capture.
template <std::uint64_t kOneIn, class Change>
class Stores final : public Wrapped {
  using Wrapped::Wrapped;
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    std::vector<doors::Unit> more;
    for (doors::Unit& unit : batch.units) {
      if (is_capture(unit) && lot_of(unit.rows.front().content) % kOneIn == 0) Change{}(unit, more, after_restart());
    }
    batch.units.insert(batch.units.end(), more.begin(), more.end());
    Wrapped::commit(tag, std::move(batch), epoch);
  }
};

struct WithoutOverview {
  void operator()(doors::Unit& unit, std::vector<doors::Unit>&, bool) const { unit.rows.front().content.overview = {}; }
};
struct Nothing {
  void operator()(doors::Unit& unit, std::vector<doors::Unit>&, bool) const {
    unit.rows.front().table = doors::Table::kRefused;   // where nobody will ask for it
  }
};
struct Twice {
  void operator()(doors::Unit& unit, std::vector<doors::Unit>& more, bool) const {
    doors::Row again = unit.rows.front();
    again.key += "-again";
    more.push_back({{std::move(again)}});
  }
};
struct TwiceAfterRestart {
  void operator()(doors::Unit& unit, std::vector<doors::Unit>& more, bool after_restart) const {
    if (after_restart) Twice{}(unit, more, after_restart);
  }
};

// ---- matching (6-a)

/// Leaves hits out, of the store and of the wire: those that `left_out` picks by their id.
class LeavesOutHits : public Wrapped {
 public:
  using Wrapped::Wrapped;

 private:
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    for (doors::Unit& unit : batch.units) {
      std::erase_if(unit.rows, [&](const doors::Row& row) {
        if (row.table != doors::Table::kOutbox) return false;
        const auto hit = actors::hit_in(row.content);
        return hit && left_out(hit->hit_id);
      });
    }
    Wrapped::commit(tag, std::move(batch), epoch);
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    return message.channel == Channel::kHit && left_out(message.name) ? doors::SendOutcome::kAccepted : Wrapped::send(peer, message);
  }
  [[nodiscard]] virtual bool left_out(std::string_view hit_id) = 0;
};

class SkipsOneInAHundred final : public LeavesOutHits {
  using LeavesOutHits::LeavesOutHits;
  bool left_out(std::string_view hit_id) override { return base::hash64(hit_id) % 100 == 0; }
};

class NoHitsAfterARestart final : public LeavesOutHits {
  using LeavesOutHits::LeavesOutHits;
  bool left_out(std::string_view) override { return after_restart(); }
};

/// Loads every list without its last row.
class ForgetsLastRow final : public Wrapped {
  using Wrapped::Wrapped;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel != Channel::kVoiList || last == doors::Last::kNo) return Wrapped::on_message(now, from, message, last);
    doors::Message shorter = message;
    const std::string_view text = message.content.text.view();
    const std::size_t end = text.size() < 2 ? std::string_view::npos : text.rfind('\n', text.size() - 2);
    if (end != std::string_view::npos) shorter.content.text = base::Bytes(std::string(text.substr(0, end + 1)));
    Wrapped::on_message(now, from, shorter, last);
  }
};

/// Sends a hit for an entry that the read does not match, for every five hundredth read.
class InventsHits final : public Wrapped {
  using Wrapped::Wrapped;
  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override {
    if (peer.role == Role::kOperator) operator_ = peer.peer;
    Wrapped::on_peer(now, peer, state);
  }
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel == Channel::kVoiList) list_ = message.name;
    Wrapped::on_message(now, from, message, last);
    if (message.channel != Channel::kRead || lot_of(message.content) % 500 != 0 || list_.empty() || !operator_) return;
    const std::string read_id = formats::salvage_read_id(message.content.text.view());
    if (read_id.empty()) return;
    const std::string hit_id = fmt::format("h-{:032x}", lot_of(message.content));
    doors::Message hit;
    hit.channel = Channel::kHit;
    hit.name = hit_id;
    const std::string text = fmt::format(
        R"({{"hit_id":"{}","capture_id":"c-0","read_id":"{}","list":"{}","row":1,"source":"voi","vrm":"AA00AAA","action":"Stop",)"
        R"("reason":"Drugs","information":"","camera":"35-1-1","time":"11/06/2019 07:00:00","location":"52.000000,0.000000"}})",
        hit_id, read_id, list_);
    hit.content.size_bytes = static_cast<std::uint32_t>(text.size());
    hit.content.text = base::Bytes(std::string(text));
    static_cast<void>(Wrapped::send(*operator_, hit));
  }
  std::string list_;
  std::optional<doors::PeerId> operator_;
};

/// Gives a match a second hit under another number, one match in fifty.
class DoublesHits final : public Wrapped {
  using Wrapped::Wrapped;
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    const auto outcome = Wrapped::send(peer, message);
    if (outcome != doors::SendOutcome::kAccepted || message.channel != Channel::kHit || base::hash64(message.name) % 50 != 0)
      return outcome;
    auto decoded = formats::decode_hit(message.content.text.view());
    if (!decoded) return outcome;
    decoded->hit_id += "2";
    doors::Message again = message;
    again.name = decoded->hit_id;
    std::string text = formats::encode(*decoded);
    again.content.size_bytes = static_cast<std::uint32_t>(text.size());
    again.content.text = base::Bytes(std::move(text));
    static_cast<void>(Wrapped::send(peer, again));
    return outcome;
  }
};

// ---- being late (6-b, 6-d)

/// Holds every N-th hit for a while.
template <std::uint64_t kOneIn, std::int64_t kMilliseconds>
class HoldsHits final : public Wrapped {
  using Wrapped::Wrapped;
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    if (message.channel != Channel::kHit || base::hash64(message.name) % kOneIn != 0) return Wrapped::send(peer, message);
    later(base::milliseconds(kMilliseconds), [this, peer, message](base::Now) { static_cast<void>(Wrapped::send(peer, message)); });
    return doors::SendOutcome::kAccepted;
  }
};

/// Is slow with hits for as long as it lives, once a gateway has come back.
class LateAfterAnOutage final : public Wrapped {
  using Wrapped::Wrapped;
  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override {
    if (peer.role == Role::kLea && state == doors::PeerState::kDown) seen_outage_ = true;
    Wrapped::on_peer(now, peer, state);
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    if (message.channel != Channel::kHit || !seen_outage_) return Wrapped::send(peer, message);
    later(base::milliseconds(2'100), [this, peer, message](base::Now) { static_cast<void>(Wrapped::send(peer, message)); });
    return doors::SendOutcome::kAccepted;
  }
  bool seen_outage_ = false;
};

}  // namespace

std::vector<Mutant> nas_mutants() {
  return {
      {"nas.acknowledges-before-it-stores", "nas", "3.1-a", "Reads are acknowledged at once and written half a second later.", {"6-a"}, {},
       nas_cast<AcknowledgesFirst>()},
      {"nas.loses-one-capture-in-five-hundred", "nas", "3.1-a", "One acknowledged read in five hundred is not stored.", {}, {},
       nas_cast<Stores<500, Nothing>>()},
      {"nas.loses-one-overview-in-five-hundred", "nas", "3.1-a", "One capture in five hundred is stored without its overview.", {}, {},
       nas_cast<Stores<500, WithoutOverview>>()},
      {"nas.stores-one-read-in-five-hundred-twice", "nas", "3.1-c", "One read in five hundred is stored twice.", {}, {},
       nas_cast<Stores<500, Twice>>()},
      {"nas.stores-twice-after-a-restart", "nas", "3.1-c", "After a restart one read in ten is stored twice.", {}, {},
       nas_cast<Stores<10, TwiceAfterRestart>>()},
      {"nas.skips-one-hit-in-a-hundred", "nas", "6-a", "One match in a hundred gives no hit.", {}, {}, nas_cast<SkipsOneInAHundred>()},
      {"nas.gives-no-hit-after-a-restart", "nas", "6-a", "After a restart no match gives a hit.", {}, {"cases/3.1-crash.json"},
       nas_cast<NoHitsAfterARestart>()},
      {"nas.forgets-the-last-row-of-a-list", "nas", "6-a", "The last row of each list is never matched.", {}, {},
       nas_cast<ForgetsLastRow>()},
      {"nas.invents-hits", "nas", "6-a", "Now and then a read gives a hit for an entry that it does not match.", {"A-a"}, {},
       nas_cast<InventsHits>()},
      {"nas.doubles-one-hit-in-fifty", "nas", "6-a", "One match in fifty gives two hits under two numbers.", {}, {},
       nas_cast<DoublesHits>()},
      {"nas.holds-one-hit-in-a-hundred-4.1-s", "nas", "6-b", "One hit in a hundred is sent 4.1 s after the match.", {"6-d"}, {},
       nas_cast<HoldsHits<100, 4'100>>()},
      {"nas.holds-one-hit-in-a-hundred-2.1-s", "nas", "6-d", "One hit in a hundred is sent 2.1 s after the match.", {}, {},
       nas_cast<HoldsHits<100, 2'100>>()},
      {"nas.late-after-an-outage", "nas", "6-d", "Once a gateway has come back, every hit is sent 2.1 s late.", {"6-b"},
       {"cases/7-outage.json"}, nas_cast<LateAfterAnOutage>()},
  };
}

}  // namespace subjects
