#include "conformance/harness/output_folder.h"

#include <gtest/gtest.h>

#include "tests/unit/conformance/harness/scratch.h"

namespace {

namespace fs = std::filesystem;
using harness::OutputFolder;
using harness::Overwrite;

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
  scratch::write(scratch.path() / "report.json", "old");
  scratch::write(scratch.path() / "junit.xml", "old");
  fs::create_directories(scratch.path() / "evidence/images");
  auto folder = OutputFolder::open(scratch.path(), Overwrite::kReplace);
  ASSERT_TRUE(folder && folder->write("report.json", "new"));
  EXPECT_EQ(scratch::content_of(scratch.path() / "report.json"), "old");   // until it is whole
  ASSERT_TRUE(folder->publish());
  EXPECT_EQ(scratch::content_of(scratch.path() / "report.json"), "new");
  EXPECT_FALSE(fs::exists(scratch.path() / "junit.xml"));   // of the old run: not beside the new one
  EXPECT_FALSE(fs::exists(scratch.path() / "evidence"));
  EXPECT_EQ(scratch::content_of(scratch.path() / "mine.txt"), "mine");
}

TEST(OutputFolderTest, AFileInTheWayIsNamed) {
  scratch::Folder scratch;
  scratch::write(scratch.path() / "out", "a file");
  const auto folder = OutputFolder::open(scratch.path() / "out", Overwrite::kReplace);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().kind->name, "output_not_writable");
}

}  // namespace
