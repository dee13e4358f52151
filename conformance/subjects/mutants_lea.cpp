// Mutants of the LEA gateway: it holds reads back, keeps them badly, or does not deliver what it kept.
#include <memory>
#include <set>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/wrapped.h"

namespace subjects {
namespace {

using doors::Channel;
using doors::Role;

template <class Component>
run::Cast lea_cast() {
  run::Cast cast = run::reference_cast();
  cast.lea = [inner = cast.lea](const doors::Doors& doors) { return std::make_unique<Component>(doors, inner); };
  return cast;
}

/// Holds every N-th read for a while on its way to NAS.
template <std::uint64_t kOneIn, std::int64_t kMilliseconds>
class Holds final : public Wrapped {
  using Wrapped::Wrapped;
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    if (message.channel != Channel::kRead || lot_of(message.content) % kOneIn != 0) return Wrapped::send(peer, message);
    later(base::milliseconds(kMilliseconds), [this, peer, message](base::Now) { static_cast<void>(Wrapped::send(peer, message)); });
    return doors::SendOutcome::kAccepted;
  }
};

/// Knows whether NAS can be reached, and how often it could not.
class AwareOfNas : public Wrapped {
 public:
  using Wrapped::Wrapped;
  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override {
    if (peer.role == Role::kNas) {
      away_ = state == doors::PeerState::kDown;
      outages_ += away_ ? 1 : 0;
    }
    Wrapped::on_peer(now, peer, state);
  }

 protected:
  bool away_ = true;
  int outages_ = 0;
};

/// While NAS is away, every tenth read is acknowledged and forgotten.
class Drops final : public AwareOfNas {
  using AwareOfNas::AwareOfNas;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel != Channel::kRead || !away_ || outages_ == 0 || lot_of(message.content) % 10 != 0)
      return AwareOfNas::on_message(now, from, message, last);
    doors::Message answer;
    answer.channel = Channel::kReadAnswer;
    answer.exchange = message.exchange;
    answer.status = 201;
    answer.content.text = base::Bytes(std::string("{}"));
    answer.content.size_bytes = 2;
    static_cast<void>(Wrapped::send(from.peer, answer));
  }
};

/// Says that its store has what it only remembers.
class KeepsInMemory final : public Wrapped {
  using Wrapped::Wrapped;
  void commit(doors::CommitTag tag, doors::Batch, doors::ListEpoch) override {
    later({}, [this, tag](base::Now now) { inner().on_durable(now, tag, {}); });
  }
};

/// Of what it kept while NAS was away it never delivers every tenth read; `kFrom`: from which outage on.
template <int kFrom>
class KeepsForever final : public AwareOfNas {
  using AwareOfNas::AwareOfNas;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel == Channel::kRead && away_ && outages_ >= kFrom && lot_of(message.content) % 10 == 0)
      kept_.insert(lot_of(message.content));
    AwareOfNas::on_message(now, from, message, last);
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    const bool withheld = message.channel == Channel::kRead && kept_.contains(lot_of(message.content));
    return withheld ? doors::SendOutcome::kAccepted : AwareOfNas::send(peer, message);
  }
  std::set<std::uint64_t> kept_;
};

}  // namespace

std::vector<Mutant> lea_mutants() {
  return {
      {"lea.holds-one-read-in-a-hundred-4.2-s", "lea", "6-b", "One read in a hundred lies 4.2 s at the gateway.", {"6-c"}, {},
       lea_cast<Holds<100, 4'200>>()},
      {"lea.holds-one-read-in-a-thousand-2.1-s", "lea", "6-c", "One read in a thousand lies 2.1 s at the gateway.", {}, {},
       lea_cast<Holds<1'000, 2'100>>()},
      {"lea.drops-one-in-ten-while-nas-is-away", "lea", "7-b", "While NAS is away every tenth read is acknowledged and forgotten.",
       {"3.1-a"}, {}, lea_cast<Drops>()},
      {"lea.keeps-its-buffer-in-memory-alone", "lea", "7-b", "The local store holds nothing, so that a crash takes the buffer with it.",
       {"3.1-a"}, {}, lea_cast<KeepsInMemory>()},
      {"lea.delivers-nine-of-ten-kept", "lea", "7-c", "Of what was kept while NAS was away every tenth read is never delivered.",
       {"3.1-a"}, {}, lea_cast<KeepsForever<1>>()},
      {"lea.forgets-one-in-ten-of-a-second-outage", "lea", "7-c", "From the second outage on every tenth kept read is never delivered.",
       {"3.1-a"}, {"cases/6-late-first-leg.json"}, lea_cast<KeepsForever<2>>()},
  };
}

}  // namespace subjects
