#include "conformance/harness/output_folder.h"

#include <unistd.h>

#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/conformance/harness/scratch.h"

namespace {

namespace fs = std::filesystem;
using harness::OutputFolder;
using harness::Overwrite;

/// Whoever runs the tests may do anything where that is root; this one may not.
class Unprivileged {
 public:
  Unprivileged() : before_(geteuid()) {
    EXPECT_EQ(seteuid(before_ == 0 ? 65'534 : before_), 0);
  }
  ~Unprivileged() { EXPECT_EQ(seteuid(before_), 0); }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  uid_t before_;
};

void write_old_report(const fs::path& folder) {
  fs::create_directories(folder / "evidence/images");
  scratch::write(folder / "evidence/images/an.jpg", "jpeg");
  scratch::write(folder / "evidence/manifest.json", "{}");
  for (const char* name : {"report.html", "junit.xml"}) scratch::write(folder / name, "old");
  scratch::write(folder / "report.json", "old, of the evidence " + base::sha256_hex("{}"));
}

TEST(OutputFolderTest, NothingIsSeenBeforePublish) {
  scratch::Folder scratch;
  auto folder = OutputFolder::open(scratch.path() / "out", Overwrite::kRefuse);
  ASSERT_TRUE(folder);
  ASSERT_TRUE(folder->write("report.json", "{}"));
  EXPECT_FALSE(fs::exists(scratch.path() / "out/report.json"));
  ASSERT_TRUE(folder->publish());
  EXPECT_EQ(scratch::content_of(scratch.path() / "out/report.json"), "{}");
}

TEST(OutputFolderTest, LeftWithoutPublishItTakesItsOwnAway) {
  scratch::Folder scratch;
  {
    auto folder = OutputFolder::open(scratch.path(), Overwrite::kRefuse);
    ASSERT_TRUE(folder && folder->write("report.json", "{}"));
  }
  EXPECT_TRUE(fs::is_empty(scratch.path()));
}

TEST(OutputFolderTest, WhatACrashLeftBehindIsNoReport) {
  scratch::Folder scratch;
  fs::create_directories(scratch.path() / ".partial");
  scratch::write(scratch.path() / ".partial/report.json", "half");
  auto folder = OutputFolder::open(scratch.path(), Overwrite::kRefuse);
  ASSERT_TRUE(folder);
  ASSERT_TRUE(folder->publish());
  EXPECT_FALSE(fs::exists(scratch.path() / "report.json"));
}

TEST(OutputFolderTest, AFolderWithFilesIsRefused) {
  scratch::Folder scratch;
  scratch::write(scratch.path() / "mine.txt", "mine");
  const auto folder = OutputFolder::open(scratch.path(), Overwrite::kRefuse);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().kind->name, "output_not_empty");
}

TEST(OutputFolderTest, ForceReplacesAReportWholeAndLeavesOtherFilesAlone) {
  scratch::Folder scratch;
  scratch::write(scratch.path() / "mine.txt", "mine");
  write_old_report(scratch.path());
  const std::string old = scratch::content_of(scratch.path() / "report.json");
  fs::remove(scratch.path() / "report.html");
  auto folder = OutputFolder::open(scratch.path(), Overwrite::kReplace);
  ASSERT_TRUE(folder && folder->write("report.json", "new"));
  EXPECT_EQ(scratch::content_of(scratch.path() / "report.json"), old);   // until it is whole
  ASSERT_TRUE(folder->publish());
  EXPECT_EQ(scratch::content_of(scratch.path() / "report.json"), "new");
  EXPECT_FALSE(fs::exists(scratch.path() / "junit.xml"));   // of the old run: not beside the new one
  EXPECT_FALSE(fs::exists(scratch.path() / "evidence"));
  EXPECT_EQ(scratch::content_of(scratch.path() / "mine.txt"), "mine");
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), fs::directory_iterator()), 3) << "with .partial, until it goes";
}

TEST(OutputFolderTest, WhereTheOldCannotBeMovedAllOfItStays) {
  const Unprivileged nobody;
  scratch::Folder scratch;
  write_old_report(scratch.path());
  const std::string old = scratch::content_of(scratch.path() / "report.json");
  auto folder = OutputFolder::open(scratch.path(), Overwrite::kReplace);
  ASSERT_TRUE(folder && folder->write("report.json", "new") && folder->write("junit.xml", "new"));
  fs::permissions(scratch.path() / "evidence", fs::perms{0555});
  const auto published = folder->publish();
  fs::permissions(scratch.path() / "evidence", fs::perms{0755});
  ASSERT_FALSE(published);
  EXPECT_EQ(published.error().kind, &harness::kOutputNotWritable);
  EXPECT_NE(published.error().detail.find("evidence"), std::string::npos) << published.error().detail;
  EXPECT_EQ(scratch::content_of(scratch.path() / "report.json"), old);
  for (const char* name : {"report.html", "junit.xml"}) EXPECT_EQ(scratch::content_of(scratch.path() / name), "old") << name;
  EXPECT_TRUE(fs::exists(scratch.path() / "evidence/images/an.jpg"));
  EXPECT_FALSE(fs::exists(scratch.path() / ".replaced"));
}

TEST(OutputFolderTest, WhatOfTheOldCannotBeDeletedIsInNobodysWay) {
  const Unprivileged nobody;
  scratch::Folder scratch;
  write_old_report(scratch.path());
  auto folder = OutputFolder::open(scratch.path(), Overwrite::kReplace);
  ASSERT_TRUE(folder && folder->write("report.json", "new"));
  fs::permissions(scratch.path() / "evidence/images", fs::perms{0555});
  EXPECT_TRUE(folder->publish());
  EXPECT_EQ(scratch::content_of(scratch.path() / "report.json"), "new");
  EXPECT_FALSE(fs::exists(scratch.path() / "evidence"));
  fs::permissions(scratch.path() / ".replaced/evidence/images", fs::perms{0755});
}

TEST(OutputFolderTest, EvidenceThatNoReportThereNamesIsNotTakenAway) {
  scratch::Folder scratch;
  write_old_report(scratch.path());
  scratch::write(scratch.path() / "evidence/manifest.json", "somebody else's");
  for (const bool with_report : {true, false}) {
    if (!with_report) fs::remove(scratch.path() / "report.json");
    const auto folder = OutputFolder::open(scratch.path(), Overwrite::kReplace);
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().kind, &harness::kOutputOverEvidence);
  }
  EXPECT_TRUE(fs::exists(scratch.path() / "evidence/images/an.jpg"));
}

TEST(OutputFolderTest, WhatIsJudgedIsNeitherReplacedNorWrittenInto) {
  scratch::Folder scratch;
  write_old_report(scratch.path());
  scratch::write(scratch.path() / "reads.ndjson", "{}");
  const fs::path pack = scratch.path() / "evidence", linked = scratch.path() / "linked";
  fs::create_directory_symlink(pack, linked);
  const std::pair<fs::path, fs::path> refused[] = {
      {scratch.path(), pack}, {scratch.path(), pack / ""},    {scratch.path(), linked},
      {pack, pack},           {pack / "report/of/it", pack}, {linked / "report", pack},
  };
  for (const auto& [out, judged] : refused) {
    const auto folder = OutputFolder::open(out, Overwrite::kReplace, judged);
    ASSERT_FALSE(folder) << out << " for " << judged;
    EXPECT_EQ(folder.error().kind, &harness::kOutputOverEvidence);
  }
  EXPECT_FALSE(fs::exists(pack / "report"));
  EXPECT_TRUE(OutputFolder::open(scratch.path(), Overwrite::kReplace, scratch.path() / "reads.ndjson")) << "it is in nobody's way";
  EXPECT_TRUE(OutputFolder::open(scratch.path() / "evidence of another", Overwrite::kRefuse, pack));
}

TEST(OutputFolderTest, AFileInTheWayIsNamed) {
  scratch::Folder scratch;
  scratch::write(scratch.path() / "out", "a file");
  const auto folder = OutputFolder::open(scratch.path() / "out", Overwrite::kReplace);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().kind->name, "output_not_writable");
}

TEST(OutputFolderOfTwoRuns, TheFirstSeesTheSecondAndWritesNoMore) {
  const scratch::Folder scratch;
  const auto folder = scratch.path() / "out";
  auto first = harness::OutputFolder::open(folder, harness::Overwrite::kRefuse).value();
  auto second = harness::OutputFolder::open(folder, harness::Overwrite::kRefuse).value();
  const auto written = first.write("report.json", "first");
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().detail.find("another run writes into it"), std::string::npos) << written.error().detail;
  EXPECT_FALSE(first.publish());
  ASSERT_TRUE(second.write("report.json", "second"));
  ASSERT_TRUE(second.publish());
  EXPECT_EQ(scratch::content_of(folder / "report.json"), "second");
}

TEST(OutputFolderOfNoReport, IsTakenAwayAgainWhereItWasMade) {
  const scratch::Folder scratch;
  std::filesystem::create_directory(scratch.path() / "mine");
  for (const char* name : {"a/b/c", "mine"}) {
    const auto folder = harness::OutputFolder::open(scratch.path() / name, harness::Overwrite::kRefuse);
    ASSERT_TRUE(folder);
  }
  EXPECT_FALSE(std::filesystem::exists(scratch.path() / "a"));
  EXPECT_TRUE(std::filesystem::exists(scratch.path() / "mine"));
}

}  // namespace
