// A pack: written, sampled, and read again.
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

using namespace base::event;

using PackTest = PackDirectory;

/// One of every kind of event, with awkward strings, and every way a read can stand in a pack.
struct Everything {
  std::string text = R"({"vrm":"AB01CDE","time":"11/06/2019 07:00:00"})";
  base::Bytes patch{std::string("\xff\xd8patch")}, overview{std::string("\xff\xd8overview")}, list{std::string("VRM\r\n")},
      extract{std::string("AB01CDE\r\n")};
  std::string named = R"({"vrm":"A","plate_patch":{"sha256":")" + base::sha256_hex("\xff\xd8patch") + R"(","bytes":7}})";
  std::string not_json = "\xff{\"vrm\"";
  std::string twice = R"({"vrm":"A","vrm":"B"})";
  std::string two_lines = "{\"vrm\":\n\"A\"}";
  ReadFacts facts{"ZZ01ZZZ", 21'000};
  RefusedFault faults[2] = {{"vrm", "2.2.1", "a \"space\""}, {"time", "2.2.2", ""}};
  std::string_view patterns[2] = {"35_*", "07_x.csv"};
  std::string hash = std::string(63, '0') + "f";   // of an image that nobody holds
  std::string unheld = R"({"vrm":"A","plate_patch":{"sha256":")" + hash + R"(","bytes":7}})";
  std::string_view sample[2] = {hash, hash};
  Preset presets[3] = {{-3, 0}, {0, 270}, {12, 90}};

  std::vector<base::Event> events() {
    std::vector<base::event::Body> bodies{
        Camera{"35-12-42", "static", true, false, Position{522'051'230, -1'218'170}, Position{522'051'011, 5}, 500},
        Camera{"35-12-43", "mobile", false, true, Position{-900'000'000, 1'800'000'000}, std::nullopt, 0},
        Operator{"op", "35", patterns, false},
        Operator{"nobody", "35", {}, true},
        VoiUploaded{"35_Cambs VOI List.csv", "35", &list, true},
        ListInForce{"nas", "35_Cambs VOI List.csv", "v1"},
        Pass{"p1", "35-12-42", "AB01CDE", Position{522'051'011, -1}, 270},
        Pass{"p2", "35-12-42", "", {}, 0},
        ReadSent{"r1", "p1", "35-12-42", {text, nullptr, nullptr, nullptr}},
        ReadSent{"r2", "", "35-12-42", {text, &patch, &overview, nullptr}},
        ReadReceived{"nas", "r2", {named, &patch, nullptr, nullptr}},
        ReadReceived{"lea:35", "r2", {named, nullptr, nullptr, nullptr}},
        ReadReceived{"lea:35", "r2", {named, &overview, nullptr, nullptr}},
        ReadReceived{"lea:35", "r3", {not_json, &patch, nullptr, nullptr}},
        ReadReceived{"nas", "r4", {twice, nullptr, nullptr, nullptr}},
        ReadReceived{"nas", "r5", {two_lines, nullptr, nullptr, nullptr}},
        ReadReceived{"nas", "r6", {{}, nullptr, nullptr, &facts}},
        ReadAcknowledged{"nas", "r1", "c1"},
        ReadAcknowledged{"lea:35", "r1", ""},
        ReadRefused{"nas", "r3", faults},
        ReadRefused{"nas", "r3", {}},
        ReadBuffered{"lea:35", "r1"},
        ReadDeleted{"lea:35", "r1"},
        HitSent{"h1", "r1", "35_Cambs VOI List.csv", 7, "voi"},
        HitDelivered{"h1", "op"},
        HitAcknowledged{"h1", "op"},
        Link{"lea:35", "nas", false},
        ConnectivityShown{"lea:35", "down"},
        Component{"nas", false},
        Fault{"link.down", "wan:lea:35", true},
        StoreCensus{"nas", 41'200},
        ClockCompared{"tester", base::nanoseconds(-31'000'001), base::milliseconds(10), "by hand \\ \"x\"\n\x01"},
        CaptureReturned{"c1", {text, &patch, &overview, nullptr}},
        PhaseEnded{"final"},
        Camera{"35-12-44", "static", true, true, Position{522'051'230, -1'218'170}, std::nullopt, 0, presets},
        Camera{"35-12-45", "static", true, true, Position{1, 2}, Position{3, 4}, 5, std::span(presets).first(1)},
        ConnectivityTest{"camera:35-12-42", "QQ111QQQ", "35-12-42:9"},
        ConnectivityTest{"camera:35-12-42", "QQ111QQQ", ""},
        ManualEntry{"lea:35", "35-12-0:1"},
        OperatorSession{"camera:35-12-42", "PC \"1234\"", true},
        OperatorSession{"mobile:35-40", "", false},
        Camera{"35-12-46", "cctv", false, true, std::nullopt, Position{-1, -2}, 12'345},
        Pass{"p3", "35-12-42", "AB01CDE", std::nullopt, 0, true},
        ReadSent{"r7", "p3", "35-12-42", {unheld, nullptr, nullptr, nullptr, hash, {}}},
        ReadSent{"r8", "p3", "35-12-42", {text, nullptr, nullptr, nullptr, hash, hash}},
        Inspection{"2.2.4-i", sample, "the plate, and nothing \"beside\" it", true, "A. Person"},
        Inspection{"2.3-e", {}, "", false, ""},
        HitSent{"h2", "r1", "pnc:extract", 3, "extract", base::seconds(28'801)},
        HitSent{"h3", "r1", "pnc:fast-track", 3, "fast-track", base::Duration{}},
        VoiUploaded{"35_Cambs VOI List.csv", "35", &extract, false, true},
        VoiRefused{"35_Cambs VOI List.csv", "07", "it is another organisation's"},
        VoiDeleted{"35_Cambs VOI List.csv", "35"},
        VoiRowRefused{"35_Cambs VOI List.csv", 0, 16, "the \"header\" is in another order"},
        VoiWeeded{"35_Cambs VOI List.csv", 1'000'000},
        PncLink{false},
        PncExtractIssued{"2019-06-11T06", &extract},
        PncExtractIssued{"2019-06-11T14", nullptr},
        PncExtractLoaded{"mobile:35-40", "2019-06-11T06"},
        PncEntries{"fast-track", &extract},
        PncEntries{"mmc", nullptr},
        ListLoaded{"mobile:35-40", "35_Cambs VOI List.csv", "v1"},
        SymbolShown{"operator:op", "h1", "Stop", "A&S"},
    };
    std::vector<base::Event> events;
    base::Instant at = base::parse_rfc3339("2019-06-11T06:58:59.999990Z").value();
    for (auto& body : bodies) {
      at = at + base::microseconds(7);
      events.push_back({at, std::move(body), {}});
    }
    events[3].uncertainty = base::microseconds(250);
    return events;
  }
};

TEST_F(PackTest, WhatIsReadIsWhatWasWritten) {
  Everything all;
  const auto events = all.events();
  const std::string manifest = write(options(), events);
  EXPECT_EQ(manifest, base::sha256_hex(file("manifest.json")));
  Heard written, read;
  for (const auto& event : events) written.hear(event);
  const auto counts = read_pack_counted(directory_, read);
  ASSERT_TRUE(counts.has_value()) << counts.error().message();
  EXPECT_EQ(counts->told, events.size());
  EXPECT_EQ(counts->unknown, 0u);
  ASSERT_EQ(read.lines.size(), written.lines.size());
  for (std::size_t i = 0; i < read.lines.size(); ++i) EXPECT_EQ(read.lines[i], written.lines[i]);
  EXPECT_EQ(read.images, written.images);
  EXPECT_EQ(read.lists, written.lists);
}

TEST_F(PackTest, ThePlainReadStandsVerbatimAndTheOthersInBase64) {
  Everything all;
  write(options(), all.events());
  const std::string events = file("events.ndjson");
  EXPECT_NE(events.find(",\"read\":" + all.text + "}"), std::string::npos);
  EXPECT_EQ(events.find(all.twice), std::string::npos);
  EXPECT_NE(events.find(R"("raw":"/3sidnJtIg==")"), std::string::npos);
  EXPECT_NE(events.find(R"("facts":{"vrm":"ZZ01ZZZ","size_bytes":21000})"), std::string::npos);
  for (const std::string line :
       {R"("kind":"pass","pass_id":"p2","camera":"35-12-42","vrm":null)", R"("longitude":-0.1218170)", R"("uncertainty_s":0.000250000)",
        R"("presets":{"-3":0,"0":270,"12":90})", R"("kind":"manual.entry","component":"lea:35","read_id":"35-12-0:1")",
        R"("kind":"phase.ended","phase":"final")", R"("vrm":"AB01CDE","direction":0,"detailed_scene":true)",
        R"("surveyed":{"latitude":-0.0000001,"longitude":-0.0000002,"uncertainty_m":12.345})", R"("result":"pass","inspector":"A. Person")",
        R"("kind":"inspection","requirement":"2.3-e","sample":[],"criterion":"","result":"fail")",
        R"("row":3,"source":"extract","data_age_s":28801.000000000)", R"("row":7,"source":"voi"})", R"("kind":"pnc.link","up":false)",
        R"("kind":"pnc.extract_issued","version":"2019-06-11T14"})",
        R"("kind":"pnc.entries","source":"fast-track","sha256":")", R"("kind":"pnc.entries","source":"mmc"})",
        R"("kind":"symbol.shown","component":"operator:op","hit_id":"h1","action":"Stop","text":"A&S")"}) {
    EXPECT_NE(events.find(line), std::string::npos) << line;
  }
}

TEST_F(PackTest, AListThatThePackDoesNotHoldIsNone) {
  Everything all;
  const std::vector<base::Event> events{{{}, PncExtractIssued{"v", &all.extract}, {}}, {{}, PncEntries{"mmc", &all.list}, {}}};
  write(options(), events);
  fs::remove(directory_ / "lists" / (base::sha256_hex(all.extract.view()) + ".csv"));
  Heard heard;
  ASSERT_TRUE(read_pack(directory_, heard).has_value());
  EXPECT_EQ(heard.lists.size(), 1u);
  EXPECT_EQ(heard.lists.count(base::sha256_hex(all.list.view())), 1u);
}

TEST_F(PackTest, EachImageIsThereOnceUnderItsHash) {
  Everything all;
  write(options(), all.events());
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(directory_ / "images")) {
    ++count;
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(base::sha256_hex(file("images/" + name)) + ".jpg", name);
  }
  EXPECT_EQ(count, 2u);
}

TEST_F(PackTest, TheManifestSaysWhatThePackIsAndHashesEachFile) {
  Everything all;
  write(options(Keep::kSampled, 8), all.events());
  const auto json = nlohmann::json::parse(file("manifest.json"));
  EXPECT_EQ(json.at("format"), "plumbline-evidence");
  EXPECT_EQ(json.at("version"), 1);
  EXPECT_EQ(json.at("subject").at("role"), "nas");
  EXPECT_EQ(json.at("sampled"), "1/8");
  EXPECT_EQ(json.at("seed"), 7);
  EXPECT_EQ(json.at("delete_by"), "2019-07-12");
  EXPECT_TRUE(json.at("claims").is_array());
  for (const auto& [path, hash] : json.at("files").items()) EXPECT_EQ(base::sha256_hex(file(path)), hash.get<std::string>()) << path;
  EXPECT_TRUE(json.at("files").contains("events.ndjson"));
  write(options(), all.events());
  EXPECT_FALSE(nlohmann::json::parse(file("manifest.json")).contains("sampled"));
}

TEST_F(PackTest, KeepNoneWritesNothing) {
  Everything all;
  EXPECT_EQ(write(options(Keep::kNone), all.events()), "");
  EXPECT_FALSE(fs::exists(directory_));
}

TEST_F(PackTest, ASampleHoldsWholeReadsAndEverythingElse) {
  // A read is in the sample of 1 in 4 by the hash of its id alone.
  std::vector<base::Event> events;
  std::vector<std::string> ids, passes, captures, hits;
  for (int i = 0; i < 400; ++i) {
    ids.push_back("35-1-1:" + std::to_string(i));
    passes.push_back("p" + std::to_string(i));
    captures.push_back("c" + std::to_string(i));
    hits.push_back("h" + std::to_string(i));
  }
  base::Instant at = base::parse_rfc3339("2019-06-11T07:00:00Z").value();
  const std::string text = R"({"vrm":"A"})";
  const auto add = [&](Body body) { events.push_back({at = at + base::milliseconds(1), std::move(body), {}}); };
  for (int i = 0; i < 400; ++i) {
    add(Pass{passes[i], "35-1-1", "A", {}, 0});
    if (i % 50 == 0) add(Link{"a", "b", false});
    if (i == 399) continue;  // a pass that no read follows
    add(ConnectivityTest{"camera:35-1-1", "QQ111QQQ", ids[i]});
    add(ManualEntry{"lea:35", ids[i]});
    add(ReadSent{ids[i], passes[i], "35-1-1", {text, nullptr, nullptr, nullptr}});
    add(ReadReceived{"nas", ids[i], {text, nullptr, nullptr, nullptr}});
    add(ReadAcknowledged{"nas", ids[i], captures[i]});
    add(HitSent{hits[i], ids[i], "l", 1, "voi"});
    add(HitDelivered{hits[i], "op"});
    add(HitAcknowledged{hits[i], "op"});
    add(SymbolShown{"operator:op", hits[i], "Stop", "CAMBS"});
  }
  for (int i = 0; i < 399; ++i) add(CaptureReturned{captures[i], {text, nullptr, nullptr, nullptr}});
  write(options(Keep::kSampled, 4), events);

  Heard heard;
  const auto counts = read_pack_counted(directory_, heard);  // reading checks that `at` is in order
  ASSERT_TRUE(counts.has_value()) << counts.error().message();
  EXPECT_EQ(counts->sampled_one_in, 4u);
  std::size_t expected = 8 + 1;  // the links, and the pass without a read
  for (int i = 0; i < 399; ++i) expected += base::hash64(ids[i]) % 4 == 0 ? 11 : 0;
  EXPECT_EQ(counts->told, expected);
  EXPECT_GT(expected, 400u);
}

TEST_F(PackTest, APassWaitsForItsReadNoLongerThanTenSeconds) {
  base::Instant at = base::parse_rfc3339("2019-06-11T07:00:00Z").value();
  std::string out_id;
  for (int i = 0; out_id.empty(); ++i) {
    if (base::hash64("r" + std::to_string(i)) % 4 != 0) out_id = "r" + std::to_string(i);
  }
  std::vector<base::Event> events{{at, Pass{"p", "c", "A", {}, 0}, {}},
                                  {at + base::seconds(11), Link{"a", "b", true}, {}},
                                  {at + base::seconds(12), ReadSent{out_id, "p", "c", {"{}", nullptr, nullptr, nullptr}}, {}}};
  write(options(Keep::kSampled, 4), events);
  Heard heard;
  EXPECT_EQ(read_pack(directory_, heard).value_or(0), 2u);  // pass and link; the read is not in the sample
}

TEST_F(PackTest, AnotherPackInTheSamePlaceReplacesTheFirst) {
  Everything all;
  write(options(), all.events());
  write(options(), {});
  EXPECT_TRUE(fs::is_empty(directory_ / "images"));
  Heard heard;
  EXPECT_EQ(read_pack(directory_, heard).value_or(99), 0u);
}

TEST_F(PackTest, FoldersThatAreNoPacksAreLeftAlone) {
  fs::create_directories(directory_ / "images");
  overwrite("images/holiday.jpg", "mine");
  write(options(), {});
  EXPECT_EQ(file("images/holiday.jpg"), "mine");
}

TEST_F(PackTest, APlaceThatCannotBeWrittenIsAnError) {
  std::ofstream(directory_) << "a file";
  const auto writer = make_pack_writer(directory_, options());
  ASSERT_FALSE(writer.has_value());
  EXPECT_EQ(writer.error().kind, &kPackNotWritable);
}

TEST_F(PackTest, AFullDiskIsToldAndLeavesNoManifest) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  fs::create_directories(directory_);
  fs::create_symlink("/dev/full", directory_ / "events.ndjson");
  auto writer = make_pack_writer(directory_, options());
  ASSERT_TRUE(writer.has_value());
  (*writer)->hear({{}, Link{"a", "b", true}, {}});
  const auto finished = (*writer)->finish({}, {});
  ASSERT_FALSE(finished.has_value());
  EXPECT_EQ(finished.error().kind, &kPackNotWritable);
  EXPECT_FALSE(fs::exists(directory_ / "manifest.json"));
}

TEST_F(PackTest, HashesThatAreNotRightAreTold) {
  Everything all;
  write(options(), all.events());
  const std::string events = file("events.ndjson");
  overwrite("events.ndjson", events + "\n");
  Heard heard;
  EXPECT_EQ(read_pack(directory_, heard).error().detail, "events.ndjson: expected the hash that manifest.json gives");
  overwrite("events.ndjson", events);
  overwrite("images/" + base::sha256_hex(all.patch.view()) + ".jpg", "another image");
  EXPECT_NE(read_pack(directory_, heard).error().detail.find("to have the hash it is named by"), std::string::npos);
}

TEST_F(PackTest, AMissingImageIsAPartialPackAndNoFault) {
  Everything all;
  write(options(), all.events());
  fs::remove(directory_ / "images" / (base::sha256_hex(all.patch.view()) + ".jpg"));
  Heard heard;
  EXPECT_TRUE(read_pack(directory_, heard).has_value());
}

}  // namespace
}  // namespace evidence::test
