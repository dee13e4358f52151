// To whom hits go, and what is shown with them: 5-q authorised staff alone, A-a the text in the symbol.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/oracle/clauses/clause_5_lists.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/subscriptions.h"

namespace oracle {

/// A hit, as far as it matters who sees it.
struct HitOf {
  std::string_view hit_id;
  std::string_view read_id;
  HitTopic topic;
  Stretch matched;    ///< from the receipt of its read to when it was sent: in between it was decided who is told of it
};

/// Whether more may still be told of a hit's entry.
enum class MoreToCome : std::uint8_t { kNo, kYes };

/// Shape:   5-q: one observation a delivery of a hit to an operator; against where the operator may not see the hit's list, or asked for
///          another area or priority. A-a: one a symbol shown with the hit of a list that has a code of Annex A. An action that is
///          shown and is not the entry's is a change of what was uploaded (5-m).
class HitsShown {
 public:
  HitsShown(Docket& docket, const Subscriptions& subscriptions, ListIntake& intake);

  /// Says whether it was judged: with more to come, what hangs on what is not told yet is not.
  bool delivered(base::Instant at, const HitOf& hit, std::string_view operator_name, MoreToCome more);
  void hear(base::Instant at, const HitOf& hit, const base::event::SymbolShown& e);
  /// A hit of the whole evidence, whoever was told of it.
  void was(const HitOf& hit) { divided_ = divided_ || subscriptions_.is_kept_from_somebody(hit.topic, hit.matched); }
  void conclude();

 private:
  const Subscriptions& subscriptions_;
  ListIntake& intake_;
  Tally& staff_;
  Tally& symbol_;
  bool divided_ = false;      ///< there was a hit that somebody may not see
  bool any_symbol_ = false;
};

}  // namespace oracle
