// Which hits somebody asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reference/domain/hit.h"

namespace domain {

/// Which hits a subscriber asks for, of those it may see.
///
/// Shape:   patterns are names, or a beginning and `*` for all that begin so. `lists`: file names, or names of national data; empty: the
///          lists of the subscriber's own organisation. `cameras`: the area, as cameras "35-12-*"; empty: everywhere. `actions`: the
///          priority, "Stop" or "Assess"; empty: any.
struct Subscription {
  std::vector<std::string> lists;
  std::vector<std::string> cameras;
  std::vector<Action> actions;
  friend bool operator==(const Subscription&, const Subscription&) = default;
};

/// Whether a name fits a pattern.
[[nodiscard]] constexpr bool fits(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return pattern == name;
  return name.starts_with(pattern.substr(0, pattern.size() - 1));
}
[[nodiscard]] bool fits_any(const std::vector<std::string>& patterns, std::string_view name);

/// A subscriber: whose it is, and what it asks for.
struct Subscriber {
  std::string organisation;   ///< Annex A code
  Subscription wants;
};

/// What decides who is told of a hit.
struct HitTopic {
  std::string_view list;      ///< file name, or the name of national data: "pnc:extract"
  std::string_view owner;     ///< organisation of the list; of no meaning for national data
  DataSource source = DataSource::kVoi;
  std::string_view camera;    ///< "35-12-42"
  Action action = Action::kAssess;
};

/// Whether the subscriber may see such a hit, and asks for it: of lists its own organisation's, of national data what it names.
/// Source:  5-q; house, for whose lists: the text says "authorised" and leaves open by whom.
[[nodiscard]] bool is_told(const Subscriber& subscriber, const HitTopic& hit);

}  // namespace domain
