// A read: the interpretation of a VRM by an ANPR system, with its images and metadata (clause 2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/bytes.h"
#include "reference/domain/camera.h"
#include "reference/domain/capture_time.h"
#include "reference/domain/location.h"
#include "reference/domain/vrm.h"

namespace domain {

/// A fault of a read as it was sent: the field of the wire (docs/wire.md), and what is wrong with it.
struct FieldFault {
  std::string field;
  base::Error error;
};

/// A read that keeps to the specification. Made by formats (from bytes) or by whoever captures one; every part is valid.
///
/// Shape:   `preset_id` 0 where none is given; `username` the operator's or exactly "Unattended" (2.3-f). Images are JPEG
///          within their limits. `read_id` 1 to 64 printable ASCII characters, unique at the sender.
/// Source:  2.2, 2.3; `camera_class`, `direction_deg`, `confidence_permille`, `read_id`, `buffered` are extensions (docs/wire.md).
struct Read {
  static constexpr std::string_view kUnattended = "Unattended";

  Vrm vrm;
  CaptureTime time;
  Location location;
  CameraId camera;
  CameraClass camera_class = CameraClass::kStatic;
  std::string username{kUnattended};
  std::int16_t preset_id = 0;
  std::optional<std::string> lane_id{};
  std::optional<std::string> alias_id{};
  std::optional<std::int16_t> direction_deg{};        ///< 0 to 359
  std::optional<std::int16_t> confidence_permille{};  ///< 0 to 1000
  std::optional<std::string> read_id{};
  bool buffered = false;
  std::optional<base::Bytes> plate_patch{};
  std::optional<base::Bytes> overview{};
};

}  // namespace domain
