#include "reference/domain/hit.h"

#include <array>

namespace domain {

namespace {

constexpr std::array<std::string_view, 3> kWords{"Stop", "Assess", "No Alert"};

}  // namespace

std::string_view text_of(Action action) { return kWords[static_cast<std::size_t>(action)]; }

std::optional<Action> find_action(std::string_view word) {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == word) return static_cast<Action>(i);
  }
  return std::nullopt;
}

}  // namespace domain
