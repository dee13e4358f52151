#include "reference/domain/hit.h"

#include "reference/domain/standard_words.h"

namespace domain {

std::string_view text_of(Action action) { return standard_words()[static_cast<std::size_t>(action)].word; }

std::optional<Action> find_action(std::string_view word) {
  for (const Action action : {Action::kStop, Action::kAssess, Action::kNoAlert}) {
    if (text_of(action) == word) return action;
  }
  return std::nullopt;
}

}  // namespace domain
