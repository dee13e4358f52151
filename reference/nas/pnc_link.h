// The live link to the PNC: a query for each read, and how a link that is dead or hangs is found out in time (clause 4).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/domain/hit.h"
#include "reference/nas/options.h"

namespace nas {

/// Asks the PNC what it holds of a VRM. A link that is down, full, or has left a query without an answer for `pnc_timeout` counts as
/// unavailable: nothing is asked then but a probe every `pnc_probe_every`, and any answer makes it available again.
///
/// Source:  4-d; R-17: noticed within the 2 s of 6-d, since pnc_timeout is a quarter of it.
class PncLink {
 public:
  PncLink(const doors::Doors& doors, doors::Peers& peers, const NasOptions& options) : doors_(doors), peers_(peers), options_(options) {}

  /// Exchange numbers count from here, and so meet none of a former life.
  void begin(base::Now now) { exchange_ = static_cast<std::uint64_t>(now.wall.ns); }
  void on_peer(doors::PeerId peer, doors::PeerState state);
  /// The exchange of a query for this VRM; none where the link is not available.
  [[nodiscard]] std::optional<std::uint64_t> ask(const domain::Vrm& vrm);
  /// The entries that an answer holds; none where it is of no use. The link is available again.
  [[nodiscard]] std::optional<std::vector<domain::VoiEntry>> read(const doors::Message& answer);
  /// A query had no answer in time.
  void on_timed_out();
  void probe();

 private:
  [[nodiscard]] std::optional<std::uint64_t> send(std::string vrm);

  const doors::Doors& doors_;
  doors::Peers& peers_;
  const NasOptions& options_;
  std::optional<doors::PeerId> peer_;   ///< while connected
  std::uint64_t exchange_ = 0;
  bool hangs_ = false;
};

}  // namespace nas
