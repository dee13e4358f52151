// How evidence names who does something: "nas", "lea:35", "camera:35-12-42", "mobile:35-12", "operator:anna", "tester".
#pragma once

#include <string_view>

namespace oracle {

inline constexpr std::string_view kNas = "nas";
inline constexpr std::string_view kCameraPrefix = "camera:";
inline constexpr std::string_view kUnitPrefix = "mobile:";   ///< a mobile unit, with all its cameras

[[nodiscard]] constexpr bool is_camera(std::string_view component) { return component.starts_with(kCameraPrefix); }

/// "35-12-42" of "camera:35-12-42"; any other name stays as it is.
[[nodiscard]] constexpr std::string_view camera_of(std::string_view component) {
  return is_camera(component) ? component.substr(kCameraPrefix.size()) : component;
}

/// NAS, or one of its front ends, "nas:2".
[[nodiscard]] constexpr bool is_nas(std::string_view component) { return component == kNas || component.starts_with("nas:"); }

/// "lea" of "lea:35".
[[nodiscard]] constexpr std::string_view role_of(std::string_view component) { return component.substr(0, component.find(':')); }

[[nodiscard]] constexpr bool is_unit(std::string_view component) { return component.starts_with(kUnitPrefix); }

/// "35-12" of the camera "35-12-42".
[[nodiscard]] constexpr std::string_view unit_of(std::string_view camera) { return camera.substr(0, camera.rfind('-')); }

}  // namespace oracle
