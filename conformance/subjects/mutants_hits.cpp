// Mutants of NAS that send hits to the wrong people or with the wrong words, and of national data (5-q, Annex A, clause 4, 6-a).
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/wrapped.h"
#include "reference/base/hash.h"
#include "reference/formats/answers.h"
#include "reference/formats/subscription.h"
#include "simulator/actors/operator_client.h"

namespace subjects {
namespace {

using doors::Channel;
using doors::Role;

/// Sends one hit in so many to every operator, whoever may see it.
template <std::uint64_t kOneIn>
class TellsEverybody final : public Wrapped {
  using Wrapped::Wrapped;
  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override {
    if (peer.role == Role::kOperator) operators_[peer.peer.value] = peer.peer;
    Wrapped::on_peer(now, peer, state);
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    const auto outcome = Wrapped::send(peer, message);
    if (outcome != doors::SendOutcome::kAccepted || message.channel != Channel::kHit || base::hash64(message.name) % kOneIn != 0)
      return outcome;
    doors::Message copy = message;
    copy.exchange = 0;  // of no number of theirs
    for (const auto& [value, other] : operators_) {
      if (value != peer.value) static_cast<void>(Wrapped::send(other, copy));
    }
    return outcome;
  }
  std::map<std::uint64_t, doors::PeerId> operators_;
};

/// Takes less of what an operator asks for to heart.
template <class Forget>
class Forgets final : public Wrapped {
  using Wrapped::Wrapped;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel != Channel::kSubscription) return Wrapped::on_message(now, from, message, last);
    auto said = formats::decode_subscriber(message.content.text.view());
    if (!said) return Wrapped::on_message(now, from, message, last);
    Forget{}(said->wants);
    doors::Message less = message;
    std::string text = formats::encode(*said);
    less.content.size_bytes = static_cast<std::uint32_t>(text.size());
    less.content.text = base::Bytes(std::move(text));
    Wrapped::on_message(now, from, less, last);
  }
};
struct TheArea {
  void operator()(domain::Subscription& wants) const { wants.cameras.clear(); }
};
struct ThePriority {
  void operator()(domain::Subscription& wants) const { wants.actions.clear(); }
};

/// Stores no hit for whoever asks by priority.
class TellsNobodyByPriority final : public Wrapped {
  using Wrapped::Wrapped;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel == Channel::kSubscription) {
      const auto said = formats::decode_subscriber(message.content.text.view());
      if (said && !said->wants.actions.empty()) by_priority_.insert(from.name);
    }
    Wrapped::on_message(now, from, message, last);
  }
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    for (doors::Unit& unit : batch.units) {
      std::erase_if(unit.rows,
                    [this](const doors::Row& row) { return row.table == doors::Table::kOutbox && by_priority_.contains(row.key); });
    }
    Wrapped::commit(tag, std::move(batch), epoch);
  }
  std::set<std::string> by_priority_;
};

/// Changes what is said of each hit.
template <class Change>
class SaysOtherwise final : public Wrapped {
  using Wrapped::Wrapped;
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    if (message.channel != Channel::kHit) return Wrapped::send(peer, message);
    auto hit = formats::decode_hit(message.content.text.view());
    if (!hit) return Wrapped::send(peer, message);
    Change{}(*hit);
    std::string text = formats::encode(*hit);
    doors::Message other = message;
    other.content.size_bytes = static_cast<std::uint32_t>(text.size());
    other.content.text = base::Bytes(std::move(text));
    return Wrapped::send(peer, other);
  }
};
struct CodeForText {
  void operator()(domain::Hit& hit) const { hit.symbol = hit.list.substr(0, hit.list.find('_')); }
};
struct FourLetters {
  void operator()(domain::Hit& hit) const { hit.symbol = hit.symbol.substr(0, 4); }
};
struct AlwaysStop {
  void operator()(domain::Hit& hit) const { hit.entry.action = domain::Action::kStop; }
};

/// Gives no hit where `LeftOut` says so, in the store or on the wire.
template <class LeftOut>
class GivesNone final : public Wrapped {
  using Wrapped::Wrapped;
  void commit(doors::CommitTag tag, doors::Batch batch, doors::ListEpoch epoch) override {
    for (doors::Unit& unit : batch.units) {
      std::erase_if(unit.rows, [](const doors::Row& row) { return row.table == doors::Table::kOutbox && left_out(row.content); });
    }
    Wrapped::commit(tag, std::move(batch), epoch);
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    if (message.channel == Channel::kHit && left_out(message.content)) return doors::SendOutcome::kAccepted;
    return Wrapped::send(peer, message);
  }
  static bool left_out(const doors::Content& content) {
    const auto hit = actors::hit_in(content);
    return hit && LeftOut{}(*hit);
  }
};
struct OfSchengen {
  bool operator()(const actors::SaidHit& hit) const { return hit.source == "schengen"; }
};
struct OfFastTrack {
  bool operator()(const actors::SaidHit& hit) const { return hit.source == "fast-track"; }
};
struct OfTheExtract {
  bool operator()(const actors::SaidHit& hit) const { return hit.source == "extract"; }
};
struct OfOneListInForty {
  bool operator()(const actors::SaidHit& hit) const { return hit.list.starts_with("35_40_"); }
};

/// Holds every hit of the Extract until more than two seconds are over.
class HoldsTheExtract final : public Wrapped {
  using Wrapped::Wrapped;
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    const auto hit = message.channel == Channel::kHit ? actors::hit_in(message.content) : std::nullopt;
    if (!hit || !OfTheExtract{}(*hit)) return Wrapped::send(peer, message);
    later(base::milliseconds(2'100), [this, peer, message](base::Now) { static_cast<void>(Wrapped::send(peer, message)); });
    return doors::SendOutcome::kAccepted;
  }
};

/// Asks again when the link is back, and gives what the Extract gave a second hit, by Fast Track.
class MatchesAgain final : public Wrapped {
  using Wrapped::Wrapped;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    Wrapped::on_message(now, from, message, last);
    if (from.role != Role::kPnc || message.channel != Channel::kPncAnswer) return;
    for (const auto& [peer, hit] : given_) static_cast<void>(Wrapped::send(peer, hit));
    given_.clear();
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    const auto outcome = Wrapped::send(peer, message);
    if (outcome != doors::SendOutcome::kAccepted || message.channel != Channel::kHit) return outcome;
    auto hit = formats::decode_hit(message.content.text.view());
    if (!hit || hit->source != domain::DataSource::kExtract) return outcome;
    hit->hit_id += "2";
    hit->source = domain::DataSource::kFastTrack;
    hit->list = "pnc:fast-track";
    doors::Message again = message;
    again.exchange = 0;
    again.name = hit->hit_id;
    std::string text = formats::encode(*hit);
    again.content.size_bytes = static_cast<std::uint32_t>(text.size());
    again.content.text = base::Bytes(std::move(text));
    given_.emplace_back(peer, std::move(again));
    return outcome;
  }
  std::vector<std::pair<doors::PeerId, doors::Message>> given_;
};

}  // namespace

std::vector<Mutant> hit_mutants() {
  return {
      {"nas.gives-no-schengen-hits", "nas", "4-a", "Schengen data gives no hits.", {"6-a"}, {}, nas_cast<GivesNone<OfSchengen>>()},
      {"nas.gives-no-fast-track-hits", "nas", "4-a", "Fast Track gives no hits.", {"6-a"}, {}, nas_cast<GivesNone<OfFastTrack>>()},
      {"nas.makes-no-use-of-the-extract",
       "nas",
       "4-d",
       "While the live link is down nothing stands in for it.",
       {"4-a", "6-a"},
       {},
       nas_cast<GivesNone<OfTheExtract>>()},
      {"nas.waits-2.1-s-for-a-dead-link",
       "nas",
       "4-d",
       "A hit of the Extract is sent 2.1 s after the match.",
       {"6-d"},
       {},
       nas_cast<HoldsTheExtract>()},
      {"nas.matches-again-when-the-link-is-back",
       "nas",
       "4-d",
       "What the Extract gave gives another hit when the live link is back.",
       {"6-a", "6-b", "6-d"},
       {},
       nas_cast<MatchesAgain>()},
      {"nas.shows-another-action", "nas", "5-m", "Every entry is told of as one to stop.", {}, {}, nas_cast<SaysOtherwise<AlwaysStop>>()},
      {"nas.tells-every-operator", "nas", "5-q", "Every hit goes to every operator.", {}, {}, nas_cast<TellsEverybody<1>>()},
      {"nas.tells-every-operator-of-one-hit-in-fifty",
       "nas",
       "5-q",
       "One hit in fifty goes to every operator.",
       {},
       {},
       nas_cast<TellsEverybody<50>>()},
      {"nas.forgets-the-area", "nas", "5-q", "An operator is told of hits outside its area.", {}, {}, nas_cast<Forgets<TheArea>>()},
      {"nas.forgets-the-priority",
       "nas",
       "5-q",
       "An operator is told of hits of another priority than it asked for.",
       {},
       {},
       nas_cast<Forgets<ThePriority>>()},
      {"nas.tells-nobody-by-priority",
       "nas",
       "6-d",
       "An operator who asks for hits of a priority is told of none.",
       {"6-b"},
       {"cases/5-lists.json"},
       nas_cast<TellsNobodyByPriority>()},
      {"nas.skips-one-list-in-forty",
       "nas",
       "6-a",
       "Of forty lists that name a vehicle one gives no hit.",
       {},
       {"cases/6-forty-lists.json"},
       nas_cast<GivesNone<OfOneListInForty>>()},
      {"nas.shows-the-code",
       "nas",
       "A-a",
       "The symbol shows the code of the list and not its text.",
       {},
       {},
       nas_cast<SaysOtherwise<CodeForText>>()},
      {"nas.shows-four-letters",
       "nas",
       "A-a",
       "The symbol shows the first four letters of the text.",
       {},
       {},
       nas_cast<SaysOtherwise<FourLetters>>()},
  };
}

}  // namespace subjects
