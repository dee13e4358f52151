// Deleting what was gathered in the field.
#include "conformance/evidence/purge.h"

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

TEST_F(PurgeTest, AFolderThatIsNoPackIsLeftAlone) {
  fs::create_directories(directory_ / "images");
  overwrite("events.ndjson", "x");
  EXPECT_EQ(purge(directory_, kNow).error().kind, &kPackUnreadable);
  EXPECT_EQ(file("events.ndjson"), "x");
}

}  // namespace
}  // namespace evidence::test
