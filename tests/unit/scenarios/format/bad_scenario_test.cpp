// What is said of a scenario that cannot be read.
#include "scenarios/format/scenario.h"

#include <filesystem>
#include <functional>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/scenarios/format/main_job.h"

namespace {

using namespace main_job;

struct Bad {
  const char* name;
  std::function<void(Json&)> change;
  const base::ErrorKind& kind;
  std::string detail;
};

const auto& kSchema = scenario::kScenarioNotBySchema;
const auto& kContradiction = scenario::kScenarioContradicts;

Json fault(const char* kind, const char* on, const char* off) {
  return Json::array({{{"id", "f1"}, {"fault", kind}, {"target", "nas"}, {"on", on}, {"off", off}}});
}

Json session(const char* username, const char* on, const char* off) {
  return Json::array({{{"camera", "35-1-1"}, {"username", username}, {"on", on}, {"off", off}}});
}

Json entry(const char* username, const char* first, const char* every, int count) {
  return {{"lea", "lea:35"}, {"source", 900}, {"username", username}, {"first", first}, {"every", every}, {"count", count}};
}

const std::vector<Bad> kBad{
    {"missing key", [](Json& j) { j.erase("seed"); }, kSchema,
     "the whole: found no key 'seed', expected a whole number from 0 to 9007199254740991"},
    {"unknown key", [](Json& j) { j["phases"]["warmup"] = "1 s"; }, kSchema,
     "/phases: found the key 'warmup', expected one of liveness, quiet, traffic, warm_up"},
    {"wrong type", [](Json& j) { j["nas"]["servers"] = "4"; }, kSchema,
     "/nas/servers: found \"4\", expected a whole number from 1 to 10000: workers that take in reads"},
    {"out of range", [](Json& j) { j["images"]["patches"] = 0; }, kSchema,
     "/images/patches: found 0, expected a whole number from 1 to 4096, of the pool"},
    {"no such layout", [](Json& j) { j["world"]["vrm_layouts"] = {"american"}; }, kSchema,
     "/world/vrm_layouts/0: found \"american\", expected one of never_issued, current, prefix, suffix, dateless, northern_ireland, q, "
     "diplomatic, military"},
    {"current marks without tags", [](Json& j) { j["world"]["vrm_layouts"] = {"current"}; }, kContradiction,
     "/world/vrm_layouts: found current, and no memory_tags, expected a file of memory tags beside it"},
    {"a place in minutes",
     [](Json& j) {
       j["redeployments"] = {{{"camera", "35-1-1"}, {"at", "1 s"}, {"to", "52 13'N,0 6'E"}}};
     },
     kSchema,
     "/redeployments/0/to: found '52 13'N,0 6'E', expected latitude and longitude in decimal degrees, such as 52.205101,-0.121840"},
    {"redeployed after the end",
     [](Json& j) {
       j["redeployments"] = {{{"camera", "35-1-1"}, {"at", "2 h"}, {"to", "52.1,0.1"}}};
     },
     kContradiction, "/redeployments/0/at: found 7200000 ms, expected less than /phases/traffic, which is 3600000 ms"},
    {"turned back before",
     [](Json& j) {
       j["turns"] = {{{"camera", "35-1-1"}, {"to", "away"}, {"on", "5 s"}, {"off", "4 s"}}};
     },
     kContradiction,
     "/turns/0/off: found 4000 ms, expected more than on, which is 5000 ms, and at most /phases/traffic, which is 3600000 ms"},
    {"a change of a list after the end", [](Json& j) { j["voi_lists"][0]["changes"] = {{{"at", "1 h"}, {"rows", 1}}}; }, kContradiction,
     "/voi_lists/0/changes/0/at: found 3600000 ms, expected more than the one before it, and less than /phases/traffic, which is 3600000 "
     "ms"},
    {"a list both changed and removed",
     [](Json& j) {
       j["voi_lists"][0]["changes"] = {{{"at", "1 s"}, {"rows", 1}, {"removed", true}}};
     },
     kSchema, "/voi_lists/0/changes/0: found both or neither, expected rows or removed"},
    {"half a day", [](Json& j) { j["voi_lists"][0]["weeds_in"] = "12 h"; }, kSchema,
     "/voi_lists/0/weeds_in: found '12 h', expected whole days"},
    {"more in the Extract than there is",
     [](Json& j) {
       j["national"] = {{"fast_track", {{"rows", 1}, {"answer", "1 ms"}}},
                        {"extract", {{"rows", 2}, {"first", "0 s"}, {"every", "1 s"}, {"count", 1}}},
                        {"schengen", {{"rows", 0}}},
                        {"mmc", {{"rows", 0}}}};
     },
     kContradiction,
     "/national/extract/rows: found 2, expected at most /national/fast_track/rows, which is 1: the Extract is a part of the live data"},
    {"drawn, with a pool", [](Json& j) { j["images"]["from"] = "drawn"; }, kContradiction,
     "/images: found drawn, and the size of a pool, expected patches and overviews with the pool alone"},
    {"a pool of no size",
     [](Json& j) {
       j["images"] = {{"from", "pool"}};
     },
     kContradiction, "/images: found the pool without its size, expected patches and overviews beside it"},
    {"places in a pool", [](Json& j) { j["images"]["geotags"] = "1/2"; }, kContradiction,
     "/images/geotags: found geotags in images of the pool, which are of no place, expected geotags with drawn images alone"},
    {"scenes for a pool", [](Json& j) { j["world"]["conditions"]["detailed"] = "1/2"; }, kContradiction,
     "/world/conditions/detailed: found scenes for images of the pool, which are of no scene, expected drawn images"},
    {"half a number", [](Json& j) { j["voi_lists"][0]["rows"] = 1.5; }, kSchema,
     "/voi_lists/0/rows: found 1.5, expected a whole number from 0 to 1000000"},
    {"unknown word", [](Json& j) { j["fidelity"] = "fast"; }, kSchema,
     "/fidelity: found \"fast\", expected how reads cross the network: queue (closed form) or flow (a simulated flow each)"},
    {"another format", [](Json& j) { j["format"] = "scenario"; }, kSchema,
     "/format: found \"scenario\", expected the word plumbline-scenario"},
    {"name with a space", [](Json& j) { j["name"] = "my hour"; }, kSchema,
     "/name: found \"my hour\", expected a short name of lower-case letters, digits, points and hyphens"},
    {"unknown fault", [](Json& j) { j["faults"] = fault("meteor", "1 s", "2 s"); }, kSchema,
     "/faults/0/fault: found \"meteor\", expected a fault of docs/faults.md"},
    {"faults by word", [](Json& j) { j["faults"] = "many"; }, kSchema,
     "/faults: found \"many\", expected a list of faults, or {\"drawn\": {FAULT: AT MOST}} for faults drawn from the seed"},
    {"parameter of another type",
     [](Json& j) {
       j["faults"] = fault("nas.crash", "1 s", "2 s");
       j["faults"][0]["parameters"] = {{"n", 1}};
     },
     kSchema, "/faults/0/parameters/n: found 1, expected a text of at most 200 characters"},
    {"not an object", [](Json& j) { j = Json::array(); }, kSchema,
     "the whole: found [], expected an object with all that a run depends on"},
    {"wrong unit", [](Json& j) { j["phases"]["traffic"] = "5 km"; }, kSchema,
     "/phases/traffic: found '5 km', expected a length of time of at most 400 d in whole numbers, such as 12 ms; units: ns, us, ms, s, "
     "min, h, d"},
    {"work without end", [](Json& j) { j["nas"]["service"] = "400 d"; }, kSchema,
     "/nas/service: found '400 d', expected a length of time of at most 1 min"},
    {"work for an hour", [](Json& j) { j["lea"]["service"] = "61 s"; }, kSchema,
     "/lea/service: found '61 s', expected a length of time of at most 1 min"},
    {"a year", [](Json& j) { j["phases"]["quiet"] = "365 d"; }, kContradiction,
     "/phases: found 31540020000 ms together, expected at most 5184000000 ms (60 d)"},
    {"no unit", [](Json& j) { j["network"]["operator"]["bandwidth"] = "10"; }, kSchema,
     "/network/operator/bandwidth: found '10', expected a bandwidth of at most 10000 Gbit/s in whole numbers, such as 20 Mbit/s; units: "
     "bit/s, kbit/s, Mbit/s, Gbit/s"},
    {"wire", [](Json& j) { j["wire"] = "sampled 64"; }, kSchema,
     "/wire: found 'sampled 64', expected bytes, or sampled 1/N such as sampled 1/64"},
    {"start without a zone", [](Json& j) { j["start"] = "2019-06-11T06:58:00"; }, kSchema,
     "/start: found '2019-06-11T06:58:00', expected an RFC 3339 instant in UTC, such as 2019-06-11T07:00:00.000000Z"},
    {"start long ago", [](Json& j) { j["start"] = "1990-06-11T06:58:00Z"; }, kContradiction,
     "/start: found 1990-06-11T06:58:00.000000Z, expected an instant in the years 1996 to 2099"},
    {"no traffic", [](Json& j) { j["phases"]["traffic"] = "0 s"; }, kContradiction,
     "/phases/traffic: found no time, expected a length of time above 0"},
    {"no file", [](Json& j) { j["world"]["sites"] = "nowhere.json"; }, kContradiction,
     "/world/sites: found " PLUMBLINE_SOURCE "/scenarios/clean/nowhere.json, which is not there, expected a file"},
    {"of interest, and nobody", [](Json& j) { j["voi_lists"][0]["rows"] = 0; }, kContradiction,
     "/world/of_interest: found 1/100, and lists without rows, expected rows in /voi_lists, or no vehicles of interest"},
    {"a list twice", [](Json& j) { j["voi_lists"].push_back(j["voi_lists"][0]); }, kContradiction,
     "/voi_lists/1/file: found '35_Cambs VOI List.csv' again, expected another name for each list"},
    {"an operator twice", [](Json& j) { j["operators"].push_back(j["operators"][0]); }, kContradiction,
     "/operators/1/name: found 'op-cambs-1' again, expected another name for each operator"},
    {"off before on", [](Json& j) { j["faults"] = fault("nas.crash", "2 s", "2 s"); }, kContradiction,
     "/faults/0/off: found 2000 ms, expected more than on, which is 2000 ms"},
    {"a fault after traffic", [](Json& j) { j["faults"] = fault("nas.crash", "2 s", "2 h"); }, kContradiction,
     "/faults/0/off: found 7200000 ms, expected at most /phases/traffic, which is 3600000 ms: in the quiet phase all is healed"},
    {"unread of nothing", [](Json& j) { j["world"]["unread"] = "1/0"; }, kSchema,
     "/world/unread: found '1/0', expected a ratio such as 1/100"},
    {"a list of another organisation", [](Json& j) { j["operators"][0]["lists"] = {"35_*", "07_*"}; }, kContradiction,
     "/operators/0/lists/1: found '07_*', expected lists of its own organisation, 35_*, or national data, pnc:*"},
    {"a priority in small letters", [](Json& j) { j["operators"][0]["actions"] = {"stop"}; }, kSchema,
     "/operators/0/actions/0: found \"stop\", expected Stop or Assess"},
    {"an LEA that subscribes twice",
     [](Json& j) {
       j["lea"]["subscriptions"] = {{{"lea", "lea:35"}, {"lists", {"35_*"}}}, {{"lea", "lea:35"}, {"lists", {"35_*"}}}};
     },
     kContradiction, "/lea/subscriptions/1/lea: found 'lea:35' again, expected one subscription of an LEA"},
    {"an LEA that asks for another's",
     [](Json& j) {
       j["lea"]["subscriptions"] = {{{"lea", "lea:07"}, {"lists", {"35_*"}}}};
     },
     kContradiction, "/lea/subscriptions/0/lists/0: found '35_*', expected lists of its own organisation, 07_*, or national data, pnc:*"},
    {"three front ends", [](Json& j) { j["nas"]["front_ends"] = 3; }, kSchema,
     "/nas/front_ends: found 3, expected 1 or 2: front ends on one store"},
    {"two front ends and one link to the PNC",
     [](Json& j) {
       j["nas"]["front_ends"] = 2;
       j["national"] = {{"fast_track", {{"rows", 1}, {"answer", "1 ms"}}},
                        {"extract", {{"rows", 1}, {"first", "1 s"}, {"every", "1 h"}, {"count", 1}}},
                        {"schengen", {{"rows", 1}}},
                        {"mmc", {{"rows", 1}}}};
     },
     kContradiction, "/nas/front_ends: found 2, expected 1 where there is national data: the PNC has one link"},
    {"a mark with a space", [](Json& j) { j["voi_lists"][0]["also"] = {"QQ 111"}; }, kSchema,
     "/voi_lists/0/also/0: found \"QQ 111\", expected a mark of 1 to 32 capital letters and digits"},
    {"somebody of no name", [](Json& j) { j["sessions"] = session("", "1 s", "2 s"); }, kSchema,
     "/sessions/0/username: found \"\", expected a name of 1 to 64 letters, digits, points, hyphens and underscores"},
    {"nobody's session", [](Json& j) { j["sessions"] = session("Unattended", "1 s", "2 s"); }, kContradiction,
     "/sessions/0/username: found 'Unattended', which says that nobody is there, expected the name of somebody"},
    {"a session that ends first", [](Json& j) { j["sessions"] = session("PC1", "3 s", "2 s"); }, kContradiction,
     "/sessions/0/off: found 2000 ms, expected more than on, which is 3000 ms, and at most /phases/traffic, which is 3600000 ms"},
    {"an entry after traffic", [](Json& j) { j["manual_entries"] = {entry("admin", "1 s", "1 min", 61)}; }, kContradiction,
     "/manual_entries/0/count: found 61 from 1000 ms on, expected the last before the end of /phases/traffic, which is 3600000 ms"},
    {"all entries at once", [](Json& j) { j["manual_entries"] = {entry("admin", "1 s", "0 s", 2)}; }, kContradiction,
     "/manual_entries/0/every: found no time, expected a length of time above 0"},
    {"a desk twice",
     [](Json& j) {
       j["manual_entries"] = {entry("admin", "1 s", "1 s", 2), entry("other", "2 s", "1 s", 2)};
     },
     kContradiction, "/manual_entries/1/source: found 900 again, expected another source for each desk of an LEA"},
    {"a test after traffic",
     [](Json& j) {
       j["connectivity_tests"] = {{{"camera", "35-*"}, {"first", "1 h"}, {"every", "1 s"}, {"count", 1}}};
     },
     kContradiction,
     "/connectivity_tests/0/count: found 1 from 3600000 ms on, expected the last before the end of /phases/traffic, which is 3600000 ms"},
};

TEST(Scenario, each_bad_input_gives_its_one_message) {
  for (const auto& bad : kBad) {
    SCOPED_TRACE(bad.name);
    expect_refused(changed(bad.change), bad.kind, bad.detail);
  }
}

TEST(Scenario, bad_json_is_placed) {
  const auto& kind = scenario::kScenarioNotJson;
  expect_refused("", kind, "line 1, column 1: found the end, expected JSON");
  expect_refused("{\n  \"a\": 1,\n  b\n}", kind, "line 3, column 3: found 'b', expected JSON");
  expect_refused("{\"a\": [1, 2", kind, "line 1, column 12: found the end, expected JSON");
  expect_refused("{\"a\": 1} x", kind, "line 1, column 10: found 'x', expected JSON");
  expect_refused("{\"a\n\": 1}", kind, "line 1, column 4: found white space, expected JSON");
  expect_refused(std::string("{\"a\": 1}\n\0 x", 12), kind, "line 2, column 1: found a NUL byte, expected JSON");
  expect_refused("{\"a\": {\"b\": 1, \"b\": 2}}", kind, "/a/b: found this key twice, expected each key once");
  expect_refused("[{\"a\": 0}, {\"x/y\": 1, \"x/y\": 2}]", kind, "/1/x~1y: found this key twice, expected each key once");
  expect_refused(std::string(17, '[') + std::string(17, ']'), kind, "found more than 16 levels");
  expect_refused(std::string(200'000, '['), kind, "found more than 16 levels");
  expect_refused("{\"name\": \"" + std::string(4'001, 'a') + "\"}", kind, "/name: found a text of 4001 bytes, expected at most 4000");
  expect_refused(std::string((1U << 20) + 1, ' '), kind, "found 1048577 bytes, expected at most 1048576");
}

TEST(Scenario, a_file_that_is_not_there) {
  const auto scenario = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/clean/none.json");
  ASSERT_FALSE(scenario);
  EXPECT_EQ(scenario.error().kind, &scenario::kScenarioUnreadable);
  EXPECT_NE(scenario.error().detail.find("none.json: No such file"), std::string::npos) << scenario.error().detail;
}

TEST(Scenario, a_folder_is_no_file) {
  const auto scenario = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/clean");
  ASSERT_FALSE(scenario);
  EXPECT_EQ(scenario.error().kind, &scenario::kScenarioUnreadable);
}

// One byte of the main job turned into another: it is read, or refused with a place; never anything else.
RC_GTEST_PROP(Scenario, a_flipped_byte_is_read_or_refused, ()) {
  static const std::string kText = text_of(kFile);
  std::string text = kText;
  text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
  const auto scenario = scenario::parse_scenario(text, kFile);
  if (!scenario) RC_ASSERT(scenario.error().detail.starts_with(kFile.string() + ": "));
}

}  // namespace
