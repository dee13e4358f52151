// What of a pack cannot be read, and what is said of it.
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/event_reader.h"
#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

using namespace base::event;

using PackFaultsTest = PackDirectory;

TEST_F(PackFaultsTest, FaultsSayFileLineAndWhatIsExpected) {
  const std::string good = R"({"at":"2019-06-11T07:00:00.000000Z","kind":"link","from":"a","to":"b","up":true})"
                           "\n";
  EXPECT_EQ(fault_of(good), "");
  EXPECT_EQ(fault_of(good + "\n" + good), "");  // an empty line is nothing
  EXPECT_EQ(fault_of(good.substr(0, good.size() - 1) + "\r\n\r\n \t\n" + good), "");  // nor is one of blanks
  const auto starts = [&](const std::string& events, const std::string& with) {
    const std::string fault = fault_of(events);
    EXPECT_EQ(fault.substr(0, with.size()), with) << fault;
  };
  starts(good + "{", "events.ndjson, line 2: expected one JSON object");
  starts("[1]\n", "events.ndjson, line 1: expected one JSON object");
  starts(R"({"kind":"link"})", "events.ndjson, line 1: expected \"at\" to be a string");
  starts(R"({"at":"07:00","kind":"link"})", "events.ndjson, line 1: expected \"at\" to be an instant");
  starts(R"({"at":"2019-06-11T07:00:00Z"})", "events.ndjson, line 1: expected \"kind\"");
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"link","from":"a","to":"b","up":"yes"})",
         "events.ndjson, line 1: expected \"up\" to be true or false");
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"link","from":"a","from":"c","to":"b"})", "events.ndjson, line 1: expected \"from\" once");
  const std::string link = R"({"at":"2019-06-11T07:00:00Z","kind":"link","from":"a","to":"b")";
  const auto strange = [](int count) {
    std::string members;
    for (int i = 0; i < count; ++i) members += ",\"strange " + std::to_string(i) + "\":{}";
    return members;
  };
  EXPECT_EQ(fault_of(link + strange(60) + "}"), "");
  starts(link + strange(60) + R"(,"more":2})", "events.ndjson, line 1: expected at most 64 members");
  starts(link + strange(59) + R"(,"strange 7":1})", "events.ndjson, line 1: expected \"strange 7\" once");
  starts(link + R"(,"t\u006f":"c"})", "events.ndjson, line 1: expected \"to\" once");
  starts(link + R"(,"up":null,"up":true})", "events.ndjson, line 1: expected \"up\" once");
  const std::string hit = R"({"at":"2019-06-11T07:00:00Z","kind":"hit.sent","hit_id":"h","row":)";
  for (const std::string row : {"null", "0", "7"}) EXPECT_EQ(fault_of(hit + row + "}"), "");
  starts(hit + "-1}", "events.ndjson, line 1: expected \"row\" to be an integer of at least 0");
  for (const std::string at : {"2019-06-11T07:00:00.-00001Z", "2019-06-11T07:00:00.+00001Z", "2019-06-11T07:00:00.00000 Z",
                               "2019-06-11T07:00:00.0000001", "2019-06-11T07:00:00,000001Z"}) {
    starts(R"({"at":"2019-06-11T07:00:00.000000Z","kind":"link","from":"a","to":"b"})" "\n" R"({"at":")" + at + R"(","kind":"link"})",
           "events.ndjson, line 2: expected \"at\" to be an instant");
  }
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"read.received","read_id":"r","raw":"!"})",
         "events.ndjson, line 1: expected \"raw\" to be base64");
  starts(R"({"at":"2019-06-11T07:00:00Z","clock":"subject","kind":"link","from":"a","to":"b"})",
         "events.ndjson, line 1: expected \"seq\"");
  starts(good + R"({"at":"2019-06-11T06:59:59Z","kind":"link","from":"a","to":"b"})", "events.ndjson, line 2: expected \"at\" in order");
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"pass","pass_id":"p","latitude":1e300,"longitude":0})",
         "events.ndjson, line 1: expected \"latitude\"");
  const std::string camera = R"({"at":"2019-06-11T07:00:00Z","kind":"camera","camera":"35-12-42","presets":)";
  EXPECT_EQ(fault_of(camera + R"({"3":90,"-1":270}})"), "");
  starts(camera + "[270]}", "events.ndjson, line 1: expected \"presets\" to be an object");
  starts(camera + R"({"north":0}})", "events.ndjson, line 1: expected \"presets\" to be an object of directions by the number");
  starts(camera + R"({"0":0,"0":90}})", "events.ndjson, line 1: expected \"0\" once");
  starts(camera + R"({"0":0,"00":90}})", "events.ndjson, line 1: expected \"presets\" to be an object in which no preset");
  for (const std::string direction : {"\"north\"", "null", "-1", "360", "5000000000", "0.5"})
    starts(camera + R"({"0":)" + direction + "}}",
           "events.ndjson, line 1: expected \"presets\" to give preset 0 a direction, an integer from 0 to 359");
  for (const std::string at : {"1899-12-31T23:59:59Z", "2100-01-01T00:00:00Z"})
    starts(R"({"at":")" + at + R"(","kind":"link","from":"a","to":"b"})",
           "events.ndjson, line 1: expected \"at\" to be an instant of the years");
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"manual.entry","component":"lea:35"})",
         "events.ndjson, line 1: expected \"read_id\" to be a string");
  const std::string inspection =
      R"({"at":"2019-06-11T07:00:00Z","kind":"inspection","requirement":"2.2.4-i","criterion":"c","inspector":"i",)";
  EXPECT_EQ(fault_of(inspection + R"("sample":[],"result":"pass"})"), "");
  starts(inspection + R"("result":"pass"})", "events.ndjson, line 1: expected \"sample\" to be an array");
  starts(inspection + R"("sample":[7],"result":"pass"})", "events.ndjson, line 1: expected \"sample\" to be an array of strings");
  starts(inspection + R"("sample":["plate.jpg"],"result":"pass"})", "events.ndjson, line 1: expected \"sample\" to be an array of SHA-256");
  starts(inspection + R"("sample":[],"result":"good"})", "events.ndjson, line 1: expected \"result\" to be \"pass\" or \"fail\"");
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"pass","pass_id":"p","latitude":52.1})", "events.ndjson, line 1: expected \"longitude\"");
  starts(R"({"at":"2019-06-11T07:00:00Z","kind":"camera","camera":"c","recorded":{}})", "events.ndjson, line 1: expected \"latitude\"");
  starts(std::string("{\"at\":\"\xff\"}"), "events.ndjson, line 1: expected one JSON object in UTF-8");
  starts(std::string(50, '[') + std::string(50, ']'), "events.ndjson, line 1: expected one JSON object");
}

TEST_F(PackFaultsTest, AnUncertaintyIsNeverNegativeNorBeyondAllMeasure) {
  const std::string at = R"({"at":"2019-06-11T07:00:00Z",)";
  const auto compared = [&](const std::string& member, const std::string& value) {
    return at + R"("kind":"clock.compared","component":"nas",")" + member + "\":" + value + "}";
  };
  const auto surveyed = [&](const std::string& value) {
    return at + R"("kind":"camera","camera":"c","surveyed":{"latitude":52,"longitude":0,"uncertainty_m":)" + value + "}}";
  };
  const auto told = [&](const std::string& value) { return at + R"("kind":"component","component":"nas","uncertainty_s":)" + value + "}"; };
  const auto refused = [&](const std::string& event, const std::string& with) {
    EXPECT_EQ(fault_of(event), "events.ndjson, line 1: expected \"" + with) << event;
  };
  for (const std::string value : {"-8", "-0.001", "31622401", "1e300"}) {
    refused(compared("expanded_uncertainty_s", value), "expanded_uncertainty_s\" to be a number from 0 to 31622400");
    refused(told(value), "uncertainty_s\" to be a number from 0 to 31622400");
  }
  for (const std::string value : {"-8", "-0.001", "1000001"}) refused(surveyed(value), "uncertainty_m\" to be a number from 0 to 1000000");
  for (const std::string value : {"-3155760001", "3155760001"})
    refused(compared("offset_s", value), "offset_s\" to be a number from -3155760000 to 3155760000");
  const std::string a_year = compared("expanded_uncertainty_s", "31622400"), decades = compared("offset_s", "-1600000000");
  for (const std::string& fine : {a_year, decades, surveyed("1e6"), told("0")}) EXPECT_EQ(fault_of(fine), "");
}

TEST_F(PackFaultsTest, ANameIsOneThatTheJudgeKeepsWhole) {
  const std::string at = R"({"at":"2019-06-11T07:00:00Z",)", name(31, 'c');
  const auto camera = [&](const std::string& called) { return at + R"("kind":"camera","camera":")" + called + "\"}"; };
  const auto sent = [&](const std::string& called) {
    return at + R"("kind":"read.sent","read_id":"r","read":{},"camera":")" + called + "\"}";
  };
  const auto at_component = [&](const std::string& kind, const std::string& component) {
    return at + R"("kind":"read.)" + kind + R"(","read_id":"r","read":{},"component":")" + component + "\"}";
  };
  for (const auto& fine : {camera(name), sent(name), sent("")}) EXPECT_EQ(fault_of(fine), "");
  for (const auto& bad : {camera(""), camera("\\u0000"), camera("35\\u0000"), camera(name + "c"), sent(name + "c"), sent("a\\u001b")})
    EXPECT_EQ(fault_of(bad).find("events.ndjson, line 1: expected \"camera\" to be the name of a camera"), 0u) << fault_of(bad);
  for (const auto& component : {camera("camera:35-12-42"), sent("camera:35-12-42")})
    EXPECT_NE(fault_of(component).find("the bare name of a camera, such as 35-12-42"), std::string::npos) << fault_of(component);
  for (const char* kind : {"received", "acknowledged", "refused", "buffered", "deleted"}) {
    EXPECT_EQ(fault_of(at_component(kind, name)), "");
    EXPECT_EQ(fault_of(at_component(kind, name + "c")),
              "events.ndjson, line 1: expected \"component\" to be a component of at most 31 bytes");
  }
}

TEST_F(PackFaultsTest, AManifestSaysNothingThatAReportCannotHold) {
  seal("");
  const std::string sound = file("manifest.json");
  const auto fault_with = [&](const char* place, const nlohmann::json& value) {
    nlohmann::json manifest = nlohmann::json::parse(sound);
    manifest[nlohmann::json::json_pointer(place)] = value;
    overwrite("manifest.json", manifest.dump());
    Heard heard;
    const auto read = read_pack(directory_, heard);
    return read ? std::string() : read.error().detail;
  };
  EXPECT_EQ(fault_with("/run/seed", INT64_MAX), "");
  EXPECT_NE(fault_with("/run/seed", std::uint64_t{1} << 63).find("\"seed\" to be an integer"), std::string::npos);
  EXPECT_NE(fault_with("/run/replay", std::string("a\0b", 3)).find("\"replay\""), std::string::npos);
  EXPECT_EQ(fault_with("/gathered/from", ""), "");
  EXPECT_NE(fault_with("/gathered/from", "x").find("\"from\" to be an instant"), std::string::npos);
}

TEST_F(PackFaultsTest, AKindThatIsNotReadIsCountedAndPassedOver) {
  seal(R"({"at":"2019-06-11T07:00:00Z","kind":"search.asked"})"
       "\n"
       R"({"at":"2019-06-11T07:00:00Z","kind":"component","component":"nas","up":false,"why":"added by somebody"})");
  Heard heard;
  const auto counts = read_pack_counted(directory_, heard);
  ASSERT_TRUE(counts.has_value()) << counts.error().message();
  EXPECT_EQ(counts->unknown, 1u);
  EXPECT_EQ(counts->told, 1u);
}

TEST_F(PackFaultsTest, DefaultsAreThoseOfThePage) {
  seal(R"({"at":"2019-06-11T07:00:00Z","kind":"read.received","read_id":"r","read":{"vrm":"A"}})");
  Heard heard;
  ASSERT_TRUE(read_pack(directory_, heard).has_value());
  EXPECT_NE(heard.lines.at(0).find(R"("component":"nas")"), std::string::npos);
}

/// What an event says of its read, kept.
struct Unheld : base::Witness {
  std::string patch, overview;
  void hear(const base::Event& event) override {
    const auto& read = std::get<ReadReceived>(event.body).read;
    patch = read.unheld_plate_patch;
    overview = read.unheld_overview;
  }
};

TEST_F(PackFaultsTest, AnImageThatThePackDoesNotHoldIsNamedAndOneThatNeverCrossedIsNot) {
  const std::string hash = std::string(63, '0') + "f";
  const std::string event =
      R"({"at":"2019-06-11T07:00:00Z","kind":"read.received","read_id":"r","read":{"plate_patch":{"sha256":")" + hash + R"("}})";
  Unheld heard;
  seal(event + "}");
  ASSERT_TRUE(read_pack(directory_, heard).has_value());
  EXPECT_EQ(heard.patch, hash);
  EXPECT_EQ(heard.overview, "");
  seal(event + R"(,"parts":{"plate_patch":null,"overview":")" + hash + R"("}})");
  ASSERT_TRUE(read_pack(directory_, heard).has_value());
  EXPECT_EQ(heard.patch, "");
  EXPECT_EQ(heard.overview, hash);
}

TEST_F(PackFaultsTest, PresetsAreTakenInTheOrderOfTheirNumbers) {
  seal(R"({"at":"2019-06-11T07:00:00Z","kind":"camera","camera":"35-12-42","presets":{"10":0,"-3":90,"2":180}})");
  Heard heard;
  ASSERT_TRUE(read_pack(directory_, heard).has_value());
  EXPECT_NE(heard.lines.at(0).find(R"("presets":{"-3":90,"2":180,"10":0})"), std::string::npos) << heard.lines.at(0);
}

TEST_F(PackFaultsTest, ImageNamesThatAreNoHashesAreNeverOpened) {
  fs::create_directories(directory_ / "images");
  overwrite("images/x.jpg", "x");
  seal(R"({"at":"2019-06-11T07:00:00Z","kind":"read.received","read_id":"r","read":{"plate_patch":{"sha256":"../images/x"}}})");
  Heard heard;
  ASSERT_TRUE(read_pack(directory_, heard).has_value());
  EXPECT_TRUE(heard.images.empty());
}

TEST_F(PackFaultsTest, WithoutManifestThereIsNoPack) {
  fs::create_directories(directory_);
  overwrite("events.ndjson", "");
  Heard heard;
  EXPECT_EQ(read_pack(directory_, heard).error().kind, &kPackUnreadable);
  overwrite("manifest.json", R"({"format":"something","version":1,"subject":{},"files":{}})");
  EXPECT_EQ(read_pack(directory_, heard).error().kind, &kPackUnreadable);
  overwrite("manifest.json", R"({"format":"plumbline-evidence","version":1,"subject":{},"files":{},"sampled":"1/x"})");
  EXPECT_EQ(read_pack(directory_, heard).error().kind, &kPackUnreadable);
}

TEST_F(PackFaultsTest, ALineHas16MiBAndNotAByteMore) {
  const std::string head = R"({"at":"2019-06-11T07:00:00Z","kind":"phase.ended","phase":"p","note":")", tail = "\"}";
  const auto line_of = [&](std::size_t bytes) { return head + std::string(bytes - head.size() - tail.size(), 'x') + tail; };
  for (const std::string end : {"\n", ""}) {
    EXPECT_EQ(fault_of(line_of(EventReader::kLineBytesMax) + end), "");
    EXPECT_EQ(fault_of(line_of(EventReader::kLineBytesMax + 1) + end), "events.ndjson, line 1: expected a line of at most 16 MiB");
  }
}

TEST_F(PackFaultsTest, ALineLongerThanTheBufferIsRead) {
  const std::string text = R"({"vrm":")" + std::string(5'000'000, 'A') + R"("})";
  write(options(), {{{}, ReadReceived{"nas", "r1", {text, nullptr, nullptr, nullptr}}, {}}, {{}, Link{"a", "b", true}, {}}});
  Heard heard;
  ASSERT_EQ(read_pack(directory_, heard).value_or(0), 2u);
  EXPECT_NE(heard.lines.at(0).find(text), std::string::npos);
}

}  // namespace
}  // namespace evidence::test
