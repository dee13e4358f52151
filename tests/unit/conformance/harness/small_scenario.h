// A scenario that runs in a moment: a few sites, a minute or so of real traffic, closed-form links.
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/unit/conformance/harness/scratch.h"

namespace small_scenario {

inline nlohmann::json document() {
  const std::string data = PLUMBLINE_SOURCE "/scenarios/data/";
  const auto link = [](const char* bandwidth, const char* latency) {
    return nlohmann::json{{"bandwidth", bandwidth}, {"latency", latency}};
  };
  return {{"format", "plumbline-scenario"},
          {"version", 1},
          {"name", "small"},
          {"title", "A small hour"},
          {"why", "Tests run it."},
          {"seed", 7},
          {"fidelity", "queue"},
          {"wire", "bytes"},
          {"start", "2019-06-11T06:58:00Z"},
          {"phases", {{"warm_up", "1 min"}, {"traffic", "3 min"}, {"quiet", "10 s"}, {"liveness", "1 min"}}},
          {"world",
           {{"sites", data + "sites/cambridgeshire.json"},
            {"hour_profile", data + "dft_tra0307/tra0307_2018.csv"},
            {"makes", data + "vehicles/makes.csv"},
            {"colours", data + "vehicles/colours.csv"},
            {"of_interest", "1/4"},
            {"continues", "60 %"},
            {"site_limit", 12},
            {"vrm_layouts", {"never_issued"}}}},
          {"network",
           {{"camera_uplink", link("20 Mbit/s", "12 ms")},
            {"lea_wan", link("1 Gbit/s", "2 ms")},
            {"nas_front_end", link("10 Gbit/s", "200 us")},
            {"operator", link("10 Mbit/s", "25 ms")}}},
          {"lea", {{"service", "100 us"}, {"store_latency", "2 ms"}}},
          {"nas", {{"servers", 4}, {"service", "300 us"}, {"store_latency", "3 ms"}, {"restart", "5 s"}}},
          {"voi_lists", nlohmann::json::array({{{"file", "35_Cambs VOI List.csv"}, {"rows", 50}}})},
          {"operators", nlohmann::json::array({{{"name", "op-cambs-1"}, {"organisation", "35"}, {"lists", {"35_*"}}}})},
          {"images", {{"from", "pool"}, {"patches", 4}, {"overviews", 4}}}};
}

/// Writes it into a folder and gives its path.
inline std::filesystem::path write(const std::filesystem::path& folder, const nlohmann::json& document = small_scenario::document()) {
  const auto file = folder / "small.json";
  scratch::write(file, document.dump(2));
  return file;
}

}  // namespace small_scenario
