// A pack: written, sampled, and read again.
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/conformance/evidence/everything.h"
#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

using namespace base::event;

using PackTest = PackDirectory;

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
        R"("operator":"lea:35","organisation":"35","lists":["35_*","07_x.csv"],"cameras":["35-12-*","35-\"13\"-1"],)"
        R"("actions":["Stop"],)",
        R"("operator":"nobody","organisation":"35","lists":[],"online":true})",
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
  const auto finished = (*writer)->finish({}, {}, {});
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
  EXPECT_EQ(read_pack(directory_, heard).error().kind, &kPackContradicts);
  EXPECT_NE(read_pack(directory_, heard).error().detail.find("events.ndjson: expected the SHA-256 that manifest.json gives"),
            std::string::npos);
  overwrite("events.ndjson", events);
  overwrite("images/" + base::sha256_hex(all.patch.view()) + ".jpg", "another image");
  EXPECT_EQ(read_pack(directory_, heard).error().kind, &kPackContradicts);
  EXPECT_NE(read_pack(directory_, heard).error().detail.find("expected the SHA-256 that it is named by"), std::string::npos);
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
