// How evidence names who does something: "nas", "lea:35", "camera:35-12-42", "operator:anna", "tester".
#pragma once

#include <string_view>

namespace oracle {

inline constexpr std::string_view kNas = "nas";
inline constexpr std::string_view kCameraPrefix = "camera:";

[[nodiscard]] constexpr bool is_camera(std::string_view component) { return component.starts_with(kCameraPrefix); }

/// "35-12-42" of "camera:35-12-42"; any other name stays as it is.
[[nodiscard]] constexpr std::string_view camera_of(std::string_view component) {
  return is_camera(component) ? component.substr(kCameraPrefix.size()) : component;
}

}  // namespace oracle
