// Cameras that send broken reads: the policy behind the fault read.malformed.
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/actors/camera_policy.h"
#include "simulator/actors/defect.h"

namespace actors {

/// With `rate_of`, `rate` of `rate_of` reads are malformed; a null defect takes one of all by draw.
struct Malfunction {
  const Defect* defect = nullptr;
  std::uint64_t rate = 0;
  std::uint64_t rate_of = 1;
};

class Malfunctions final : public CameraPolicy {
 public:
  explicit Malfunctions(std::uint64_t seed);

  /// Of a camera by its index; the default Malfunction takes it off.
  void set(std::uint32_t camera, const Malfunction& malfunction);

  using CameraPolicy::alter;
  [[nodiscard]] Handling handle(const Capture& capture) override;
  void alter(const Capture& capture, formats::EncodedRead& read) override;

 private:
  [[nodiscard]] const Defect* defect_of(const Capture& capture) const;

  std::uint64_t seed_, stream_;
  std::vector<Malfunction> by_camera_;   ///< up to the last camera that ever had one
  const Defect* chosen_ = nullptr;       ///< for the capture under way
};

}  // namespace actors
