#include "conformance/oracle/clauses/hits_shown.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/parse/annex_a.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

constexpr std::string_view kNas = "nas", kVehicle = "mobile:";

}  // namespace

HitsShown::HitsShown(Docket& docket, ListIntake& intake) : intake_(intake), staff_(docket.of("5-q")), symbol_(docket.of("A-a")) {}

/// What an operator may see is all that any word of it gives, since a word of who is online need not repeat it.
void HitsShown::hear(const base::event::Operator& e) {
  Patterns& patterns = operators_[std::string(e.operator_name)];
  patterns.insert(patterns.end(), e.lists.begin(), e.lists.end());
  if (!e.lists_told && patterns.empty()) untold_.emplace(e.operator_name);
}

bool HitsShown::may_see(const Patterns& patterns, std::string_view list) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return fits(pattern, list); });
}

void HitsShown::delivered(base::Instant at, const HitOf& hit, std::string_view operator_name) {
  const Sighting where{at, hit.read_id, {}, {}, kNas};
  const std::string_view expected = "hits at operators alone who may see their list";
  const auto known = operators_.find(operator_name);
  const bool untold = hit.list.empty() || (known != operators_.end() && known->second.empty() && untold_.contains(operator_name));
  if (known == operators_.end() || untold) {
    staff_.undecided(where, expected, fmt::format("hit {} at {}, of which the evidence does not tell enough", hit.hit_id, operator_name));
  } else if (may_see(known->second, hit.list)) {
    staff_.met();
  } else {
    staff_.against(where, expected, fmt::format("hit {} for {} at {}", hit.hit_id, hit.list, operator_name));
  }
}

void HitsShown::hear(base::Instant at, const HitOf& hit, const base::event::SymbolShown& e) {
  if (e.component.starts_with(kVehicle)) return;   // in a vehicle it is the vehicle's doing, which is not judged yet
  const Sighting where{at, hit.read_id, {}, {}, kNas};
  if (hit.action && *hit.action != Action::kOther && !e.action.empty() && e.action != text_of(*hit.action)) {
    intake_.changed(where, fmt::format("the action of the entry: {}", text_of(*hit.action)),
                    fmt::format("{}, shown with hit {}", parse::shown(e.action), hit.hit_id));
  }
  const std::string_view text = parse::symbol_text_of(parse::code_of_file(hit.list));
  if (text.empty()) return;   // national data, or a list of nobody's
  any_symbol_ = true;
  if (e.text == text) return symbol_.met();
  symbol_.against(where, fmt::format("{} in the lower white part of the symbol, for {}", text, hit.list), parse::shown(e.text));
}

void HitsShown::conclude() {
  const bool divided = std::any_of(operators_.begin(), operators_.end(), [&](const auto& one) {
    return std::any_of(lists_with_hits_.begin(), lists_with_hits_.end(),
                       [&](const std::string& list) { return !may_see(one.second, list); });
  });
  if (!divided) staff_.missing("no operator is told of who may not see some list that gives hits");
  if (!any_symbol_) symbol_.missing("the evidence does not tell what was shown with a hit (symbol.shown)");
}

}  // namespace oracle
