// The main job's scenario, to be changed by a test.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "scenarios/format/scenario.h"

namespace main_job {

using Json = nlohmann::json;

inline const std::filesystem::path kFile = PLUMBLINE_SOURCE "/scenarios/clean/cambridgeshire-hour.json";

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The clean hour with one thing changed.
inline std::string changed(const std::function<void(Json&)>& change) {
  auto json = Json::parse(text_of(kFile));
  change(json);
  return json.dump();
}

inline void expect_refused(const std::string& text, const base::ErrorKind& kind, const std::string& detail) {
  const auto scenario = scenario::parse_scenario(text, kFile);
  ASSERT_FALSE(scenario) << detail;
  EXPECT_EQ(scenario.error().kind, &kind) << scenario.error().message();
  EXPECT_EQ(scenario.error().detail, kFile.string() + ": " + detail);
}

}  // namespace main_job
