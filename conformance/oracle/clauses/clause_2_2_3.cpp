#include "conformance/oracle/clauses/clause_2_2_3.h"

#include <cstdlib>

#include <fmt/format.h>

#include "conformance/oracle/clauses/field_check.h"
#include "conformance/oracle/distance.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

using base::event::Position;
using parse::LocationForm;

constexpr std::string_view kPlace = "latitude and longitude in degrees with decimals, in the field location";

}  // namespace

Clause223::Clause223(Docket& docket)
    : degrees_(docket.of("2.2.3-a")),
      near_(docket.of("2.2.3-b")),
      site_(docket.of("2.2.3-c")),
      literal_(docket.of("2.2.3-e")),
      source_(docket.of("2.2.3-f")),
      letters_too_(degrees_.where("R-06", 1)),
      moveable_is_fixed_(site_.where("R-29", 0)),
      of_camera_(near_, near_.where("R-26", 0), "surveyed",
                 "no read of a camera of which the evidence tells where it stands (camera, surveyed; of a mobile, pass with its position)"),
      of_vehicle_(near_, near_.where("R-26", 1), "of the pass",
                  "no read of a pass of which the evidence tells where it was (pass, latitude and longitude)") {}

void Clause223::hear(base::Instant at, const RegisteredCamera& camera) {
  constexpr std::int64_t kLimit_mm = 5'000;
  constexpr std::string_view kExpected = "a position in the register no further than 5 m from the surveyed one";
  judge_source(at, camera);
  if (camera.mobile() || camera.kind == Kind::kNone || !camera.recorded || !camera.surveyed) return;
  const std::int64_t distance = distance_mm(*camera.recorded, *camera.surveyed);
  const auto judged = sites_.find(camera.name);
  if (judged != sites_.end() && judged->second == distance) return;   // told again
  const bool first = judged == sites_.end();
  sites_[camera.name] = distance;
  const Under set = camera.kind == Kind::kMoveable ? moveable_is_fixed_ : site_.all();
  const Sighting where{at, {}, camera.name};
  const std::string observed = fmt::format("{} apart, surveyed to {}", metres(distance), metres(camera.surveyed_uncertainty_mm));
  switch (reach_of(distance, camera.surveyed_uncertainty_mm, kLimit_mm)) {
    case Reach::kWithin: return site_.met(set, first ? 1 : 0, camera.kind);
    case Reach::kUnclear: return site_.undecided(set, where, kExpected, observed);
    case Reach::kBeyond: return site_.against(set, where, kExpected, observed);
  }
}

void Clause223::judge_source(base::Instant at, const RegisteredCamera& camera) {
  constexpr std::string_view kSatellite = "gps";
  if (camera.mobile() || camera.position_source.empty()) return;
  const auto [judged, first] = sources_.try_emplace(camera.name, camera.position_source);
  if (!first && judged->second == camera.position_source) return;   // told again
  judged->second = camera.position_source;
  if (camera.position_source == kSatellite) return source_.met(source_.all(), first ? 1 : 0, camera.kind);
  source_.against({at, {}, camera.name}, "a position that a satellite receiver found, by the register: gps",
                  "found " + parse::shown(camera.position_source));
}

std::optional<Position> Clause223::judge(const parse::ReadFields& read, const ReadContext& context) {
  if (!field_is_there(read, read.location, context.sighting, kPlace, degrees_)) return std::nullopt;
  const parse::Location found = parse::location_of(read.location.value);
  judge_form(found, context, read.location.value);
  judge_literal(found, context);
  if (!found.has_place()) return std::nullopt;
  judge_place(found.at, context);
  return found.at;
}

void Clause223::judge_form(const parse::Location& found, const ReadContext& context, std::string_view text) {
  switch (found.form) {
    case LocationForm::kNoFix: return;
    case LocationForm::kSigned: return degrees_.met(context.kind());
    case LocationForm::kLetters:
      degrees_.met(letters_too_, 1, context.kind());
      return degrees_.against(degrees_.all() & ~letters_too_, context.sighting, kPlace, "letters for signs in " + parse::shown(text));
    case LocationForm::kNone:
      return degrees_.against(context.sighting, kPlace, fmt::format("{}: found {}", found.trouble, parse::shown(text)));
  }
}

void Clause223::judge_literal(const parse::Location& found, const ReadContext& context) {
  if (context.kind() == Kind::kNone || context.kind() == Kind::kMobile) return;
  if (found.form != LocationForm::kNoFix) return literal_.met(context.kind());
  literal_.against(context.sighting, "the text for no fix from mobile systems alone",
                   fmt::format("N0000000 E0000000 from a camera that is registered as {}", text_of(context.kind())));
}

/// A mobile unit stands nowhere, so that where its pass was is where it was.
void Clause223::judge_place(Position place, const ReadContext& context) {
  const RegisteredCamera* camera = context.camera;
  const auto passed = context.pass ? context.pass->where : std::nullopt;
  if (camera != nullptr && camera->surveyed) {
    of_camera_.observe(place, {*camera->surveyed, camera->surveyed_uncertainty_mm}, context);
  } else if (camera != nullptr && camera->mobile() && passed) {
    of_camera_.observe(place, {*passed, 0}, context);
  }
  if (passed) of_vehicle_.observe(place, {*passed, 0}, context);
}

void Clause223::conclude() {
  of_camera_.conclude();
  of_vehicle_.conclude();
  if (sources_.empty()) source_.missing("no fixed camera of which the register says how its position was found (camera, position_source)");
  if (!sites_.empty()) return;
  site_.missing(
      "no fixed camera of which the evidence tells where the register has it and where it stands (camera, recorded and surveyed)");
}

}  // namespace oracle
