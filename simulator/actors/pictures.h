// Where the cameras of a run take their images from: a pool made before it, or each read's own drawing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "scenarios/format/scenario.h"
#include "simulator/actors/album.h"
#include "simulator/imagery/pool.h"
#include "simulator/imagery/studio.h"
#include "simulator/world/world.h"

namespace actors {

/// What stands before a camera.
struct Scene {
  std::uint64_t n = 0;                      ///< the camera's pictures so far
  std::string_view vrm;                     ///< on the plate; empty where none can be read
  const world::Vehicle* vehicle = nullptr;  ///< null where somebody holds a plate up
  bool detailed = false;                    ///< so full of detail that the pictures have to be adjusted
};

struct Images {
  std::optional<base::Bytes> plate_patch, overview;
};

class Pictures {
 public:
  /// `album`: of pictures drawn before; null for none. Owner: shared, since it outlives the run that fills it and serves the next.
  Pictures(const scenario::ImagesSpec& images, const scenario::Conditions& conditions, std::uint64_t seed, std::shared_ptr<Album> album);

  /// Of a pool the images that the camera and `n` choose. Of a drawing what is to be seen; no patch where there is no plate.
  [[nodiscard]] Images take(const world::Camera& camera, std::uint64_t entity, const domain::Location& place, const Scene& scene);

 private:
  [[nodiscard]] Images from_pool(std::uint64_t entity, std::uint64_t n) const;
  [[nodiscard]] Images drawn(const world::Camera& camera, std::uint64_t entity, const domain::Location& place, const Scene& scene);
  [[nodiscard]] imagery::Sight sight_of(std::uint64_t entity, const Scene& scene) const;

  scenario::Conditions conditions_;
  std::uint64_t seed_, image_stream_, view_stream_, plate_stream_;
  imagery::Pool pool_;
  std::optional<imagery::Studio> studio_;   ///< none: from the pool
  std::shared_ptr<Album> album_;
};

}  // namespace actors
