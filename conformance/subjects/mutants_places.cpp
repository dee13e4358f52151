// Mutants of clause 2.2.3: cameras that give another place than they stand at, in reads or in the register.
#include <map>
#include <memory>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/quirk.h"
#include "reference/base/check.h"

namespace subjects {
namespace {

using domain::Location;

constexpr std::int32_t kMetreNorth_e7 = 90;   // 8.99e-6 degree, rounded up

Location moved(const Location& from, std::int32_t north_e7, std::int32_t longitude_e7) {
  const auto made = Location::make(from.latitude_deg_e7() + north_e7, longitude_e7);
  PLUMB_CHECK(made.has_value(), "sites of the library lie far from the poles");
  return *made;
}

AlterRead north_by(std::int32_t metres) {
  return [=](const Capture&, domain::Read& read) {
    read.location = moved(read.location, metres * kMetreNorth_e7, read.location.longitude_deg_e7());
  };
}

void mirror(const Capture&, domain::Read& read) { read.location = moved(read.location, 0, -read.location.longitude_deg_e7()); }

/// The register keeps the place that it was told of first.
Enrol never_updated() {
  const auto first = std::make_shared<std::map<std::uint32_t, Location>>();
  return [=](std::uint32_t camera, actors::Enrolment& enrolment) {
    enrolment.recorded = first->try_emplace(camera, enrolment.recorded).first->second;
  };
}

constexpr std::string_view kPlaces = "cases/2.2.3-places.json";

}  // namespace

std::vector<Mutant> place_mutants() {
  return {
      {"camera.no-location-one-in-two-hundred", "camera", "2.2.3-a", "One read in two hundred has no field location.", {"2.2.3-b"},
       {kPlaces}, altered(one_in(200), [](const Capture&, EncodedRead& read) { set(read, "location", "null"); })},
      {"camera.degrees-and-minutes-one-in-two-hundred", "camera", "2.2.3-a", "One location in two hundred is in degrees and minutes.",
       {"2.2.3-b"}, {kPlaces}, altered(one_in(200), setting("location", "\"52 13.19N 000 17.96W\""))},
      {"camera.12-m-off-at-one-camera", "camera", "2.2.3-b", "One camera gives a place 12 m north of where it is.", {}, {kPlaces},
       altered_read([](const Capture& c) { return c.camera == 4; }, north_by(12))},
      {"camera.west-for-east", "camera", "2.2.3-b", "Longitude is given west for east.", {}, {kPlaces}, altered_read(always, mirror)},
      {"camera.register-6-m-off-at-one-site", "camera", "2.2.3-c", "The register has one site 6 m north of where it is.", {}, {kPlaces},
       enrolled([](std::uint32_t camera, actors::Enrolment& e) {
         if (camera == 4) e.recorded = moved(e.recorded, 6 * kMetreNorth_e7, e.recorded.longitude_deg_e7());
       })},
      {"camera.register-not-updated-after-redeployment", "camera", "2.2.3-c",
       "When a moveable camera is taken elsewhere the register keeps its old place.", {}, {kPlaces}, enrolled(never_updated())},
      {"camera.null-location-one-in-two-hundred", "camera", "2.2.3-e", "A fixed camera now and then sends N0000000 E0000000.",
       {"2.2.3-a", "2.2.3-b"}, {kPlaces}, altered(one_in(200), setting("location", "\"N0000000 E0000000\""))},
      {"camera.null-location-after-an-outage", "camera", "2.2.3-e",
       "After its connection came back a fixed camera sends N0000000 E0000000.", {"2.2.3-a", "2.2.3-b"},
       {"cases/6-late-first-leg.json"}, altered(after_an_outage, setting("location", "\"N0000000 E0000000\""))},
      {"camera.positions-from-a-map", "camera", "2.2.3-f", "The register took all positions from a map.", {}, {kPlaces},
       enrolled([](std::uint32_t, actors::Enrolment& e) { e.position_source = "map"; })},
      {"camera.one-position-from-a-map", "camera", "2.2.3-f", "The register took one position from a map.", {}, {kPlaces},
       enrolled([](std::uint32_t camera, actors::Enrolment& e) {
         if (camera == 7) e.position_source = "map";
       })},
  };
}

}  // namespace subjects
