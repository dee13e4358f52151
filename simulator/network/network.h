// The network between the components: connections as FIFO byte streams over links that share, fail and come back.
//
// Nodes are joined in a star of LEA zones: each camera by its uplink to its LEA site, each LEA site by its WAN link to the NAS
// front end, operators by theirs. SimGrid holds the platform and, in `flow`, shares bandwidth; nothing outside this room
// includes it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "reference/base/bounded.h"
#include "simulator/kernel/kernel.h"

namespace network {

using NodeId = base::Id<struct NodeIdTag>;
using LinkId = base::Id<struct LinkIdTag>;
using ConnectionId = base::Id<struct ConnectionIdTag>;

/// How a message crosses.
enum class Fidelity : std::uint8_t {
  kQueue,  ///< closed form over FIFO links, in integers
  kFlow,   ///< a SimGrid Comm that shares links with every other
};

/// Whether a message crosses alone or with its neighbours.
enum class Crossing : std::uint8_t {
  kSingle,
  kBatched,  ///< in one Comm or passage with the batched messages directly behind it that wait when the wire comes free
};

/// The most that crosses as one batch where others may wait behind it. Source: house. On a WAN link of 10 Mbit/s it holds the wire for
/// 0.84 s, so that a fresh read behind it keeps more than half of the 2 s it has to reach NAS (6-c, 7-d).
inline constexpr std::uint64_t kBatchBytesMax = std::uint64_t{1} << 20;

/// What a connection is like. `window_bytes`: how many bytes accepted and not yet delivered it holds before kWouldBlock; one message may
/// be larger, where nothing else is held. `batch_bytes_max`: how many cross as one batch; a message that is larger crosses alone.
struct Way {
  Fidelity fidelity = Fidelity::kQueue;
  std::uint64_t window_bytes = 0;
  std::uint64_t batch_bytes_max = kBatchBytesMax;
};

/// A link, the same in both directions, each with its own bandwidth. Units: bits a second; latency one way.
struct LinkSpec {
  std::string name;
  std::uint64_t bandwidth_bit_s = 0;
  base::Duration latency;
};

/// The platform, before it is sealed. Zone 0 is the core (NAS front end, operators); each LEA is a zone with its own.
struct PlatformSpec {
  struct Node {
    std::string name;
    std::uint32_t zone = 0;
    LinkId uplink;  ///< joins it to the hub of its zone
  };
  struct Zone {
    std::string name;
    LinkId uplink;  ///< joins its hub to the core; not looked at for zone 0
  };
  std::vector<LinkSpec> links;
  std::vector<Zone> zones;
  std::vector<Node> nodes;
};

enum class SendOutcome : std::uint8_t { kAccepted, kWouldBlock, kDown };

/// Who is told what a connection does. Every call comes from an event of the kernel at its now(), never from within send() or
/// set_link(); within a call everything of Network may be used.
class Listener {
 public:
  virtual ~Listener() = default;
  /// The message has arrived whole, and so has the batch that it crossed in. In order of sending.
  virtual void on_delivered(ConnectionId connection, std::uint64_t tag) = 0;
  /// There is room again for the message that was last told kWouldBlock.
  virtual void on_ready(ConnectionId connection) = 0;
  /// The connection broke: every message accepted and not yet delivered is lost (the sender is not told which arrived), with their
  /// tags in `lost`, in order; or it is up again. Comes at the instant of set_link(), after it has returned: is_up() and send()
  /// know at once. A link that is cut and healed within one instant gives both calls, in order.
  virtual void on_state(ConnectionId connection, bool up, const std::vector<std::uint64_t>& lost) = 0;
};

/// Connections over a platform. Each goes one way; an answer needs another.
class Network {
 public:
  virtual ~Network() = default;

  /// A connection from a node to another.
  virtual ConnectionId connect(NodeId from, NodeId to, const Way& way, Listener& listener) = 0;
  /// `bytes` at least 1. The tag comes back with on_delivered, or with on_state in `lost`: once, in one of the two. Batched messages of
  /// one instant go together on a wire that is free.
  [[nodiscard]] virtual SendOutcome send(ConnectionId connection, std::uint64_t bytes, std::uint64_t tag,
                                         Crossing crossing = Crossing::kSingle) = 0;

  /// Cuts a link in both directions, or heals it. A connection is up where every link of its route is.
  virtual void set_link(LinkId link, bool up) = 0;
  [[nodiscard]] virtual bool is_up(ConnectionId connection) const = 0;

  /// The sum of the latencies along the route: no message is faster.
  [[nodiscard]] virtual base::Duration latency(ConnectionId connection) const = 0;
  /// How long a message of this size takes on an idle route.
  [[nodiscard]] virtual base::Duration idle_transit(ConnectionId connection, std::uint64_t bytes) const = 0;

  /// How often a single message or a batch went on the wire of a connection of this fidelity: in kFlow, how many Comms were started.
  [[nodiscard]] virtual std::uint64_t crossings(Fidelity fidelity) const = 0;

  /// Lets the kernel's events and the network's own happen, in order, up to and including `until`.
  virtual void run_until(base::Instant until) = 0;
};

/// Builds the platform. With kQueue alone no SimGrid simulation runs; only its platform and routes are asked. With kFlow,
/// connections of both fidelities can be had; those of kQueue take no bandwidth from flows.
///
/// A process makes any number of networks, but only one with kFlow may live at a time: SimGrid has one engine, and one clock. A
/// scenario gives the same on each of them (docs/network.md). The kernel must outlive the network, and must not run on without it.
[[nodiscard]] std::unique_ptr<Network> make_network(const PlatformSpec& platform, Fidelity fidelity, kernel::Kernel& kernel);

}  // namespace network
