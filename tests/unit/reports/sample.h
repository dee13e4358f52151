// The sample report that the tests of this room start from.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

namespace sample {

inline std::string text() {
  std::ifstream file(PLUMBLINE_SOURCE "/tests/golden/reports/sample.json");
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

inline nlohmann::json report() { return nlohmann::json::parse(text()); }

/// The requirement with this id, to be changed.
inline nlohmann::json& requirement(nlohmann::json& report, const std::string& id) {
  for (auto& requirement : report["requirements"]) {
    if (requirement["id"] == id) return requirement;
  }
  throw std::runtime_error("no " + id + " in the sample");
}

inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

}  // namespace sample
