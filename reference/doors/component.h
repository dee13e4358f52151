// The doors of the reference core: everything that passes between a component and the world, as calls.
//
// A component (Nas, LeaGateway) is a single-threaded state machine. Whoever drives it calls in with Now{wall, mono}; it calls out
// through Timers, Transport, Store and Entropy, which it was handed at birth, and asks nothing else of the machine. The same
// archive therefore runs in simulated time, in real time, and from a record.
//
// Rules of the doors, for both sides:
// - no call works longer than 5 ms, so long work goes in slices over a timer of zero length;
// - no door calls back into the component before the component has returned;
// - completions come in any order, and a repeated one is legal and has no effect;
// - queues are bounded, and pressure is passed back (kWouldBlock, on_ready);
// - no completion of a component that has crashed reaches the one that takes its place;
// - of a connection that broke, whole messages may still be handed in later, but no further slice of a long one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "reference/base/bounded.h"
#include "reference/base/bytes.h"
#include "reference/base/instant.h"
#include "reference/domain/hit.h"

namespace doors {

using PeerId = base::Id<struct PeerIdTag>;        ///< a connection partner, numbered by the driver without gaps from 0 or 1
using TimerId = base::Id<struct TimerIdTag>;      ///< chosen by the component
using CommitTag = base::Id<struct CommitTagTag>;  ///< chosen by the component
using QueryTag = base::Id<struct QueryTagTag>;    ///< chosen by the component
using ListEpoch = base::Id<struct ListEpochTag>;  ///< counts the changes of VOI lists in a store

/// What a message is about: the call of the binding that it belongs to (docs/wire.md). A record knows each by its number.
enum class Channel : std::uint8_t {
  kRead,            ///< POST /v1/reads, one read
  kReadAnswer,      ///< 201 with an Acknowledgement, 422 with a Refusal, or 503 (try again): `status`
  kHit,             ///< an event of GET /v1/hits
  kHitAck,          ///< POST /v1/hits/{hit_id}/ack
  kVoiList,         ///< PUT /v1/voi-lists/{file name}; `name` holds the file name
  kVoiListAnswer,
  kCapture,         ///< GET /v1/reads/{capture_id}; `name` holds the capture id
  kCaptureAnswer,
  kVoiListRemoval,     ///< DELETE /v1/voi-lists/{file name}; answered by a kVoiListAnswer
  kNationalData,       ///< PUT /v1/pnc/{extract,schengen,mmc}; `name` as nas::NationalName has it
  kNationalDataAnswer,
  kPncQuery,           ///< GET /v1/pnc/fast-track/{vrm}, from NAS to the PNC; `name` holds the VRM
  kPncAnswer,
  kSubscription,       ///< the parameters of GET /v1/hits: which hits the speaker asks for (nas/subscription.h)
};

enum class Role : std::uint8_t { kCamera, kLea, kNas, kOperator, kListOwner, kAuditor, kPnc };

/// Who speaks: established by the driver (a certificate, a token, the scenario), never by what a message says.
struct Principal {
  PeerId peer;
  Role role = Role::kCamera;
  std::string organisation;  ///< Annex A code: "35"
  std::string name;          ///< "35-12-42", "lea:35", "op-cambs-1"
};

/// A value that crosses instead of its bytes, where the scenario samples (`wire: sampled 1/N`). Shared, because whoever must be able
/// to repeat a message keeps what the receiver is still reading.
using Value = std::variant<std::monostate, std::shared_ptr<const domain::Read>, std::shared_ptr<const domain::Acknowledgement>,
                           std::shared_ptr<const domain::Hit>>;

/// What a message or a stored row consists of: its bytes and its images, or a value of exactly that weight.
///
/// Shape:   either `text` is set, or `value` holds a value; images stand in `plate_patch` and `overview` with the text, in the
///          read itself with a value. `size_bytes` is what crosses a link: text and images.
struct Content {
  base::Bytes text;
  base::Bytes plate_patch;
  base::Bytes overview;
  Value value;
  std::uint32_t size_bytes = 0;

  [[nodiscard]] bool is_value() const { return value.index() != 0; }
  /// Equal bytes; two values are equal where they are one and the same object.
  friend bool operator==(const Content&, const Content&) = default;
};

/// How a message may travel: its sender's hint to who carries it. The receiver treats all alike.
enum class Posting : std::uint8_t {
  kSingle,  ///< as soon as it can; over HTTP a request of its own
  kBulk,    ///< one of many: those that lie directly behind one another may travel, and arrive, together; over HTTP they are the lines
            ///< of one POST of application/x-ndjson, or the parts of one body
};

/// A message, or a slice of a long one.
///
/// Shape:   `exchange` pairs a request with its answer, as a connection's streams do over HTTP/2. Who asks chooses it and uses it for
///          no other request, not even after a restart, for an answer may come late; what was asked before a break need not be
///          answered after it. `status` is the answer's HTTP status, 0 in a request.
struct Message {
  Channel channel = Channel::kRead;
  std::uint64_t exchange = 0;
  std::uint16_t status = 0;
  std::string name;
  Content content;
  Posting posting = Posting::kSingle;
  friend bool operator==(const Message&, const Message&) = default;
};

enum class PeerState : std::uint8_t { kDown, kUp };
enum class Last : std::uint8_t { kNo, kYes };
enum class SendOutcome : std::uint8_t { kAccepted, kWouldBlock, kDown };

// ---- the store -----------------------------------------------------------------------------------------------------------

enum class Table : std::uint8_t {
  kCaptures,   ///< NAS: reads as they came, by capture id
  kOutbox,     ///< NAS: hits that a subscriber has not acknowledged, by subscriber and number
  kLists,      ///< NAS: which version of a list is in force, by file name
  kRefused,    ///< NAS: reads that were refused, as they came
  kBuffer,     ///< LEA gateway: reads that NAS has not acknowledged
  kOperators,  ///< NAS: the operators it has met, by name, so that one who is away misses no hit. LEA gateway: what it asks NAS for
  kListParts,  ///< NAS: the rows of lists, by upload and number of the part
  kUploads,    ///< NAS: uploads of which parts are stored and which are not whole, by upload
  kWeeded,     ///< NAS: which entries were weeded, by upload, day and part
  kHits,       ///< LEA gateway: the hits that NAS told it of, by hit id
};

/// A row of a table.
///
/// Shape:   a numbered row's `key` is who counts, such as an operator: with the row the store keeps, in the same commit, the next number
///          of that key's own counter, from 1, and the row lies under numbered_key().
struct Row {
  Table table = Table::kCaptures;
  std::string key;
  Content content;
  bool is_numbered = false;
  friend bool operator==(const Row&, const Row&) = default;
};

/// Rows that are stored together, or, where a row with the first one's table and key is already there, not at all.
struct Unit {
  std::vector<Row> rows;
  friend bool operator==(const Unit&, const Unit&) = default;
};

/// "op-cambs-1/000000000000001f": in order of text as in order of number.
[[nodiscard]] std::string numbered_key(std::string_view who, std::uint64_t number);
/// Who and number of such a key; nothing where it is none.
struct Numbered {
  std::string_view who;
  std::uint64_t number = 0;
};
[[nodiscard]] std::optional<Numbered> parse_numbered_key(std::string_view key);

struct Key {
  Table table = Table::kCaptures;
  std::string key;
  friend bool operator==(const Key&, const Key&) = default;
};

/// One transaction: all of it becomes durable, or none.
struct Batch {
  std::vector<Unit> units;
  std::vector<Key> erased;
  std::vector<Key> erased_under;       ///< all rows of the table whose key begins so
  std::vector<Row> replaced;     ///< stored whether or not the key is there
  bool advances_list_epoch = false;   ///< the store's list epoch becomes the next one
  friend bool operator==(const Batch&, const Batch&) = default;
};

enum class CommitOutcome : std::uint8_t {
  kDurable,
  kFailed,      ///< nothing was stored: read-only, full disk
  kUnknown,     ///< stored or not, the answer was lost: the same batch may be committed again
  kStaleEpoch,  ///< nothing was stored: the lists have changed since the commit's epoch; match again
};

/// How a commit ended. `already` holds the indices of units that were there already, in order; set for kDurable alone.
struct CommitResult {
  CommitOutcome outcome = CommitOutcome::kDurable;
  std::vector<std::uint32_t> already;
  ListEpoch epoch;  ///< the store's list epoch after the commit
};

/// Rows of a table in order of key: the one with `key`; where that is empty, all that begin with `prefix` and come after `after`.
struct Query {
  Table table = Table::kCaptures;
  std::string key;
  std::string prefix = {};
  std::string after = {};
  friend bool operator==(const Query&, const Query&) = default;
};

/// Where a follow begins.
enum class Since : std::uint8_t { kBeginning, kNow };

/// What a component finds on start: whether its store holds anything from before, and the list epoch.
struct Recovered {
  bool after_restart = false;
  ListEpoch epoch;
};

// ---- doors out -------------------------------------------------------------------------------------------------------------

class Timers {
 public:
  virtual ~Timers() = default;
  /// Calls on_timer(id) after `delay` of mono time. Arming again moves the timer.
  virtual void arm(TimerId id, base::Duration delay) = 0;
  virtual void cancel(TimerId id) = 0;
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// Hands a message to the connection with `peer`; messages to one peer arrive in order or not at all. After kWouldBlock
  /// nothing was taken, and on_ready(peer) follows; after kDown nothing was taken, and on_peer(peer, kUp) may follow.
  [[nodiscard]] virtual SendOutcome send(PeerId peer, const Message& message) = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  /// Answers with on_durable(tag, ...). Where the batch holds captures or advances the list epoch, it is stored under that `epoch` or not
  /// at all: kStaleEpoch.
  virtual void commit(CommitTag tag, Batch batch, ListEpoch epoch) = 0;
  /// Opens a query; nothing comes before next(). A tag of an open query is not used again until it is closed.
  virtual void open(QueryTag tag, Query query) = 0;
  /// Answers with on_rows(tag, at most `count` rows, last).
  virtual void next(QueryTag tag, std::uint32_t count) = 0;
  virtual void close(QueryTag tag) = 0;
  /// From now on every commit that changes rows of `table`, whoever made it, is told by on_rows(tag, ..., kNo), in order of commit, an
  /// erased row as one without content; with kBeginning first all rows that are there, at once. This is how front ends on one
  /// store hold the same match index and send each other's hits.
  virtual void follow(QueryTag tag, Table table, Since since) = 0;
};

class Entropy {
 public:
  virtual ~Entropy() = default;
  /// The `draw`-th 64-bit value of an entity's stream. Counter-based: the same arguments give the same value, in any order.
  [[nodiscard]] virtual std::uint64_t draw(std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) = 0;
};

/// The doors a component is handed. They outlive it.
struct Doors {
  Timers& timers;
  Transport& transport;
  Store& store;
  Entropy& entropy;
};

// ---- doors in --------------------------------------------------------------------------------------------------------------

class Component {
 public:
  virtual ~Component() = default;
  virtual void on_start(base::Now now, const Recovered& recovered) = 0;
  virtual void on_peer(base::Now now, const Principal& peer, PeerState state) = 0;
  virtual void on_ready(base::Now now, PeerId peer) = 0;
  virtual void on_message(base::Now now, const Principal& from, const Message& message, Last last) = 0;
  virtual void on_timer(base::Now now, TimerId id) = 0;
  virtual void on_durable(base::Now now, CommitTag tag, const CommitResult& result) = 0;
  virtual void on_rows(base::Now now, QueryTag tag, std::span<const Row> rows, Last last) = 0;
};

/// Makes a component behind these doors: for the first time, or again after a crash.
using Factory = std::function<std::unique_ptr<Component>(const Doors&)>;

}  // namespace doors
