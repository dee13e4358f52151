#include "reference/doors/recorder.h"

#include <utility>

#include <fmt/format.h>

#include "reference/doors/record_writer.h"

namespace doors {

using record::Kind;

/// The stream of calls, until something cannot be recorded.
class Recording::Tape {
 public:
  Tape(std::ostream& out, const RecordHeader& header) : out_(out), writer_(out) {
    const std::string line = encode_record_header(header);
    out_.write(line.data(), static_cast<std::streamsize>(line.size()));
  }

  template <class... Parts>
  void call(Kind kind, const Parts&... parts) {
    if (fault_) return;
    if (!writer_.call(kind, parts...)) {
      static_cast<void>(writer_.call(Kind::kVoid));
      fault_ = base::Error(kRecordHoldsNoValues, fmt::format("found a value in {}", record::name_of(kind)));
    } else if (!out_) {
      fault_ = base::Error(kRecordNotWritten);
    }
  }

  void end() {
    call(Kind::kEnd);
    out_.flush();
  }

  [[nodiscard]] const std::optional<base::Error>& fault() const { return fault_; }

 private:
  std::ostream& out_;
  record::Writer writer_;
  std::optional<base::Error> fault_;
};

/// The component between its doors in, which it is, and its doors out, which it hands on.
class Recording::Recorded final : public Component, private Timers, private Transport, private Store, private Entropy {
 public:
  Recorded(Tape& tape, const Factory& factory, const Doors& doors) : tape_(tape), doors_(doors) {
    tape_.call(Kind::kBorn);
    component_ = factory({*this, *this, *this, *this});
  }

  void on_start(base::Now now, const Recovered& recovered) override {
    tape_.call(Kind::kStart, now, recovered);
    component_->on_start(now, recovered);
  }
  void on_peer(base::Now now, const Principal& peer, PeerState state) override {
    tape_.call(Kind::kPeer, now, peer, state);
    component_->on_peer(now, peer, state);
  }
  void on_ready(base::Now now, PeerId peer) override {
    tape_.call(Kind::kReady, now, peer);
    component_->on_ready(now, peer);
  }
  void on_message(base::Now now, const Principal& from, const Message& message, Last last) override {
    tape_.call(Kind::kMessage, now, from, message, last);
    component_->on_message(now, from, message, last);
  }
  void on_timer(base::Now now, TimerId id) override {
    tape_.call(Kind::kTimer, now, id);
    component_->on_timer(now, id);
  }
  void on_durable(base::Now now, CommitTag tag, const CommitResult& result) override {
    tape_.call(Kind::kDurable, now, tag, result);
    component_->on_durable(now, tag, result);
  }
  void on_rows(base::Now now, QueryTag tag, std::span<const Row> rows, Last last) override {
    tape_.call(Kind::kRows, now, tag, std::vector<Row>(rows.begin(), rows.end()), last);
    component_->on_rows(now, tag, rows, last);
  }

 private:
  void arm(TimerId id, base::Duration delay) override {
    tape_.call(Kind::kArm, id, delay);
    doors_.timers.arm(id, delay);
  }
  void cancel(TimerId id) override {
    tape_.call(Kind::kCancel, id);
    doors_.timers.cancel(id);
  }
  SendOutcome send(PeerId peer, const Message& message) override {
    const SendOutcome outcome = doors_.transport.send(peer, message);
    tape_.call(Kind::kSend, peer, message, outcome);
    return outcome;
  }
  void commit(CommitTag tag, Batch batch, ListEpoch epoch) override {
    tape_.call(Kind::kCommit, tag, batch, epoch);
    doors_.store.commit(tag, std::move(batch), epoch);
  }
  void open(QueryTag tag, Query query) override {
    tape_.call(Kind::kOpen, tag, query);
    doors_.store.open(tag, std::move(query));
  }
  void next(QueryTag tag, std::uint32_t count) override {
    tape_.call(Kind::kNext, tag, count);
    doors_.store.next(tag, count);
  }
  void close(QueryTag tag) override {
    tape_.call(Kind::kClose, tag);
    doors_.store.close(tag);
  }
  void follow(QueryTag tag, Table table, Since since) override {
    tape_.call(Kind::kFollow, tag, table, since);
    doors_.store.follow(tag, table, since);
  }
  std::uint64_t draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) override {
    const std::uint64_t value = doors_.entropy.draw(stream, entity, draw);
    tape_.call(Kind::kDraw, stream, entity, draw, value);
    return value;
  }

  Tape& tape_;
  const Doors doors_;
  std::unique_ptr<Component> component_;
};

Recording::Recording(std::ostream& out, const RecordHeader& header) : tape_(std::make_unique<Tape>(out, header)) {}

Recording::~Recording() { tape_->end(); }

std::unique_ptr<Component> Recording::make(const Factory& factory, const Doors& doors) {
  return std::make_unique<Recorded>(*tape_, factory, doors);
}

const std::optional<base::Error>& Recording::fault() const { return tape_->fault(); }

}  // namespace doors
