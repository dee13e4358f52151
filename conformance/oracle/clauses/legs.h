// The way of a read and its hit, in stretches.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "conformance/oracle/oracle.h"
#include "conformance/oracle/read_state.h"

namespace oracle {

/// The stretches, in order of the way. The first three are the way to NAS, the other two from there.
inline constexpr std::array<std::string_view, 5> kLegs{"camera", "lea", "wan", "nas", "hit"};
inline constexpr std::size_t kFirstHalf = 3;

/// When a read or its hit was where, as far as the evidence says.
struct Way {
  std::optional<Stamp> captured, sent, at_lea, at_nas, hit_sent, delivered;
  bool of_hit = false;   ///< it goes on to a hit's delivery, and not to NAS alone
};

/// Who is on the way, by name; empty where it is not told.
struct Named {
  std::string_view camera, lea, operator_name;
};

/// The stretches between the instants that are told, in order; a stretch that runs over one that is not has the name of its end. With
/// `open_until`, what has not come to an end is a last stretch until then, with the name of what comes next.
///
/// Shape:   an instant between the first and the last that is uncertain by 2 s or more, before the one before it, or behind the end, parts
///          nothing, and counts as not told. A half of the way (to NAS: 2 s, 4 s for mobile; from NAS: 2 s) that took longer than its share
///          has its longest stretch `late`.
/// Source:  6-b, 6-c, 6-d.
[[nodiscard]] std::vector<Leg> legs_of(const Way& way, bool mobile, std::optional<base::Instant> open_until = {});

/// Whose the late stretch is: the camera named, the LEA component named, or nas; empty where no stretch is late. A stretch from the pass to
/// beyond an instant of sending that is not told is the camera's.
[[nodiscard]] std::string culprit(const Way& way, const std::vector<Leg>& legs, std::string_view camera, std::string_view lea);

/// Whether something on a way is of a role that is not the whole.
[[nodiscard]] bool is_on_the_way(std::string_view role, bool mobile, const Named& named);

/// A late way as it concerns a subject in one role that is not the whole.
struct Part {
  Doer doer = Doer::kSubject;   ///< another's: it is late by other parts alone; open: whether it is so is not certain
  std::string component;        ///< whose stretch is to be named: the subject's own, or the longest of the others'; or empty
};

/// Shape:   late by others alone is a way whose half with the subject's stretches kept to its share, or broke it by others' stretches
///          while the subject's would have kept to it. *camera* is the camera's; *lea* and *wan* are the LEA component's, and where none is
///          told, perhaps the camera's; *lea* from a mobile unit's camera is the unit's or the LEA's; *nas* and *hit* are NAS's, and *hit*
///          perhaps the operator's. A stretch over instants that are not told is perhaps of each whose stretches it holds, and an open one
///          of each up to the end of the way. A mobile unit's cameras are its own, and cameras as well. A length is uncertain by
///          `uncertainty` and by the instants of its stretches.
[[nodiscard]] Part part_of(std::string_view role, const Way& way, bool mobile, const Named& named, base::Duration uncertainty,
                           std::optional<base::Instant> open_until = {});

}  // namespace oracle
