// When hits were there: the budgets 6-b and 6-d, by each reading of where a hit's way begins and ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/clauses/clause_6_budgets.h"

namespace oracle {

/// What is remembered of a read whose hits are timed.
struct Traced {
  std::string read_id, camera, lea;
  std::optional<Stamp> captured, sent, at_lea, received;
  bool mobile = false;
  bool buffered = false;   ///< something on its way to NAS was down while it was due there
};
/// What is remembered of a hit.
struct HitTrail {
  Stamp sent;
  std::vector<std::uint16_t> delivered_to, acknowledged_by;   ///< operators
};

/// A hit of which nothing more is to come: its trails, one for each id that its read and entry were given, and who asked for it.
struct Owed {
  const Traced& read;
  const std::vector<const HitTrail*>& trails;    ///< not empty
  std::vector<std::string_view> operators;
};

/// Observes each hit once an operator. Delivered means: received by the operator's client, sent by NAS, or acknowledged by the person
/// captured: when the plate crossed the read line, or at the latest when the read was sent.
class HitTimes {
 public:
  HitTimes(Tally& capture_to_hit, Tally& nas_to_hit, const Outages& outages);

  [[nodiscard]] Traced traced(const ReadState& read, std::string read_id) const;
  void calibrate(base::Duration uncertainty);
  /// Whether somebody is among those of a trail.
  [[nodiscard]] bool has(const std::vector<std::uint16_t>& operators, std::string_view name) const;
  void sent(const Traced& read, HitTrail& hit, const Stamp& at);
  void delivered(const Traced& read, HitTrail& hit, std::string_view operator_name, const Stamp& at);
  void acknowledged(const Traced& read, HitTrail& hit, std::string_view operator_name, const Stamp& at);
  /// Nothing more is to be waited for (`whole`), or the evidence just ends: then, where it never tells of a delivery to somebody, it is
  /// silent on them.
  void close(const Owed& owed, base::Instant at, bool whole);
  void conclude();

 private:
  enum End : std::uint8_t { kReceived, kSent, kAcknowledged };   // alternatives of R-10
  /// Tells of a hit by each way to take where it begins.
  template <class Tell>
  void by_each_budget(End end, const Traced& read, const HitTrail& hit, std::string_view operator_name, std::optional<Stamp> delivered,
                      Tell tell);
  void observe(End end, const Traced& read, const HitTrail& hit, std::string_view operator_name, const Stamp& to);
  void overdue(End end, const Traced& read, const HitTrail& hit, std::string_view operator_name, base::Instant now);
  [[nodiscard]] bool first_of(std::vector<std::uint16_t>& operators, std::string_view name);
  [[nodiscard]] std::uint16_t number_of(std::string_view name);

  const Outages& outages_;
  Budget capture_to_hit_, nas_to_hit_;
  Budget::Measure from_pass_[3], from_sending_[3], from_nas_[3];   // by end
  std::vector<std::string> operators_;
  std::vector<bool> any_delivered_, any_acknowledged_;   ///< by operator
};

}  // namespace oracle
