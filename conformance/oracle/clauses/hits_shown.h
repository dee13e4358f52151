// To whom hits go, and what is shown with them: 5-q authorised staff alone, A-a the text in the symbol.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/clauses/clause_5_lists.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"

namespace oracle {

/// A hit, as far as it matters who sees it.
struct HitOf {
  std::string_view hit_id;
  std::string_view list;            ///< file name, or pnc: and a source
  std::string_view read_id;
  std::optional<Action> action;     ///< of its entry, where the evidence tells
};

/// Shape:   5-q: one observation a delivery of a hit to an operator; against where none of the operator's lists means the hit's. A-a: one a
///          symbol shown with the hit of a list that has a code of Annex A. An action that is shown and is not the entry's is a change of
///          what was uploaded (5-m).
class HitsShown {
 public:
  HitsShown(Docket& docket, ListIntake& intake);

  void hear(const base::event::Operator& e);
  void sent(std::string_view list) { lists_with_hits_.emplace(list); }
  void delivered(base::Instant at, const HitOf& hit, std::string_view operator_name);
  void hear(base::Instant at, const HitOf& hit, const base::event::SymbolShown& e);
  void conclude();

 private:
  using Patterns = std::vector<std::string>;
  [[nodiscard]] static bool may_see(const Patterns& patterns, std::string_view list);

  ListIntake& intake_;
  Tally& staff_;
  Tally& symbol_;
  std::map<std::string, Patterns, std::less<>> operators_;
  std::set<std::string, std::less<>> untold_;   ///< operators of whom it was said that they are there, and not what they may see
  std::set<std::string, std::less<>> lists_with_hits_;
  bool any_symbol_ = false;
};

}  // namespace oracle
