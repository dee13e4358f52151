#include "reference/domain/hit.h"

#include <algorithm>
#include <array>

#include "reference/domain/standard_words.h"

namespace domain {
namespace {

constexpr std::array<std::string_view, 5> kSources{"voi", "fast-track", "extract", "schengen", "mmc"};   // by DataSource

}  // namespace

std::string_view text_of(Action action) { return standard_words()[static_cast<std::size_t>(action)].word; }

std::optional<Action> find_action(std::string_view word) {
  for (const Action action : {Action::kStop, Action::kAssess, Action::kNoAlert}) {
    if (text_of(action) == word) return action;
  }
  return std::nullopt;
}

std::string_view text_of(DataSource source) { return kSources[static_cast<std::size_t>(source)]; }

std::optional<DataSource> find_data_source(std::string_view word) {
  const auto found = std::ranges::find(kSources, word);
  if (found == kSources.end()) return std::nullopt;
  return static_cast<DataSource>(found - kSources.begin());
}

}  // namespace domain
