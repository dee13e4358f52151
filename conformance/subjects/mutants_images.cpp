// Mutants of clause 2.2.4: cameras whose images are missing, of another kind, too large, or of another place.
#include <optional>
#include <string>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/quirk.h"
#include "reference/base/check.h"
#include "simulator/imagery/geotag.h"

namespace subjects {
namespace {

using Image = std::optional<base::Bytes> domain::Read::*;
using Change = std::string (*)(std::string);

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

std::string two_bytes(std::size_t n) { return {static_cast<char>(n >> 8), static_cast<char>(n & 0xff)}; }

/// A segment behind the start of the image. The payload has at most 65,533 bytes.
std::string with_segment(const std::string& jpeg, char marker, const std::string& payload) {
  return jpeg.substr(0, 2) + '\xff' + marker + two_bytes(payload.size() + 2) + payload + jpeg.substr(2);
}

/// The image with comments in it, so that it has `bytes`; as it is where it is as large already.
std::string grown(std::string jpeg, std::size_t bytes) {
  constexpr std::size_t kSegmentMin = 4, kPayloadMax = 60'000;
  while (jpeg.size() < bytes) {
    const std::size_t wanting = bytes - jpeg.size();
    const std::size_t payload = wanting < kSegmentMin ? 0 : std::min(wanting - kSegmentMin, kPayloadMax);
    jpeg = with_segment(jpeg, '\xfe', std::string(payload, ' '));
  }
  return jpeg;
}
template <std::size_t kBytes>
std::string grown_to(std::string jpeg) {
  return grown(std::move(jpeg), kBytes);
}

/// The frame header's dimensions put in place of the true ones. As many blocks are coded as for those, so that it can still be decoded.
std::string resized(std::string jpeg, std::size_t width, std::size_t height) {
  constexpr std::size_t kToHeight = 5;
  for (std::size_t at = 2; at + 9 < jpeg.size();) {
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(jpeg[at + 2])) << 8 | static_cast<unsigned char>(jpeg[at + 3]);
    if (jpeg[at + 1] == '\xc0') return jpeg.replace(at + kToHeight, 4, two_bytes(height) + two_bytes(width));
    at += 2 + length;
  }
  PLUMB_CHECK(false, "our images are baseline JPEG");
}
std::string one_pixel_wider(std::string jpeg) { return resized(std::move(jpeg), 121, 60); }
std::string upright(std::string jpeg) { return resized(std::move(jpeg), 60, 120); }

std::string truncated(std::string jpeg) { return jpeg.substr(0, jpeg.size() * 2 / 3); }

/// A picture of one pixel, as PNG.
std::string as_png(std::string) {
  static constexpr char kPng[] =
      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\x2\0\0\0\x90wS\xde\0\0\0\fIDATx\x9c" "c\xf8\xff\xff?\0\x5\xfe\x2\xfe\r\xef" "F\xb8"
      "\0\0\0\0IEND\xae" "B`\x82";
  return {kPng, sizeof kPng - 1};
}

/// A geotag of Trafalgar Square.
std::string tagged_elsewhere(std::string jpeg) { return with_segment(jpeg, '\xe1', imagery::exif_of({515'080'300, -1'280'700})); }

/// One that ends in the middle of its coordinates.
std::string tagged_short(std::string jpeg) {
  const std::string exif = imagery::exif_of({515'080'300, -1'280'700});
  return with_segment(jpeg, '\xe1', exif.substr(0, exif.size() - 20));
}

constexpr std::string_view kImages = "cases/2.2.4-images.json";

std::vector<Mutant> of_patches() {
  return {
      {"camera.no-patch-one-in-forty", "camera", "2.2.4-a", "One read in forty has no plate patch.", {"2.2.4-g"}, {kImages},
       altered_read(one_in(40), leaving_out(kPatch))},
      {"camera.no-patch-at-midnight", "camera", "2.2.4-a", "In the first minute of the day reads have no plate patch.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered_read(at_midnight, leaving_out(kPatch))},
      {"camera.patch-as-png-one-in-forty", "camera", "2.2.4-b", "One plate patch in forty is a PNG.", {"2.2.4-c", "2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kPatch, as_png))},
      {"camera.patch-truncated-one-in-forty", "camera", "2.2.4-b", "One plate patch in forty breaks off.", {"2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kPatch, truncated))},
      {"camera.patch-of-121-pixels-one-in-forty", "camera", "2.2.4-c", "One plate patch in forty is 121 pixels wide.",
       {"2.2.4-g"}, {kImages}, altered_read(one_in(40), changing(kPatch, one_pixel_wider))},
      {"camera.patch-upright-one-in-forty", "camera", "2.2.4-c", "One plate patch in forty is 60 x 120.", {"2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kPatch, upright))},
      {"camera.patch-of-3001-bytes-one-in-forty", "camera", "2.2.4-d", "One plate patch in forty has 3,001 bytes or a few more.",
       {"2.2.4-g"}, {kImages}, altered_read(one_in(40), changing(kPatch, grown_to<3'001>))},
      {"camera.patch-of-3073-bytes-at-midnight", "camera", "2.2.4-d", "In the first minute of the day plate patches have 3,073 bytes.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered_read(at_midnight, changing(kPatch, grown_to<3'073>))},
  };
}

std::vector<Mutant> of_overviews() {
  actors::Handling dropped;
  dropped.dropped = true;
  return {
      {"camera.overview-as-png-one-in-forty", "camera", "2.2.4-e", "One overview in forty is a PNG.", {"2.2.4-g"}, {kImages},
       altered_read(one_in(40), changing(kOverview, as_png))},
      {"camera.overview-truncated-one-in-forty", "camera", "2.2.4-e", "One overview in forty breaks off.", {"2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kOverview, truncated))},
      {"camera.overview-of-25001-bytes-one-in-forty", "camera", "2.2.4-f",
       "One overview in forty has 25,001 bytes or a few more.", {"2.2.4-g"}, {kImages},
       altered_read(one_in(40), changing(kOverview, grown_to<25'001>))},
      {"camera.overview-of-25601-bytes-at-midnight", "camera", "2.2.4-f", "In the first minute of the day overviews have 25,601 bytes.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered_read(at_midnight, changing(kOverview, grown_to<25'601>))},
      {"camera.overview-dropped-where-it-would-not-fit", "camera", "2.2.4-g", "Of a scene full of detail the overview is left out.", {},
       {kImages}, altered_read(of_detailed_scenes, leaving_out(kOverview))},
      {"camera.read-dropped-where-images-would-not-fit", "camera", "2.2.4-g", "Of a scene full of detail no read is made.", {"2.2.1-d"}, {kImages},
       handled(of_detailed_scenes, dropped)},
      {"camera.oversize-where-it-would-not-fit", "camera", "2.2.4-g", "The overview of a scene full of detail is sent as large as it is.",
       {"2.2.4-f"}, {kImages}, altered_read(of_detailed_scenes, changing(kOverview, grown_to<60'000>))},
      {"camera.geotag-elsewhere-one-in-forty", "camera", "2.2.4-h", "One overview in forty is tagged with another place.",
       {"2.2.4-f", "2.2.4-g"}, {kImages}, altered_read(one_in(40), changing(kOverview, tagged_elsewhere))},
      {"camera.geotag-cut-short-one-in-forty", "camera", "2.2.4-h", "One geotag in forty breaks off.", {"2.2.4-f", "2.2.4-g"},
       {kImages}, altered_read(one_in(40), changing(kOverview, tagged_short))},
  };
}

}  // namespace

std::vector<Mutant> image_mutants() {
  std::vector<Mutant> all = of_patches();
  for (Mutant& mutant : of_overviews()) all.push_back(std::move(mutant));
  return all;
}

}  // namespace subjects
