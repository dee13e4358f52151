#include "conformance/oracle/clauses/staged_scenes.h"

#include <utility>

#include <fmt/format.h>

#include "conformance/oracle/parse/marks.h"

namespace oracle {
namespace {

constexpr std::string_view kAdjusted = "a read of a scene that gives heavy pictures, with its pictures, made to fit";
constexpr std::size_t kPatchSmall = 3'000, kPatchLarge = 3'072, kOverviewSmall = 25'000, kOverviewLarge = 25'600;

}  // namespace

StagedScenes::StagedScenes(Docket& docket, Images& images)
    : images_(images),
      adjusted_(docket.of("2.2.4-g")), small_kb_(adjusted_.where("R-07", 0)), large_kb_(adjusted_.where("R-07", 1)) {}

void StagedScenes::ordinary(std::string_view camera, bool has_patch, bool has_overview) {
  Usual& usual = usual_[base::hash64(camera)];
  ++usual.reads;
  usual.with_patch += has_patch ? 1 : 0;
  usual.with_overview += has_overview ? 1 : 0;
}

/// Which picture is missing that most other reads of its camera have.
std::optional<StagedScenes::Missing> StagedScenes::left_out(const Scene& scene) const {
  const auto at = usual_.find(base::hash64(scene.camera));
  if (at == usual_.end()) return std::nullopt;
  const auto most = [&](std::uint64_t some) { return some > at->second.reads - some; };
  if (scene.has_plate && !scene.patch.came && most(at->second.with_patch)) return Missing{"its plate picture", scene.patch_sent};
  if (!scene.overview.came && most(at->second.with_overview)) return Missing{"its overview", scene.overview_sent};
  return std::nullopt;
}

Sighting StagedScenes::of_camera(const Scene& scene) { return {scene.at, scene.read_id, scene.camera}; }

Sighting StagedScenes::behind_camera(const Scene& scene) const {
  Sighting where = of_camera(scene);
  where.component = scene.lea;
  if (scene.lea.empty() && (adjusted_.role() == "camera" || adjusted_.role() == "lea")) where.doer = Doer::kOpen;
  return where;
}

Sighting StagedScenes::sighting(const Scene& scene) const {
  if (scene.changed) return behind_camera(scene);
  Sighting where = of_camera(scene);
  if (adjusted_.role() == "lea") where.component = scene.lea;   // which may not send on what is too heavy, either
  return where;
}

Sighting StagedScenes::missing(const Scene& scene, bool sent) const { return sent ? behind_camera(scene) : of_camera(scene); }

StagedScenes::Image StagedScenes::image_of(const SentImage& image) {
  if (!image.came()) return {};
  if (image.bytes == nullptr) return {true, std::nullopt, image_name(image.sha256)};
  return {true, image.bytes->size(), images_.name_of(*image.bytes)};
}

void StagedScenes::sent(ReadKey key, const ReadContext& context, const parse::ReadFields& read, const SentImages& images) {
  const bool plate = read.vrm.standing == parse::Standing::kThere && read.vrm.value != parse::kNoneIdentified;
  const bool has_plate = plate && !context.manual;
  const bool due = has_plate && context.camera != nullptr && context.camera->lea_controlled;
  under_way_[key.packed()] = {context.sighting.at, std::string(context.sighting.read_id), std::string(context.sighting.camera), {},
                              context.kind(), has_plate, due, image_of(images.plate_patch), image_of(images.overview),
                              images.plate_patch.came(), images.overview.came()};
}

void StagedScenes::at_lea(ReadKey key, std::string_view by) {
  if (const auto at = under_way_.find(key.packed()); at != under_way_.end()) at->second.lea = by;
}

std::optional<StagedScenes::Scene> StagedScenes::take(ReadKey key) {
  const auto at = under_way_.find(key.packed());
  if (at == under_way_.end()) return std::nullopt;
  std::optional<Scene> scene = std::move(at->second);
  under_way_.erase(at);
  return scene;
}

void StagedScenes::received(ReadKey key, const std::optional<SentImages>& changed, std::string_view by) {
  std::optional<Scene> scene = take(key);
  if (!scene) return;
  scene->lea = by;
  if (changed) {
    const Image patch = image_of(changed->plate_patch), overview = image_of(changed->overview);
    scene->changed = patch != scene->patch || overview != scene->overview;
    scene->patch = patch;
    scene->overview = overview;
  }
  judge(*std::move(scene));
}

void StagedScenes::received_unseen(ReadKey key) {
  std::optional<Scene> scene = take(key);
  if (!scene) return;
  if (adjusted_.role() == "whole" || scene->lea.empty()) return judge(*std::move(scene));
  Sighting where = of_camera(*scene);
  where.doer = Doer::kOpen;
  adjusted_.undecided(where, kAdjusted, fmt::format("what NAS received from {} is not in the evidence", scene->lea));
}

void StagedScenes::judge(Scene scene) {
  const Sighting where = sighting(scene);
  if (scene.patch_due && !scene.patch.came)
    return adjusted_.against(missing(scene, scene.patch_sent), kAdjusted, "its plate picture left out");
  const std::size_t patch = scene.patch.bytes.value_or(0), overview = scene.overview.bytes.value_or(0);
  const bool fits_large = patch <= kPatchLarge && overview <= kOverviewLarge;
  const bool fits_small = patch <= kPatchSmall && overview <= kOverviewSmall;
  const std::string weights = fmt::format("a plate picture of {} bytes, an overview of {}", patch, overview);
  if (!fits_large) return adjusted_.against(where, kAdjusted, weights);
  if (!fits_small) adjusted_.against(small_kb_, where, kAdjusted, weights);
  const Under fits = fits_small ? adjusted_.all() : large_kb_;
  const bool unheld = (scene.patch.came && !scene.patch.bytes) || (scene.overview.came && !scene.overview.bytes);
  if (unheld) return adjusted_.undecided(fits, where, kAdjusted, "pictures whose bytes are not in the evidence");
  if (!scene.overview.came || (scene.has_plate && !scene.patch.came)) {
    incomplete_.push_back(std::move(scene));
  } else {
    adjusted_.met(sighting(scene), fits, scene.kind);
  }
}

void StagedScenes::close(const PassBook::UnrecordedById& unrecorded, base::Instant at, bool any_received, bool whole) {
  for (auto& [key, scene] : std::exchange(under_way_, {})) {
    if (!any_received) {
      scene.lea.clear();   // what it sent on is not shown
      judge(std::move(scene));
      continue;
    }
    const Sighting where = behind_camera(scene);
    const std::string observed = fmt::format("sent, and not at NAS by {}", base::to_rfc3339(at));
    whole ? adjusted_.against(where, kAdjusted, observed) : adjusted_.undecided(where, kAdjusted, observed);
  }
  for (const auto& [pass_id, pass] : unrecorded) {
    const Sighting where{pass.at, {}, pass.camera};
    const std::string none = fmt::format("no read of pass {}", pass_id);
    whole ? adjusted_.against(where, kAdjusted, none) : adjusted_.undecided(where, kAdjusted, none + " when the evidence ended");
  }
}

void StagedScenes::conclude() {
  for (const Scene& scene : incomplete_) {
    const Under fits = scene.patch.bytes.value_or(0) <= kPatchSmall ? adjusted_.all() : large_kb_;
    if (const auto picture = left_out(scene)) {
      adjusted_.against(fits, missing(scene, picture->sent), kAdjusted,
                        fmt::format("{} left out, which most other reads of its camera have", picture->what));
    } else {
      adjusted_.met(sighting(scene), fits, scene.kind);
    }
  }
  incomplete_.clear();
}

}  // namespace oracle
