#include "reference/doors/replayer.h"

#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "reference/doors/record_reader.h"

namespace doors {
namespace {

using record::Kind;

constexpr std::string_view kNothing = "no further call out";

template <class... Parts>
std::string read_and_describe(record::Reader& reader, Kind kind, Parts... parts) {
  reader.read(parts...);
  return record::describe(kind, parts...);
}

/// The next call out of the record, as text. It is taken.
std::string describe_next(record::Reader& reader) {
  const Kind kind = reader.peek();
  reader.take();
  switch (kind) {
    case Kind::kArm: return read_and_describe(reader, kind, TimerId{}, base::Duration{});
    case Kind::kCancel: return read_and_describe(reader, kind, TimerId{});
    case Kind::kSend: return read_and_describe(reader, kind, PeerId{}, Message{});
    case Kind::kCommit: return read_and_describe(reader, kind, CommitTag{}, Batch{}, ListEpoch{});
    case Kind::kOpen: return read_and_describe(reader, kind, QueryTag{}, Query{});
    case Kind::kNext: return read_and_describe(reader, kind, QueryTag{}, std::uint32_t{});
    case Kind::kClose: return read_and_describe(reader, kind, QueryTag{});
    case Kind::kFollow: return read_and_describe(reader, kind, QueryTag{}, Table{}, Since{});
    case Kind::kDraw: return read_and_describe(reader, kind, std::uint64_t{}, std::uint64_t{}, std::uint64_t{});
    default: return std::string(kNothing);
  }
}

/// The doors of a replay: they compare each call with the record's next, and return what is recorded. After a divergence, or past the
/// end of the record, they do nothing until the component has returned.
class ReplayDoors final : public Timers, public Transport, public Store, public Entropy {
 public:
  ReplayDoors(record::Reader& reader, Replay& replay) : reader_(reader), replay_(replay) {}

  void arm(TimerId id, base::Duration delay) override { compare(Kind::kArm, id, delay); }
  void cancel(TimerId id) override { compare(Kind::kCancel, id); }
  SendOutcome send(PeerId peer, const Message& message) override {
    SendOutcome outcome = SendOutcome::kDown;
    if (compare(Kind::kSend, peer, message)) reader_.read(outcome);
    return outcome;
  }
  void commit(CommitTag tag, Batch batch, ListEpoch epoch) override { compare(Kind::kCommit, tag, batch, epoch); }
  void open(QueryTag tag, Query query) override { compare(Kind::kOpen, tag, query); }
  void next(QueryTag tag, std::uint32_t count) override { compare(Kind::kNext, tag, count); }
  void close(QueryTag tag) override { compare(Kind::kClose, tag); }
  void follow(QueryTag tag, Table table, Since since) override { compare(Kind::kFollow, tag, table, since); }
  std::uint64_t draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) override {
    std::uint64_t value = 0;
    if (compare(Kind::kDraw, stream, entity, draw)) reader_.read(value);
    return value;
  }

  /// The component has returned: the record must have no call out left before the next call in.
  void returned() {
    if (replay_.divergence || !record::is_call_out(reader_.peek())) return;
    diverge(describe_next(reader_), std::string(kNothing));
  }

 private:
  template <class... Parts>
  bool compare(Kind kind, const Parts&... got) {
    if (replay_.divergence || reader_.state() != record::ReadState::kGood) return false;
    const Kind next = reader_.peek();
    if (reader_.state() != record::ReadState::kGood) return false;   // nothing says what the component should do here
    ++replay_.calls_out;
    if (next != kind) {
      diverge(describe_next(reader_), record::describe(kind, got...));
      return false;
    }
    reader_.take();
    std::tuple<Parts...> expected;
    std::apply([this](auto&... parts) { reader_.read(parts...); }, expected);
    if (reader_.state() != record::ReadState::kGood) return false;
    if (expected == std::tie(got...)) return true;
    diverge(std::apply([&](const auto&... parts) { return record::describe(kind, parts...); }, expected), record::describe(kind, got...));
    return false;
  }

  void diverge(std::string expected, std::string got) {
    if (expected == got) got += " (the two differ in a field too long to be shown, or one holds a value)";
    replay_.divergence = {replay_.calls_in + replay_.calls_out, std::move(expected), std::move(got)};
  }

  record::Reader& reader_;
  Replay& replay_;
};

/// Feeds the calls in.
class Player {
 public:
  Player(std::istream& in, const Factory& factory) : reader_(in), doors_(reader_, replay_), factory_(factory) {}

  base::Result<Replay> run() {
    while (!replay_.divergence && reader_.state() == record::ReadState::kGood) {
      const Kind kind = reader_.peek();
      reader_.take();
      if (kind == Kind::kEnd) break;
      if (kind == Kind::kVoid) return base::fail(kRecordVoid);
      if (!feed(kind)) return damaged();
      doors_.returned();
    }
    if (reader_.state() == record::ReadState::kDamaged) return damaged();
    if (replay_.calls_in == 0) return base::fail(kRecordEmpty, "found none behind the first line");
    replay_.cut_short = reader_.state() == record::ReadState::kCutShort;
    return replay_;
  }

 private:
  /// False where this is no call in, or there is no component to take it.
  bool feed(Kind kind) {
    if (kind != Kind::kBorn && !component_) return false;
    switch (kind) {
      case Kind::kBorn: return born();
      case Kind::kStart: return call(&Component::on_start, Recovered{});
      case Kind::kPeer: return call(&Component::on_peer, Principal{}, PeerState{});
      case Kind::kReady: return call(&Component::on_ready, PeerId{});
      case Kind::kMessage: return call(&Component::on_message, Principal{}, Message{}, Last{});
      case Kind::kTimer: return call(&Component::on_timer, TimerId{});
      case Kind::kDurable: return call(&Component::on_durable, CommitTag{}, CommitResult{});
      case Kind::kRows: return call(&Component::on_rows, QueryTag{}, std::vector<Row>{}, Last{});
      default: return false;
    }
  }

  bool born() {
    component_.reset();
    ++replay_.calls_in;
    component_ = factory_({doors_, doors_, doors_, doors_});
    return true;
  }

  template <class Method, class... Parts>
  bool call(Method method, Parts... parts) {
    base::Now now{};
    reader_.read(now, parts...);
    if (reader_.state() != record::ReadState::kGood) return reader_.state() == record::ReadState::kCutShort;
    ++replay_.calls_in;
    (component_.get()->*method)(now, parts...);
    return true;
  }

  [[nodiscard]] tl::unexpected<base::Error> damaged() const {
    return base::fail(kRecordDamaged, fmt::format("at byte {} of the calls", reader_.position()));
  }

  Replay replay_;
  record::Reader reader_;
  ReplayDoors doors_;
  const Factory& factory_;
  std::unique_ptr<Component> component_;
};

}  // namespace

base::Result<Replay> replay(std::istream& record, const Factory& factory) { return Player(record, factory).run(); }

}  // namespace doors
