// Scenarios that cannot be run.
#include "tests/golden/bad_input/bad.h"

namespace bad_input {

std::vector<Bad> bad_scenarios() {
  return {
      {"a scenario that is not there", [] {}, kAccredit, 65, {"s.json"}},
      {"an empty scenario", [] { scratch::write("s.json", ""); }, kAccredit, 65, {"s.json"}},
      {"a scenario that is cut off",
       [] { scenario_text([](const std::string& s) { return s.substr(0, s.find("\"lea_wan\"")); }); },
       kAccredit,
       65,
       {"s.json", "line"}},
      {"a scenario 200,000 brackets deep", [] { scratch::write("s.json", brackets()); }, kAccredit, 65, {"s.json", "16 levels"}},
      {"an unknown key", [] { scenario([](json& s) { s["sede"] = 7; }); }, kAccredit, 65, {"s.json", "sede"}},
      {"a key twice",
       [] { scenario_text([](std::string s) { return s.insert(1, "\"seed\": 9,"); }); },
       kAccredit,
       65,
       {"s.json", "seed", "twice"}},
      {"a wrong unit",
       [] { scenario([](json& s) { s["phases"]["traffic"] = "3 metres"; }); },
       kAccredit,
       65,
       {"/phases/traffic", "3 metres"}},
      {"a negative rate",
       [] { scenario([](json& s) { s["network"]["lea_wan"]["bandwidth"] = "-1 Gbit/s"; }); },
       kAccredit,
       65,
       {"/network/lea_wan/bandwidth", "-1 Gbit/s"}},
      {"a site table that is not there",
       [] { scenario([](json& s) { s["world"]["sites"] = "nowhere.json"; }); },
       kAccredit,
       65,
       {"nowhere.json"}},
      {"a fault that there is not",
       [] { scenario([](json& s) {
              s["faults"] = {{{"fault", "nas.hiccup"}, {"target", "nas"}, {"on", "10 s"}, {"off", "20 s"}}};
            }); },
       kAccredit,
       65,
       {"nas.hiccup"}},
      {"a folder as a scenario", [] { fs::create_directory("s.json"); }, kAccredit, 65, {"s.json"}},
  };
}

}  // namespace bad_input
