// Mutants of clause 2.2.4: cameras whose images are missing, of another kind, too large, or of another place.
#include <optional>
#include <string>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/quirk.h"
#include "simulator/actors/broken_images.h"

namespace subjects {
namespace {

using Image = std::optional<base::Bytes> domain::Read::*;
using actors::Change;

constexpr Image kPatch = &domain::Read::plate_patch;
constexpr Image kOverview = &domain::Read::overview;

AlterRead changing(Image image, Change change) {
  return [=](const Capture&, domain::Read& read) {
    if (read.*image) (read.*image).emplace(change(std::string((read.*image)->view())));
  };
}
AlterRead leaving_out(Image image) {
  return [=](const Capture&, domain::Read& read) { (read.*image).reset(); };
}

constexpr std::string_view kImages = "cases/2.2.4-images.json";

std::vector<Mutant> of_patches() {
  return {
      {"camera.no-patch-one-in-forty", "camera", "2.2.4-a", "One read in forty has no plate patch.", {"2.2.4-g"}, {kImages},
       altered_read(one_in(40), leaving_out(kPatch))},
      {"camera.no-patch-at-midnight", "camera", "2.2.4-a", "In the first minute of the day reads have no plate patch.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered_read(at_midnight, leaving_out(kPatch))},
      {"camera.patch-as-png-one-in-forty", "camera", "2.2.4-b", "One plate patch in forty is a PNG.", {"2.2.4-c", "2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kPatch, actors::as_png))},
      {"camera.patch-truncated-one-in-forty", "camera", "2.2.4-b", "One plate patch in forty breaks off.", {"2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kPatch, actors::truncated))},
      {"camera.patch-of-121-pixels-one-in-forty", "camera", "2.2.4-c", "One plate patch in forty is 121 pixels wide.",
       {"2.2.4-g"}, {kImages}, altered_read(one_in(40), changing(kPatch, actors::one_pixel_wider))},
      {"camera.patch-upright-one-in-forty", "camera", "2.2.4-c", "One plate patch in forty is 60 x 120.", {"2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kPatch, actors::upright))},
      {"camera.patch-of-3001-bytes-one-in-forty", "camera", "2.2.4-d", "One plate patch in forty has 3,001 bytes or a few more.",
       {"2.2.4-g"}, {kImages}, altered_read(one_in(40), changing(kPatch, actors::grown_to<3'001>))},
      {"camera.patch-of-3073-bytes-at-midnight", "camera", "2.2.4-d", "In the first minute of the day plate patches have 3,073 bytes.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered_read(at_midnight, changing(kPatch, actors::grown_to<3'073>))},
  };
}

std::vector<Mutant> of_overviews() {
  actors::Handling dropped;
  dropped.dropped = true;
  return {
      {"camera.overview-as-png-one-in-forty", "camera", "2.2.4-e", "One overview in forty is a PNG.", {"2.2.4-g"}, {kImages},
       altered_read(one_in(40), changing(kOverview, actors::as_png))},
      {"camera.overview-truncated-one-in-forty", "camera", "2.2.4-e", "One overview in forty breaks off.", {"2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kOverview, actors::truncated))},
      {"camera.overview-of-25001-bytes-one-in-forty", "camera", "2.2.4-f",
       "One overview in forty has 25,001 bytes or a few more.", {"2.2.4-g"}, {kImages},
       altered_read(one_in(40), changing(kOverview, actors::grown_to<25'001>))},
      {"camera.overview-of-25601-bytes-at-midnight", "camera", "2.2.4-f", "In the first minute of the day overviews have 25,601 bytes.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered_read(at_midnight, changing(kOverview, actors::grown_to<25'601>))},
      {"camera.overview-dropped-where-it-would-not-fit", "camera", "2.2.4-g", "Of a scene full of detail the overview is left out.", {},
       {kImages}, altered_read(of_detailed_scenes, leaving_out(kOverview))},
      {"camera.read-dropped-where-images-would-not-fit", "camera", "2.2.4-g", "Of a scene full of detail no read is made.", {"2.2.1-d"},
       {kImages}, handled(of_detailed_scenes, dropped)},
      {"camera.oversize-where-it-would-not-fit", "camera", "2.2.4-g", "The overview of a scene full of detail is sent as large as it is.",
       {"2.2.4-f"}, {kImages}, altered_read(of_detailed_scenes, changing(kOverview, actors::grown_to<60'000>))},
      {"camera.geotag-elsewhere-one-in-forty", "camera", "2.2.4-h", "One overview in forty is tagged with another place.",
       {"2.2.4-f", "2.2.4-g"}, {kImages}, altered_read(one_in(40), changing(kOverview, actors::tagged_elsewhere))},
      {"camera.geotag-cut-short-one-in-forty", "camera", "2.2.4-h", "One geotag in forty breaks off.", {"2.2.4-f", "2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kOverview, actors::tagged_short))},
  };
}

}  // namespace

std::vector<Mutant> image_mutants() {
  std::vector<Mutant> all = of_patches();
  for (Mutant& mutant : of_overviews()) all.push_back(std::move(mutant));
  return all;
}

}  // namespace subjects
