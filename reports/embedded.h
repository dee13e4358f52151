// The files of this room that are built into the program (room.cmake).
#pragma once

#include <string_view>

namespace reports {

[[nodiscard]] std::string_view schema_json();           ///< report.schema.json

[[nodiscard]] std::string_view page_template();         ///< templates/page.mustache, which names the others as partials
[[nodiscard]] std::string_view masthead_template();
[[nodiscard]] std::string_view shortfalls_template();
[[nodiscard]] std::string_view identity_template();
[[nodiscard]] std::string_view requirements_template();
[[nodiscard]] std::string_view findings_template();
[[nodiscard]] std::string_view timing_template();
[[nodiscard]] std::string_view readings_template();
[[nodiscard]] std::string_view sites_template();
[[nodiscard]] std::string_view suite_template();
[[nodiscard]] std::string_view calibration_template();
[[nodiscard]] std::string_view populations_template();
[[nodiscard]] std::string_view page_style();            ///< templates/page.css
[[nodiscard]] std::string_view page_script();           ///< templates/page.js


[[nodiscard]] std::string_view uk_outline();            ///< scenarios/data/ons_boundaries/uk_outline.geojson
[[nodiscard]] std::string_view police_borders();        ///< scenarios/data/ons_boundaries/police_borders.geojson

}  // namespace reports
