#include "simulator/imagery/studio.h"

#include <string>

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/imagery/fit.h"
#include "simulator/imagery/overview.h"
#include "simulator/imagery/patch.h"
#include "simulator/imagery/planes.h"

namespace imagery {
namespace {

// Where the search begins: the quality that most pictures of a kind end near, so that few encodings are needed.
constexpr int kPatchGuess = 78, kOverviewGuess = 62;

std::string exif_of(const std::optional<Geotag>& place) { return place ? exif_of(*place) : std::string(); }

}  // namespace

struct Studio::Equipment {
  PatchDrawer patches;
  Planes patch{kPatchWidth, kPatchHeight};
  Surface canvas{kOverviewWidth, kOverviewHeight, CAIRO_FORMAT_RGB24};
  Planes overview{kOverviewWidth, kOverviewHeight};
  Encoder encoder;

  const Planes& patch_of(const Sight& sight) {
    patches.draw(sight, patch);
    return patch;
  }

  const Planes& overview_of(const Sight& sight) {
    draw_overview(sight, canvas);
    convert(canvas, overview);
    add_grain(overview, base::mix64(sight.view.seed), overview_grain(sight.view));
    return overview;
  }
};

Studio::Studio(Budget budget) : equipment_(std::make_unique<Equipment>()) { keep_to(budget); }
Studio::~Studio() = default;
Studio::Studio(Studio&&) noexcept = default;
Studio& Studio::operator=(Studio&&) noexcept = default;

void Studio::keep_to(Budget budget) {
  PLUMB_CHECK(budget.patch_bytes_max >= kLeastBudget.patch_bytes_max, "every patch fits its budget");
  PLUMB_CHECK(budget.overview_bytes_max >= kLeastBudget.overview_bytes_max, "every overview fits its budget");
  budget_ = budget;
}

base::Bytes Studio::patch(const Sight& sight, const std::optional<Geotag>& place) {
  const Planes& drawn = equipment_->patch_of(sight);
  return base::Bytes(equipment_->encoder.fit(drawn, budget_.patch_bytes_max, kPatchGuess, exif_of(place)).jpeg);
}

base::Bytes Studio::overview(const Sight& sight, const std::optional<Geotag>& place) {
  const Planes& drawn = equipment_->overview_of(sight);
  return base::Bytes(equipment_->encoder.fit(drawn, budget_.overview_bytes_max, kOverviewGuess, exif_of(place)).jpeg);
}

base::Bytes Studio::patch_at_quality(const Sight& sight, const std::optional<Geotag>& place, int quality) {
  return base::Bytes(std::string(equipment_->encoder.encode(equipment_->patch_of(sight), quality, exif_of(place))));
}

base::Bytes Studio::overview_at_quality(const Sight& sight, const std::optional<Geotag>& place, int quality) {
  return base::Bytes(std::string(equipment_->encoder.encode(equipment_->overview_of(sight), quality, exif_of(place))));
}

}  // namespace imagery
