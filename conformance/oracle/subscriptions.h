// Who asked for which hits, and since when, as the evidence tells it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/entries.h"
#include "reference/base/witness.h"

namespace oracle {

/// What decides who is told of a hit. What the evidence does not tell is empty, or no action.
struct HitTopic {
  std::string_view list;         ///< file name, or pnc: and a source
  std::string_view camera;       ///< "35-12-42"
  std::optional<Action> action;  ///< of the entry
};

/// A stretch of time, both ends included.
struct Stretch {
  base::Instant from, to;
};

/// Whether somebody asks for a hit; kMaybe where that hangs on what is not told.
enum class Asks : std::uint8_t { kNo, kMaybe, kYes };

/// Operators, and LEAs that subscribe, by what the last word of each asks for: hits of lists, in an area, of a priority.
///
/// Shape:   a word that says nothing of lists changes nothing, since a word of who is online need not repeat what was said; one of no
///          list asks for nothing any more. The first word of somebody may have been true before it was told.
class Subscriptions {
 public:
  void hear(base::Instant at, const base::event::Operator& e);

  /// Whether somebody asked for such hits all through a stretch, so that one is owed.
  [[nodiscard]] bool is_awaited(const HitTopic& hit, const Stretch& when) const;
  /// Likewise, who all.
  [[nodiscard]] std::vector<std::string_view> awaiting(const HitTopic& hit, const Stretch& when) const;

  /// Whether somebody asked for such hits at some moment of a stretch, so that one may be theirs. Nothing where the evidence does not tell
  /// what they may see.
  [[nodiscard]] std::optional<Asks> may_see(std::string_view name, const HitTopic& hit, const Stretch& when) const;
  /// Whether there is anybody who surely may not.
  [[nodiscard]] bool is_kept_from_somebody(const HitTopic& hit, const Stretch& when) const;

 private:
  /// What somebody asks for from `since` to before `until`.
  struct Wish {
    std::vector<std::string> lists, cameras, actions;
    base::Instant since, until;
  };
  struct Known {
    std::vector<Wish> wishes;  ///< oldest first
    bool lists_told = false;
  };
  [[nodiscard]] static Asks asks(const Wish& wish, const HitTopic& hit);
  [[nodiscard]] static bool awaits(const Known& known, const HitTopic& hit, const Stretch& when);
  [[nodiscard]] static Asks may_see(const Known& known, const HitTopic& hit, const Stretch& when);

  std::map<std::string, Known, std::less<>> known_;
};

/// Whether a name is one that a pattern means: itself, or, where the pattern ends in `*`, any that begins so.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view name);

}  // namespace oracle
