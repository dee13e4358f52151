#include "reference/nas/nas.h"

#include "reference/doors/peers.h"
#include "reference/nas/answer.h"
#include "reference/nas/captures.h"
#include "reference/nas/chores.h"
#include "reference/nas/directory.h"
#include "reference/nas/intake.h"
#include "reference/nas/list_desk.h"
#include "reference/nas/outbox.h"
#include "reference/nas/pipeline.h"

namespace nas {
namespace {

constexpr std::size_t kMessagesWaitingMax = 65'536;   // for room in a peer's connection

/// The front end: hands each call to the desk it belongs to, then lets the desks commit.
class Nas final : public doors::Component {
 public:
  Nas(const doors::Doors& doors, const NasOptions& options)
      : doors_(doors),
        peers_(doors_.transport, kMessagesWaitingMax),
        chores_(doors_, tags_, options.retry_after),
        directory_(doors_.store, tags_, chores_),
        outbox_(doors_.store, peers_, tags_, chores_, directory_),
        lists_(doors_, peers_, tags_, options.retry_after),
        captures_(doors_.store, peers_, tags_),
        pipeline_(doors_, peers_, tags_, lists_, directory_, outbox_, options) {}

  void on_start(base::Now, const doors::Recovered& recovered) override {
    lists_.begin(recovered.epoch, recovered.after_restart);
    if (recovered.after_restart) directory_.load();
  }

  void on_peer(base::Now, const doors::Principal& peer, doors::PeerState state) override {
    peers_.on_peer(peer.peer, state);
    lists_.on_peer(peer.peer);
    if (peer.role == doors::Role::kOperator) outbox_.on_peer(peer, state);
    pump();
  }

  void on_ready(base::Now, doors::PeerId peer) override {
    peers_.on_ready(peer);
    outbox_.on_ready(peer);
  }

  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    switch (message.channel) {
      case doors::Channel::kRead: on_read(now, from, message, last); break;
      case doors::Channel::kVoiList: lists_.on_slice(from, message, last); break;
      case doors::Channel::kCapture: captures_.on_request(from, message); break;
      case doors::Channel::kHitAck:
        if (from.role == doors::Role::kOperator) outbox_.on_acknowledged(from, message.name);
        break;
      default: break;   // an answer to something that NAS never asks
    }
    pump();
  }

  void on_timer(base::Now, doors::TimerId id) override {
    if (id == kPipelineTimer) pipeline_.on_timer();
    if (id == kListTimer) lists_.on_timer();
    if (id == kChoreTimer) chores_.on_timer();
    pump();
  }

  void on_durable(base::Now, doors::CommitTag tag, const doors::CommitResult& result) override {
    if (!pipeline_.on_durable(tag, result) && !lists_.on_durable(tag, result)) {
      if (const auto done = chores_.on_durable(tag, result)) outbox_.on_erased(done->erased);
    }
    pump();
  }

  void on_rows(base::Now, doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override {
    static_cast<void>(captures_.on_rows(tag, rows, last) || outbox_.on_rows(tag, rows, last) || lists_.on_rows(tag, rows, last) ||
                      directory_.on_rows(tag, rows, last));
    pump();
  }

 private:
  void on_read(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) {
    if (from.role != doors::Role::kCamera && from.role != doors::Role::kLea)
      return refuse(from, message, 403, "only cameras and LEAs send reads");
    if (last == doors::Last::kNo) return refuse(from, message, 400, "a read is one message");
    if (!pipeline_.has_room()) return refuse(from, message, 503, "too many reads wait: try again");
    pipeline_.take(intake_.take(now, from, peers_.session(from.peer), message));
  }

  void refuse(const doors::Principal& from, const doors::Message& message, std::uint16_t status, std::string_view title) {
    static_cast<void>(peers_.send(from.peer, answer_to(message, doors::Channel::kReadAnswer, status, problem(status, title))));
  }

  void pump() {
    lists_.pump();
    pipeline_.pump();
    chores_.pump(lists_.epoch());
  }

  const doors::Doors doors_;
  doors::Peers peers_;
  Tags tags_;
  Chores chores_;
  Directory directory_;
  Outbox outbox_;
  ListDesk lists_;
  Captures captures_;
  Intake intake_;
  Pipeline pipeline_;
};

}  // namespace

std::unique_ptr<doors::Component> make_nas(const doors::Doors& doors, const NasOptions& options) {
  return std::make_unique<Nas>(doors, options);
}

}  // namespace nas
