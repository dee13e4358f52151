// The truth of links and components: when what was down.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reference/base/witness.h"

namespace oracle {

/// What a read or hit passes on its way. Empty names stand for what is not on it.
struct Path {
  std::string_view camera;         ///< "35-12-42"; links name it "camera:35-12-42" or so, or "mobile:35-12" with all of its unit
  std::string_view lea;            ///< "lea:35"
  std::string_view operator_name;
};

/// Failures of links and components, from the evidence.
class Outages {
 public:
  void hear(base::Instant at, const base::event::Link& e);
  void hear(base::Instant at, const base::event::Component& e);
  /// Whoever is not online has nothing delivered.
  void hear(base::Instant at, const base::event::Operator& e);

  [[nodiscard]] bool any() const { return !outages_.empty(); }
  /// Whether something on the path was down at some moment from `from` to `to`, both included. A link is on the path where both its ends
  /// are; NAS and "core", the network itself, always are. Where no LEA component is told, a link from the camera to one is.
  /// Source:  R-11.
  [[nodiscard]] bool overlap(const Path& path, base::Instant from, base::Instant to) const;

 private:
  /// Of a component where `to_name` is empty.
  struct Outage {
    std::string from_name, to_name;
    base::Instant from, to;
    bool over = false;
  };
  void turn(base::Instant at, std::string_view from_name, std::string_view to_name, bool up);

  std::vector<Outage> outages_;
};

}  // namespace oracle
