#include "conformance/oracle/clauses/hits_shown.h"

#include <fmt/format.h>

#include "conformance/oracle/components.h"
#include "conformance/oracle/parse/annex_a.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

/// A hit in words: its list, and what of area and priority is told.
std::string words_of(const HitOf& hit) {
  std::string words = fmt::format("hit {} for {}", hit.hit_id, hit.topic.list);
  if (!hit.topic.camera.empty()) words += fmt::format(" by {}", hit.topic.camera);
  if (hit.topic.action && *hit.topic.action != Action::kOther) words += fmt::format(", {}", text_of(*hit.topic.action));
  return words;
}

}  // namespace

HitsShown::HitsShown(Docket& docket, const Subscriptions& subscriptions, ListIntake& intake)
    : subscriptions_(subscriptions), intake_(intake), staff_(docket.of("5-q")), symbol_(docket.of("A-a")) {}

bool HitsShown::delivered(base::Instant at, const HitOf& hit, std::string_view operator_name, MoreToCome more) {
  const Sighting where{at, hit.read_id, {}, {}, kNas};
  const std::string_view expected = "hits at operators alone who may see their list, and ask for their area and priority";
  std::optional<Asks> may = subscriptions_.may_see(operator_name, hit.topic, hit.matched);
  if (hit.topic.list.empty()) may.reset();
  if (may == Asks::kMaybe && more == MoreToCome::kYes) return false;
  if (!may || may == Asks::kMaybe) {
    staff_.undecided(where, expected, fmt::format("hit {} at {}, of which the evidence does not tell enough", hit.hit_id, operator_name));
  } else if (may == Asks::kYes) {
    staff_.met();
  } else {
    staff_.against(where, expected, fmt::format("{} at {}", words_of(hit), operator_name));
  }
  return true;
}

void HitsShown::hear(base::Instant at, const HitOf& hit, const base::event::SymbolShown& e) {
  if (is_unit(e.component)) return;   // in a vehicle it is the vehicle's doing, which is not judged yet
  const Sighting where{at, hit.read_id, {}, {}, kNas};
  const std::optional<Action> action = hit.topic.action;
  if (action && *action != Action::kOther && !e.action.empty() && e.action != text_of(*action)) {
    intake_.changed(where, fmt::format("the action of the entry: {}", text_of(*action)),
                    fmt::format("{}, shown with hit {}", parse::shown(e.action), hit.hit_id));
  }
  const std::string_view text = parse::symbol_text_of(parse::code_of_file(hit.topic.list));
  if (text.empty() || !e.text_told) return;   // national data, or a list of nobody's; or an action alone is told
  any_symbol_ = true;
  if (e.text == text) return symbol_.met(where);
  symbol_.against(where, fmt::format("{} in the lower white part of the symbol, for {}", text, hit.topic.list), parse::shown(e.text));
}

void HitsShown::conclude() {
  if (!divided_) staff_.missing("no operator is told of who may not see some hit, by its list, area or priority");
  if (!any_symbol_) symbol_.missing("the evidence does not tell what was shown with a hit (symbol.shown)");
}

}  // namespace oracle
