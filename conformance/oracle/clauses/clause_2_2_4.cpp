#include "conformance/oracle/clauses/clause_2_2_4.h"

#include <fmt/format.h>

#include "conformance/oracle/clauses/field_check.h"
#include "conformance/oracle/distance.h"
#include "conformance/oracle/parse/marks.h"

namespace oracle {
namespace {

using base::event::Position;
using parse::JpegState;
using parse::Standing;

constexpr std::string_view kThere = "a picture of the plate, in the field plate_patch";

/// Why a patch that did not come did not.
std::string_view absence_of(const SentImage& patch) {
  switch (patch.state) {
    case SentImage::State::kNeverCame: return "the text names one, and none came with it";
    case SentImage::State::kUnreadable: return "a plate_patch that is neither an object with sha256 nor base64, or stands there twice";
    default: return "none";
  }
}

/// How the geotag's own rounding, and its place beside the read's, come out.
std::string beside(const parse::Geotag& tag, Position place, std::int64_t distance, std::int64_t rounding) {
  return fmt::format("{} apart: {:.7f},{:.7f} in the picture, given to {}, {:.7f},{:.7f} in the read", metres(distance),
                     tag.at.latitude_deg_e7 / 1e7, tag.at.longitude_deg_e7 / 1e7, metres(rounding), place.latitude_deg_e7 / 1e7,
                     place.longitude_deg_e7 / 1e7);
}

}  // namespace

Clause224::Clause224(Docket& docket, Images& images)
    : images_(images),
      there_(docket.of("2.2.4-a")),
      geotag_(docket.of("2.2.4-h")),
      always_due_(there_.where("R-28", 1)),
      patch_{"plate picture", docket.of("2.2.4-b"), &docket.of("2.2.4-c"), docket.of("2.2.4-d"), 3'000, 3'072, 0, 0, {}, {}, {}, {}},
      overview_{"overview", docket.of("2.2.4-e"), nullptr, docket.of("2.2.4-f"), 25'000, 25'600, 0, 0, {}, {}, {}, {}} {}

void Clause224::hear(const RegisteredCamera& camera) {
  if (!camera.lea_controlled) return;
  any_controlled_ = true;
  if (camera.kind == Kind::kNone) return;
  for (Tally* tally : {&there_, &patch_.jpeg, patch_.measure, &patch_.weight}) tally->expect(camera.kind);
}

void Clause224::judge(const parse::ReadFields& read, const ReadContext& context, const SentImages& sent,
                      const std::optional<Position>& place) {
  judge_due(read, context, sent.plate_patch);
  judge_picture(patch_, sent.plate_patch, context, place);
  judge_picture(overview_, sent.overview, context, place);
}

/// A text without a mark that can be read does not say whether there was a plate to be cut out.
void Clause224::judge_due(const parse::ReadFields& read, const ReadContext& context, const SentImage& patch) {
  if (context.camera == nullptr || !context.camera->lea_controlled) return;
  if (patch.came()) return there_.met(context.kind());
  const bool typed_in = context.manual || (read.nrd_id.standing == Standing::kThere && read.nrd_id.value == 0);
  const bool plate = read.vrm.standing == Standing::kThere && read.vrm.value != parse::kNoneIdentified;
  const Under due = plate && !typed_in ? there_.all() : always_due_;
  there_.against(due, context.sighting, kThere, "found: " + std::string(absence_of(patch)));
}

void Clause224::judge_picture(Asked& asked, const SentImage& image, const ReadContext& context, const std::optional<Position>& place) {
  if (image.state == SentImage::State::kUnheld && asked.unheld++ == 0) {
    asked.at = context.sighting.at;
    asked.read_id = context.sighting.read_id;
    asked.camera = context.sighting.camera;
    asked.file = fmt::format("images/{}.jpg", image.sha256);
  }
  if (image.state != SentImage::State::kHeld) return;
  ++asked.held;
  const Picture& picture = images_.picture_of(*image.bytes);
  const Kind kind = context.kind();
  const std::string_view kExpected = "a JPEG that decodes whole";
  switch (picture.state) {
    case JpegState::kWhole: asked.jpeg.met(kind); break;
    case JpegState::kDamaged:
      asked.jpeg.against(context.sighting, kExpected, fmt::format("a JPEG that is damaged: {}", picture.trouble));
      break;
    case JpegState::kForeign: asked.jpeg.against(context.sighting, kExpected, "found " + picture.trouble); break;
    case JpegState::kUnjudged:
      asked.jpeg.undecided(context.sighting, kExpected, fmt::format("what is not decoded here: {}", picture.trouble));
      break;
  }
  if (asked.measure != nullptr) judge_measure(*asked.measure, picture, context);
  judge_weight(asked, picture.bytes, context);
  judge_geotag(asked, picture.geotag, context, place);
}

/// What is no JPEG, or shows no frame, has no size that could be judged: that is a fault of -b alone.
void Clause224::judge_measure(Tally& tally, const Picture& picture, const ReadContext& context) const {
  constexpr int kWidth = 120, kHeight = 60;
  if (picture.width == 0 || picture.height == 0) return;
  if (picture.width == kWidth && picture.height == kHeight) return tally.met(context.kind());
  tally.against(context.sighting, "a plate picture of 120 by 60 pixels", fmt::format("{} by {} pixels", picture.width, picture.height));
}

void Clause224::judge_weight(const Asked& asked, std::size_t bytes, const ReadContext& context) const {
  Tally& tally = asked.weight;
  if (bytes <= asked.small_kb_bytes) return tally.met(context.kind());
  const Under large_kb = tally.where("R-07", 1);
  const bool fits = bytes <= asked.large_kb_bytes;
  if (fits) tally.met(large_kb, 1, context.kind());
  tally.against(fits ? tally.all() & ~large_kb : tally.all(), context.sighting,
                fmt::format("{} of {} kB at most", asked.what, asked.small_kb_bytes / 1'000), fmt::format("{} bytes", bytes));
}

void Clause224::judge_geotag(const Asked& asked, const parse::Geotag& tag, const ReadContext& context,
                             const std::optional<Position>& place) {
  constexpr std::int64_t kLimit_mm = 10'000;
  const std::string_view kExpected = "a place in the Exif data that is well formed and within 10 m of the read's";
  if (tag.state == parse::GeotagState::kBroken) {
    geotag_.against(context.sighting, kExpected, fmt::format("in the {}: {}", asked.what, tag.trouble));
  }
  if (tag.state != parse::GeotagState::kPlace || !place) return;
  // It may lie half a step to either side of what it could say.
  const std::int64_t rounding = step_mm(tag.at, (tag.latitude_step_e7 + 1) / 2, (tag.longitude_step_e7 + 1) / 2);
  const std::int64_t distance = distance_mm(tag.at, *place);
  if (distance <= kLimit_mm + rounding) return geotag_.met(context.kind());
  geotag_.against(context.sighting, kExpected, fmt::format("in the {}: {}", asked.what, beside(tag, *place, distance, rounding)));
}

void Clause224::conclude(const Asked& asked) {
  if (asked.unheld == 0) return;
  const std::string lacking =
      fmt::format("the bytes of the {} are not in the evidence, which names {} and does not hold it", asked.what, asked.file);
  const Sighting where{asked.at, asked.read_id, asked.camera};
  for (Tally* tally : {&asked.jpeg, asked.measure, &asked.weight}) {
    if (tally == nullptr) continue;
    if (asked.held == 0) {
      tally->missing(lacking);
    } else {
      tally->undecided(where, fmt::format("the {} itself", asked.what), lacking);
      tally->more(tally->all(), catalogue::Verdict::kInconclusive, asked.unheld - 1);
    }
  }
}

void Clause224::conclude() {
  if (!any_controlled_) there_.missing("no camera is registered as owned or controlled by an LEA (camera, lea_controlled)");
  conclude(patch_);
  conclude(overview_);
}

}  // namespace oracle
