// Deleting what was gathered in the field.
#include "conformance/evidence/purge.h"

#include <unistd.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/conformance/evidence/everything.h"
#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

const base::Instant kNow = base::parse_rfc3339("2026-11-27T10:00:00Z").value();

using PurgeTest = PackDirectory;

TEST_F(PurgeTest, TheEvidenceGoesAndTheManifestStays) {
  Everything all;
  write(options(), all.events());
  const std::string manifest = file("manifest.json");
  overwrite("images/holiday.jpg", "somebody else's");
  overwrite("notes.txt", "somebody else's");
  const auto purged = purge(directory_, kNow);
  ASSERT_TRUE(purged.has_value()) << purged.error().message();
  EXPECT_GT(purged->files, 2u);
  EXPECT_EQ(file("manifest.json"), manifest);
  EXPECT_EQ(file("images/holiday.jpg") + file("notes.txt"), "somebody else'ssomebody else's");
  EXPECT_FALSE(fs::exists(directory_ / "events.ndjson"));
  EXPECT_FALSE(fs::exists(directory_ / "lists"));
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_ / "images"), fs::directory_iterator()), 1);
  const auto note = nlohmann::json::parse(file("purged.json"));
  EXPECT_EQ(note["at"], "2026-11-27T10:00:00.000000Z");
  EXPECT_EQ(note["manifest_sha256"], base::sha256_hex(manifest));
  EXPECT_EQ(note["files"], purged->files);
}

TEST_F(PurgeTest, APurgedPackSaysSo) {
  write(options(), {});
  ASSERT_TRUE(purge(directory_, kNow));
  Heard heard;
  const auto read = read_pack(directory_, heard);
  EXPECT_EQ(read.error().kind, &kPackUnreadable);
  EXPECT_NE(read.error().detail.find("deleted on 2026-11-27"), std::string::npos) << read.error().detail;
  EXPECT_EQ(purge(directory_, kNow)->files, 0u);
}

TEST_F(PurgeTest, AgainItChangesNothingAndAddsWhatCameLater) {
  Everything all;
  write(options(), all.events());
  const std::uint64_t first = purge(directory_, kNow)->files;
  const std::string note = file("purged.json");
  EXPECT_EQ(purge(directory_, kNow + base::hours(24))->files, 0u);
  EXPECT_EQ(file("purged.json"), note);
  overwrite("events.ndjson", "found again");
  EXPECT_EQ(purge(directory_, kNow + base::hours(48))->files, 1u);
  const auto added = nlohmann::json::parse(file("purged.json"));
  EXPECT_EQ(added["files"], first + 1);
  EXPECT_EQ(added["bytes"], nlohmann::json::parse(note)["bytes"].get<std::uint64_t>() + 11);
  EXPECT_EQ(added["at"], "2026-11-29T10:00:00.000000Z");
}

TEST_F(PurgeTest, InterruptedItLosesNoCount) {
  Everything all;
  write(options(), all.events());
  const auto whole = [&] {
    std::uint64_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(directory_)) files += entry.is_regular_file() ? 1 : 0;
    return files - 1;   // the manifest stays
  }();
  const nlohmann::json note{{"format", "plumbline-purged"},
                            {"at", "2026-11-26T10:00:00.000000Z"},
                            {"manifest_sha256", base::sha256_hex(file("manifest.json"))},
                            {"files", 0},
                            {"bytes", 0},
                            {"finished", false},
                            {"left_files", whole},
                            {"left_bytes", 1'000'000}};
  fs::remove(directory_ / "events.ndjson");   // as far as it came
  overwrite("purged.json", note.dump());
  EXPECT_EQ(purge(directory_, kNow)->files, whole - 1);
  const auto finished = nlohmann::json::parse(file("purged.json"));
  EXPECT_EQ(finished["files"], whole);
  EXPECT_EQ(finished["bytes"], 1'000'000);
  EXPECT_EQ(finished["finished"], true);
  EXPECT_FALSE(finished.contains("left_files"));
}

TEST_F(PurgeTest, TheNoteOfAnotherPackIsNotWrittenOver) {
  write(options(), {});
  const std::string others = R"({"format":"plumbline-purged","at":"2026-11-26T10:00:00Z","manifest_sha256":"x","files":1,"bytes":2})";
  for (const std::string& note : {others, std::string("[]"), std::string("mine")}) {
    overwrite("purged.json", note);
    EXPECT_EQ(purge(directory_, kNow).error().kind, &kPackNotPurged);
    EXPECT_EQ(file("purged.json"), note);
    EXPECT_NE(file("manifest.json"), "");
  }
}

TEST_F(PurgeTest, WhatCannotBeDeletedIsNotSaidToBe) {
  write(options(), {});
  fs::create_directories(directory_ / "images/sub");
  overwrite("images/sub/x", "x");
  const nlohmann::json listed = {{"events.ndjson", base::sha256_hex("")}, {"images/sub/x", base::sha256_hex("x")}};
  auto manifest = nlohmann::json::parse(file("manifest.json"));
  manifest["files"] = listed;
  overwrite("manifest.json", manifest.dump());
  fs::permissions(directory_, fs::perms::all);
  fs::permissions(directory_ / "images/sub", fs::perms::all & ~(fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write));
  const uid_t before = geteuid();   // root may delete anything, and this one may not
  ASSERT_EQ(seteuid(before == 0 ? 65'534 : before), 0);
  const auto purged = purge(directory_, kNow);
  ASSERT_EQ(seteuid(before), 0);
  fs::permissions(directory_ / "images/sub", fs::perms::all);
  ASSERT_FALSE(purged);
  EXPECT_EQ(purged.error().kind, &kPackNotPurged);
  const auto note = nlohmann::json::parse(file("purged.json"));
  EXPECT_EQ(note["files"], 1);
  EXPECT_EQ(note["left_files"], 1);
  EXPECT_EQ(note["finished"], false);
  ASSERT_TRUE(purge(directory_, kNow));
  EXPECT_EQ(nlohmann::json::parse(file("purged.json"))["files"], 2);
}

TEST_F(PurgeTest, NothingIsDeletedWhereEvidenceLiesBehindALink) {
  const fs::path elsewhere = directory_.string() + "-elsewhere";
  for (const char* name : {"images", "events.ndjson"}) {
    fs::remove_all(directory_);
    fs::remove_all(elsewhere);
    write(options(), {});
    fs::remove_all(directory_ / name);
    fs::create_directories(elsewhere);
    fs::create_symlink(elsewhere, directory_ / name);
    const auto purged = purge(directory_, kNow);
    ASSERT_FALSE(purged) << name;
    EXPECT_NE(purged.error().detail.find("symbolic link"), std::string::npos) << purged.error().detail;
    EXPECT_FALSE(fs::exists(directory_ / "purged.json"));
  }
  fs::remove_all(elsewhere);
  fs::remove(directory_ / "events.ndjson");
  overwrite("events.ndjson", "");
  fs::create_symlink("elsewhere", directory_ / "notes");
  EXPECT_TRUE(purge(directory_, kNow)) << "a link that no evidence lies behind is in nobody's way";
}

TEST_F(PurgeTest, APackOrReportThatIsALinkIsNotEmptied) {
  write(options(), {});
  const fs::path report = directory_.string() + "-report", link = directory_.string() + "-link";
  for (const fs::path& left : {report, link}) fs::remove_all(left);   // by a run that broke off
  fs::create_directories(report);
  fs::create_directory_symlink(directory_, report / "evidence");
  fs::create_directory_symlink(directory_, link);
  for (const fs::path& named : {report, report / "", report / "evidence", link, link / "", link / "."}) {
    const auto purged = purge(named, kNow);
    ASSERT_FALSE(purged) << named;
    EXPECT_EQ(purged.error().kind, &kPackNotPurged);
    EXPECT_NE(purged.error().detail.find("symbolic link"), std::string::npos) << purged.error().detail;
    EXPECT_TRUE(fs::exists(directory_ / "events.ndjson")) << named;
    EXPECT_FALSE(fs::exists(directory_ / "purged.json")) << named;
  }
  fs::remove(report / "evidence");
  fs::rename(directory_, report / "evidence");
  fs::remove(link);
  fs::create_directory_symlink(report, link);
  EXPECT_FALSE(purge(link, kNow)) << "a report behind a link";
  EXPECT_TRUE(purge(report / "", kNow));
  EXPECT_FALSE(fs::exists(report / "evidence/events.ndjson"));
  fs::remove(link);
  fs::remove_all(report);
}

TEST_F(PurgeTest, ManifestAndReportsStayWhateverIsListed) {
  write(options(), {});
  auto manifest = nlohmann::json::parse(file("manifest.json"));
  for (const char* kept : {"manifest.json", "report.json", "report.html", "junit.xml", "purged.json"})
    manifest["files"][kept] = base::sha256_hex("");
  overwrite("manifest.json", manifest.dump());
  overwrite("report.json", "the report");
  ASSERT_TRUE(purge(directory_, kNow));
  EXPECT_EQ(file("manifest.json"), manifest.dump());
  EXPECT_EQ(file("report.json"), "the report");
  EXPECT_FALSE(fs::exists(directory_ / "events.ndjson"));
}

TEST_F(PurgeTest, TheNoteIsWrittenThroughNoLink) {
  write(options(), {});
  overwrite("mine", "mine");
  fs::create_symlink("mine", directory_ / "purged.json.unfinished");
  ASSERT_TRUE(purge(directory_, kNow));
  EXPECT_EQ(file("mine"), "mine");
  fs::remove(directory_ / "purged.json");
  fs::create_symlink("nowhere", directory_ / "purged.json");
  EXPECT_EQ(purge(directory_, kNow).error().kind, &kPackNotPurged);
}

TEST_F(PurgeTest, AFolderThatIsNoPackIsLeftAlone) {
  fs::create_directories(directory_ / "images");
  overwrite("events.ndjson", "x");
  EXPECT_EQ(purge(directory_, kNow).error().kind, &kPackUnreadable);
  EXPECT_EQ(file("events.ndjson"), "x");
}

}  // namespace
}  // namespace evidence::test
