// A report that was written to a folder, and one requirement of it.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/unit/conformance/harness/scratch.h"

inline nlohmann::json report_in(const std::filesystem::path& folder) {
  return nlohmann::json::parse(scratch::content_of(folder / "report.json"));
}

/// Errors:  std::out_of_range where the report has no such requirement.
inline const nlohmann::json& requirement(const nlohmann::json& report, const std::string& id) {
  for (const nlohmann::json& each : report["requirements"]) {
    if (each["id"] == id) return each;
  }
  throw std::out_of_range(id);
}
