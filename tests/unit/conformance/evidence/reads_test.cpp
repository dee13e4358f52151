// Reads alone, from lines and from a table.
#include "conformance/evidence/reads.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

using namespace base::event;

/// What was told, as far as it matters here.
struct Told : base::Witness {
  std::vector<std::string> cameras, ids, texts, of;
  std::vector<std::size_t> patches;
  std::vector<std::string> unheld;
  base::Instant last;
  void hear(const base::Event& event) override {
    EXPECT_GT(event.at, last);
    last = event.at;
    if (const auto* camera = std::get_if<Camera>(&event.body))
      cameras.push_back(fmt::format("{} {} {}", camera->camera, camera->camera_class, camera->lea_controlled));
    const auto* sent = std::get_if<ReadSent>(&event.body);
    if (sent == nullptr) return;
    ids.emplace_back(sent->read_id);
    of.emplace_back(sent->camera);
    texts.emplace_back(sent->read.text);
    patches.push_back(sent->read.plate_patch == nullptr ? 0 : sent->read.plate_patch->size());
    unheld.emplace_back(sent->read.unheld_plate_patch);
  }
};

class ReadsTest : public PackDirectory {
 protected:
  ReadsTest() { fs::create_directories(directory_); }

  base::Result<PackCounts> lines(const std::string& text, const ReadsOptions& options = {}) {
    overwrite("reads.ndjson", text);
    return tell_ndjson(directory_ / "reads.ndjson", options, told_);
  }
  base::Result<PackCounts> table(const std::string& text, const ReadsOptions& options = {}) {
    overwrite("reads.csv", text);
    return tell_csv(directory_ / "reads.csv", options, told_);
  }

  Told told_;
};

TEST_F(ReadsTest, ALineIsAReadAsItStands) {
  const std::string one = R"({"vrm":"AB01CDE", "feed_id":"35","source_id":12,"nrd_id":42})", bad = "{\"vrm\":\"A\xff\"}";
  ASSERT_TRUE(lines(one + "\r\n\n  " + bad + "\n" + one));
  EXPECT_EQ(told_.texts, (std::vector<std::string>{one, bad, one}));
  EXPECT_EQ(told_.ids, (std::vector<std::string>{"line:1", "line:3", "line:4"}));
  EXPECT_EQ(told_.of, (std::vector<std::string>{"35-12-42", "", "35-12-42"}));
  EXPECT_EQ(told_.cameras, std::vector<std::string>{"35-12-42 static true"});
}

TEST_F(ReadsTest, AFaultOfOneFieldHidesNeitherCameraNorImages) {
  const std::string hash = base::sha256_hex("jpeg");
  fs::create_directory(directory_ / "images");
  overwrite("images/" + hash + ".jpg", "jpeg");
  const std::string read =
      R"({"feed_id":"35","source_id":12,"nrd_id":42,"camera_class":"cctv","plate_patch":{"sha256":")" + hash + R"("},)";
  const std::vector<std::string> reads{read + R"("confidence":1e999})", read + "\"alias_id\":\"caf\xe9\"}",
                                       read + "\"alias_id\":\"caf\xe9\",\"confidence\":-1e999}",
                                       read + R"("lane_id":"\ud800","preset_id":99999999999999999999})"};
  ASSERT_TRUE(lines(fmt::format("{}\n", fmt::join(reads, "\n"))));
  EXPECT_EQ(told_.texts, reads) << "what is judged are the bytes as they were";
  EXPECT_EQ(told_.of, std::vector<std::string>(4, "35-12-42"));
  EXPECT_EQ(told_.patches, std::vector<std::size_t>(4, 4));
  EXPECT_EQ(told_.cameras, std::vector<std::string>{"35-12-42 cctv true"});
}

TEST_F(ReadsTest, ALineHas16MiBAndNotAByteMore) {
  const auto line_of = [](std::size_t bytes) { return R"({"vrm":")" + std::string(bytes - 10, 'A') + "\"}"; };
  EXPECT_TRUE(lines(line_of(std::size_t{16} << 20)));
  told_ = {};
  const auto over = lines("{}\n" + line_of((std::size_t{16} << 20) + 1));
  ASSERT_FALSE(over);
  EXPECT_NE(over.error().detail.find("line 2: expected a line of at most 16 MiB"), std::string::npos) << over.error().detail;
}

TEST_F(ReadsTest, TheClassIsTheReadsOwnBeforeWhatIsSaidOfAll) {
  ASSERT_TRUE(lines(R"({"feed_id":"35","source_id":1,"nrd_id":1,"camera_class":"cctv"})"
                    "\n"
                    R"({"feed_id":"35","source_id":1,"nrd_id":2})",
                    {"mobile", false}));
  EXPECT_EQ(told_.cameras, (std::vector<std::string>{"35-1-1 cctv false", "35-1-2 mobile false"}));
}

TEST_F(ReadsTest, AnImageThatIsNamedIsLookedForBesideTheFile) {
  const std::string hash = base::sha256_hex("jpeg"), other = base::sha256_hex("other");
  fs::create_directory(directory_ / "images");
  overwrite("images/" + hash + ".jpg", "jpeg");
  const auto read = [](const std::string& h) { return R"({"plate_patch":{"sha256":")" + h + R"(","bytes":4}})"; };
  const auto counts = lines(read(hash) + "\n" + read(other));
  ASSERT_TRUE(counts);
  EXPECT_EQ(told_.patches, (std::vector<std::size_t>{4, 0}));
  EXPECT_EQ(told_.unheld, (std::vector<std::string>{"", other}));
  EXPECT_EQ(counts->missing_files, 1u);
}

TEST_F(ReadsTest, ARowIsAReadWithNumbersAsNumbers) {
  overwrite("p.jpg", "jpeg");
  ASSERT_TRUE(table("\xef\xbb\xbfvrm,feed_id,source_id,nrd_id,alias_id,plate_patch,buffered,confidence\r\n"
                    "AB01CDE,35,12,042,\"A \"\"b\"\", c\",p.jpg,true,0.5\r\n"
                    "\xff,,-1,1e3,,,yes,\r\n"));
  const std::string hash = base::sha256_hex("jpeg");
  EXPECT_EQ(told_.texts.at(0),
            R"({"vrm":"AB01CDE","feed_id":"35","source_id":12,"nrd_id":"042","alias_id":"A \"b\", c","plate_patch":{"sha256":")" + hash +
                R"(","bytes":4},"buffered":true,"confidence":0.5})");
  EXPECT_EQ(told_.texts.at(1), "{\"vrm\":\"\xff\",\"source_id\":-1,\"nrd_id\":\"1e3\",\"buffered\":\"yes\"}");
  EXPECT_EQ(told_.ids, (std::vector<std::string>{"row:2", "row:3"}));
  EXPECT_EQ(told_.patches, (std::vector<std::size_t>{4, 0}));
}

TEST_F(ReadsTest, RowsCountAsASpreadsheetShowsThem) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    told_ = {};
    ASSERT_TRUE(table(end + "vrm,alias_id" + end + end + end + "A,\"two" + end + "lines\"" + end + "B,x" + end + end + "C,y"));
    EXPECT_EQ(told_.ids, (std::vector<std::string>{"row:5", "row:6", "row:8"}));
  }
  told_ = {};
  const auto fault = table("vrm\r\n\r\nA\r\nA,B\r\n");
  ASSERT_FALSE(fault);
  EXPECT_NE(fault.error().detail.find("row 4, column 2"), std::string::npos) << fault.error().detail;
}

TEST_F(ReadsTest, TheHashIsOfTheFile) {
  EXPECT_EQ(table("vrm\nA\n")->sha256, base::sha256_hex("vrm\nA\n"));
  told_ = {};
  EXPECT_EQ(lines("{}\n")->sha256, base::sha256_hex("{}\n"));
}

}  // namespace
}  // namespace evidence::test
