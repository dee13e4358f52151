#include "reference/nas/nas.h"

#include <algorithm>
#include <utility>

#include "reference/doors/peers.h"
#include "reference/formats/subscription.h"
#include "reference/nas/answer.h"
#include "reference/nas/captures.h"
#include "reference/nas/chores.h"
#include "reference/nas/directory.h"
#include "reference/nas/intake.h"
#include "reference/nas/list_desk.h"
#include "reference/nas/list_shelf.h"
#include "reference/nas/outbox.h"
#include "reference/nas/pipeline.h"
#include "reference/nas/pnc_link.h"
#include "reference/nas/weeder.h"

namespace nas {
namespace {

constexpr std::size_t kMessagesWaitingMax = 65'536;   // for room in a peer's connection

lists::MatchRules match_rules(const NasOptions& options) {
  return {static_cast<lists::MarkEquality>(std::min(options.marks_compared, 2U)),
          options.none_identified_matches != 0 ? lists::NoneIdentified::kMatchesWhereListed : lists::NoneIdentified::kNeverMatches};
}

/// The front end: hands each call to the desk it belongs to, then lets the desks commit.
class Nas final : public doors::Component {
 public:
  Nas(const doors::Doors& doors, const NasOptions& options)
      : doors_(doors),
        options_(options),
        peers_(doors_.transport, kMessagesWaitingMax),
        chores_(doors_, tags_, options.retry_after),
        directory_(doors_.store, tags_, chores_),
        outbox_(doors_.store, peers_, tags_, chores_, directory_),
        shelf_(doors_.store, tags_, match_rules(options)),
        lists_(doors_, peers_, tags_, chores_, shelf_, options_),
        weeder_(doors_, tags_, chores_, shelf_),
        captures_(doors_.store, peers_, tags_),
        link_(doors_, peers_, options_),
        pipeline_(doors_, peers_, tags_, shelf_, directory_, link_, options_) {}

  void on_start(base::Now now, const doors::Recovered& recovered) override {
    shelf_.begin(recovered.epoch);
    directory_.begin();
    outbox_.begin();
    if (recovered.after_restart) lists_.begin();
    weeder_.begin(now);
    link_.begin(now);
  }

  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override {
    peers_.on_peer(peer.peer, state);
    lists_.on_peer(peer.peer);
    if (is_subscriber(peer)) outbox_.on_peer(peer, state);
    if (peer.role == doors::Role::kPnc) {
      link_.on_peer(peer.peer, state);
      pipeline_.on_pnc_lost();
    }
    pump(now);
  }

  void on_ready(base::Now now, doors::PeerId peer) override {
    peers_.on_ready(peer);
    outbox_.on_ready(peer);
    pump(now);
  }

  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    switch (message.channel) {
      case doors::Channel::kRead: on_read(now, from, message, last); break;
      case doors::Channel::kVoiList:
      case doors::Channel::kNationalData: lists_.on_slice(now, from, message, last); break;
      case doors::Channel::kVoiListRemoval: lists_.on_removal(now, from, message); break;
      case doors::Channel::kCapture: captures_.on_request(from, message); break;
      case doors::Channel::kSubscription: on_subscription(from, message); break;
      case doors::Channel::kHitAck:
        if (may_subscribe(from)) outbox_.on_acknowledged(from, message.exchange, message.name);
        break;
      case doors::Channel::kPncAnswer:
        if (from.role == doors::Role::kPnc) pipeline_.on_pnc_answer(now, message);
        break;
      default: break;   // an answer to something that NAS never asks
    }
    pump(now);
  }

  void on_timer(base::Now now, doors::TimerId id) override {
    if (id == kPipelineTimer) pipeline_.on_timer();
    if (id == kListTimer) lists_.on_rested();
    if (id == kUploadTimer) lists_.on_idle_timer(now);
    if (id == kChoreTimer) chores_.on_timer();
    if (id == kMidnightTimer) weeder_.on_midnight(now);
    if (id == kPncTimer) pipeline_.on_pnc_timer(now);
    if (id == kPncProbeTimer) link_.probe();
    if (id == kWorkTimer) work();
    pump(now);
  }

  void on_durable(base::Now now, doors::CommitTag tag, const doors::CommitResult& result) override {
    static_cast<void>(pipeline_.on_durable(tag, result) || lists_.on_durable(tag, result) || chores_.on_durable(tag, result));
    pump(now);
  }

  void on_rows(base::Now now, doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override {
    static_cast<void>(pipeline_.on_rows(tag, rows) || captures_.on_rows(tag, rows, last) || outbox_.on_rows(tag, rows, last) ||
                      shelf_.on_rows(tag, rows) || directory_.on_rows(tag, rows) || lists_.on_rows(tag, rows, last) ||
                      weeder_.on_rows(tag, rows));
    pump(now);
  }

 private:
  static bool may_subscribe(const doors::Principal& from) {
    return from.role == doors::Role::kOperator || from.role == doors::Role::kLea;
  }
  /// Operators are told of hits unasked; an LEA, which may have better to do with its line, when it has subscribed once.
  [[nodiscard]] bool is_subscriber(const doors::Principal& peer) const {
    return peer.role == doors::Role::kOperator || (peer.role == doors::Role::kLea && directory_.find(peer.name));
  }

  void on_subscription(const doors::Principal& from, const doors::Message& message) {
    auto said = formats::decode_subscriber(message.content.text.view());
    if (!may_subscribe(from) || !said) return;
    auto id = directory_.find(from.name);
    if (!id || !directory_.at(*id).peer) {
      outbox_.on_peer(from, doors::PeerState::kUp);
      id = directory_.find(from.name);
    }
    directory_.subscribe(*id, std::move(said->wants));
  }

  void on_read(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) {
    if (from.role != doors::Role::kCamera && from.role != doors::Role::kLea)
      return refuse(from, message, 403, "only cameras and LEAs send reads");
    if (last == doors::Last::kNo) return refuse(from, message, 400, "a read is one message");
    if (!pipeline_.has_room()) return refuse(from, message, 503, "too many reads wait: try again");
    pipeline_.take(now, intake_.take(now, from, peers_.session(from.peer), message));
  }

  void refuse(const doors::Principal& from, const doors::Message& message, std::uint16_t status, std::string_view title) {
    static_cast<void>(peers_.send(from.peer, answer_to(message, doors::Channel::kReadAnswer, status, problem(status, title))));
  }

  /// A piece of each kind of work that goes in slices.
  void work() {
    work_is_due_ = false;
    lists_.work();
    if (shelf_.has_work()) shelf_.work();
    weeder_.work();
  }

  void pump(base::Now now) {
    for (const std::string& file : shelf_.take_put_in_force()) weeder_.look_at(now, file);
    lists_.pump();
    pipeline_.pump();
    chores_.pump(shelf_.epoch());
    if (work_is_due_ || !(lists_.has_work() || shelf_.has_work() || weeder_.has_work())) return;
    work_is_due_ = true;
    doors_.timers.arm(kWorkTimer, {});
  }

  const doors::Doors doors_;
  const NasOptions options_;
  doors::Peers peers_;
  Tags tags_;
  Chores chores_;
  Directory directory_;
  Outbox outbox_;
  ListShelf shelf_;
  ListDesk lists_;
  Weeder weeder_;
  Captures captures_;
  Intake intake_;
  PncLink link_;
  Pipeline pipeline_;
  bool work_is_due_ = false;   ///< the timer for it is armed
};

}  // namespace

std::unique_ptr<doors::Component> make_nas(const doors::Doors& doors, const NasOptions& options) {
  return std::make_unique<Nas>(doors, options);
}

}  // namespace nas
