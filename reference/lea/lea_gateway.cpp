#include "reference/lea/lea_gateway.h"

#include <utility>

#include "reference/base/check.h"
#include "reference/doors/peers.h"
#include "reference/lea/delivery.h"
#include "reference/lea/held.h"
#include "reference/lea/hit_desk.h"
#include "reference/lea/local_buffer.h"

namespace lea {
namespace {

constexpr std::size_t kAnswersWaitingMax = 65'536;   // for room in a camera's connection
constexpr std::uint16_t kCreated = 201;

doors::Content text_content(std::string text) {
  doors::Content content;
  content.size_bytes = static_cast<std::uint32_t>(text.size());
  content.text = base::Bytes(std::move(text));
  return content;
}

/// Whether NAS has spoken its last word on a read: it has it, or would refuse the same bytes again.
bool is_final(std::uint16_t status) {
  return (status >= 200 && status < 300) || status == 400 || status == 413 || status == 422;
}

LeaGatewayOptions checked(const LeaGatewayOptions& options) {
  PLUMB_CHECK(options.reads_held_max <= HeldReads::kCapacityMax - LocalBuffer::kRoomForSlices,
              "reads_held_max leaves room for the buffer's reads");
  return options;
}

class LeaGateway final : public doors::Component {
 public:
  LeaGateway(const doors::Doors& doors, const LeaGatewayOptions& options)
      : doors_(doors),
        options_(checked(options)),
        cameras_(doors_.transport, kAnswersWaitingMax),
        buffer_(doors_, held_, options.retry_after),
        delivery_(doors_, held_, options),
        hits_(doors_, options.retry_after) {}

  void on_start(base::Now now, const doors::Recovered& recovered) override {
    held_.begin(now.wall);
    if (!recovered.after_restart) return;
    buffer_.recover();
    hits_.recover();
  }

  void on_peer(base::Now now, const doors::Principal& peer, doors::PeerState state) override {
    if (peer.role == doors::Role::kNas) {
      hits_.on_peer(peer.peer, state);
      delivery_.on_peer(peer, state);
    } else {
      cameras_.on_peer(peer.peer, state);
    }
    pump(now);
  }

  void on_ready(base::Now now, doors::PeerId peer) override {
    if (!delivery_.is_nas(peer)) return cameras_.on_ready(peer);
    delivery_.on_ready(peer);
    hits_.on_ready(peer);
    pump(now);
  }

  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel == doors::Channel::kRead) {
      on_read(from, message, last);
    } else if (message.channel == doors::Channel::kReadAnswer && from.role == doors::Role::kNas) {
      on_answer(message);
    } else if (message.channel == doors::Channel::kHit && from.role == doors::Role::kNas) {
      hits_.take(from.peer, message);
    } else if (message.channel == doors::Channel::kSubscription && from.role == doors::Role::kOperator) {
      hits_.want(message);
    }
    pump(now);
  }

  void on_timer(base::Now now, doors::TimerId id) override {
    if (id == kStoreTimer) buffer_.on_timer();
    if (id == kHitTimer) hits_.on_timer();
    delivery_.on_timer(now, id);
    pump(now);
  }

  void on_durable(base::Now now, doors::CommitTag tag, const doors::CommitResult& result) override {
    if (hits_.on_durable(tag, result)) return pump(now);
    kept_.durable.clear();
    kept_.failed.clear();
    buffer_.on_durable(tag, result, kept_);
    for (const Handle handle : kept_.durable) answer(*held_.find(handle), kCreated, kept_answer_);
    if (!delivery_.reaches_nas()) {
      for (const Handle handle : kept_.failed) give_back(*held_.find(handle));
    }
    pump(now);
  }

  void on_rows(base::Now now, doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override {
    if (hits_.on_rows(tag, rows)) return pump(now);
    std::vector<Handle> found;
    buffer_.on_rows(tag, rows, last, found);
    for (const Handle handle : found) delivery_.take_old(*held_.find(handle));
    pump(now);
  }

 private:
  void on_read(const doors::Principal& from, const doors::Message& message, doors::Last last) {
    if (from.role != doors::Role::kCamera) return refuse(from, message, 403);
    if (last == doors::Last::kNo) return refuse(from, message, 400);
    const bool would_be_lost = buffer_.failing() && !delivery_.reaches_nas();
    if (would_be_lost || held_.size() >= options_.reads_held_max) return refuse(from, message, 503);
    Held& held = held_.add();
    held.camera = from.peer;
    held.session = cameras_.session(from.peer);
    held.exchange = message.exchange;
    held.content = message.content;
    delivery_.take(held);
    buffer_.keep(held);
  }

  void on_answer(const doors::Message& message) {
    Held* held = held_.find({message.exchange});
    if (held == nullptr || held->at_nas) return;
    if (!is_final(message.status)) return delivery_.refused_for_now(*held);
    answer(*held, message.status, message.content);
    delivery_.leave(*held);
    buffer_.forget(*held);
  }

  void answer(Held& held, std::uint16_t status, const doors::Content& content) {
    if (std::exchange(held.answered, true)) return;
    static_cast<void>(cameras_.answer(held.camera, held.session, {doors::Channel::kReadAnswer, held.exchange, status, {}, content}));
  }

  /// Neither the store here nor NAS will have the read now: the camera keeps it.
  void give_back(Held& held) {
    answer(held, 503, no_room_);
    delivery_.leave(held);
    buffer_.forget(held);
  }

  void refuse(const doors::Principal& from, const doors::Message& message, std::uint16_t status) {
    const doors::Content& why = status == 503 ? no_room_ : not_a_read_;
    static_cast<void>(cameras_.send(from.peer, {doors::Channel::kReadAnswer, message.exchange, status, {}, why}));
  }

  void pump(base::Now now) {
    delivery_.pump(now);
    buffer_.pump();
    hits_.pump();
  }

  const doors::Doors doors_;
  const LeaGatewayOptions options_;
  doors::Peers cameras_;
  HeldReads held_;
  LocalBuffer buffer_;
  Delivery delivery_;
  HitDesk hits_;
  Kept kept_;                                                       // kept for its memory alone
  const doors::Content kept_answer_ = text_content("{}");           // the gateway gives no capture id: NAS does
  const doors::Content no_room_ = text_content(R"({"type":"about:blank","title":"no room: try again","status":503})");
  const doors::Content not_a_read_ = text_content(R"({"type":"about:blank","title":"cameras send reads, each in one message"})");
};

}  // namespace

std::unique_ptr<doors::Component> make_lea_gateway(const doors::Doors& doors, const LeaGatewayOptions& options) {
  return std::make_unique<LeaGateway>(doors, options);
}

}  // namespace lea
