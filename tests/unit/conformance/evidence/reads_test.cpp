// Reads alone, from lines and from a table.
#include "conformance/evidence/reads.h"

#include <algorithm>
#include <span>

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

TEST_F(ReadsTest, ALineThatIsNoObjectIsAReadAllTheSame) {
  const std::string one = R"({"vrm":"AB01CDE"})";
  const std::vector<std::string> reads{one, one.substr(0, 9), "[1]", "null", one + " x"};
  ASSERT_TRUE(lines(fmt::format("{}\n", fmt::join(reads, "\n"))));
  EXPECT_EQ(told_.texts, reads);
  EXPECT_EQ(told_.ids.back(), "line:5");
}

TEST_F(ReadsTest, AFileOfSomethingElseIsNone) {
  using namespace std::string_literals;
  for (const std::string& text : {"\xff\xd8\xff\xe0 a picture\n\x00\x01"s, "[\n  {\n    \"vrm\": \"A\"\n  }\n]\n"s, "vrm,time\nA,B\n"s,
                                  "\xef\xbb\xbf{\"vrm\":\"A\"}\n{}\n"s}) {
    told_ = {};
    const auto told = lines(text);
    ASSERT_FALSE(told) << text;
    EXPECT_EQ(told.error().kind, &kPackUnreadable);
  }
}

TEST_F(ReadsTest, AnArrayOfReadsIsNone) {
  const std::string one = R"({"vrm":"AB01CDE"})";
  std::string most;
  for (int i = 0; i < 69; ++i) most += one + ",\n";
  for (const std::string& text : {"[\n" + most + one + "\n]\n", "\n \t\n [ \r\n" + most + one + "\n]\n", "[" + most + one + "]\n",
                                  "[ " + most + one + "]\n", "[" + one + "]\n" + one + "\n"}) {
    told_ = {};
    const auto told = lines(text);
    ASSERT_FALSE(told) << text;
    EXPECT_EQ(told.error().kind, &kPackUnreadable);
    EXPECT_NE(told.error().detail.find("expected one read a line"), std::string::npos) << told.error().detail;
    EXPECT_TRUE(told_.ids.empty());
  }
  told_ = {};
  EXPECT_TRUE(lines(one + "\n[\n[" + one + "]\n")) << "behind a read it is a bad read";
}

TEST_F(ReadsTest, EachReadIsOfItsOwnClass) {
  const auto read = [](const char* more) { return fmt::format(R"({{"feed_id":"35","source_id":1,"nrd_id":1{}}})", more); };
  ASSERT_TRUE(lines(fmt::format("{}\n{}\n{}\n{}\n", read(""), read(R"(,"camera_class":"mobile")"), read(R"(,"camera_class":"mobile")"),
                                read(R"(,"camera_class":"ANPR")")),
                    {"cctv", true}));
  EXPECT_EQ(told_.cameras, (std::vector<std::string>{"35-1-1 cctv true", "35-1-1 mobile true", "35-1-1 cctv true"}));
}

TEST_F(ReadsTest, ARowHasAsManyCellsAsThereAreNames) {
  const auto few = table("vrm,time,location\nA,B,C\nA,B\n");
  ASSERT_FALSE(few);
  EXPECT_NE(few.error().detail.find("row 3, column 3: expected 3 cells, as many as there are names; found 2"), std::string::npos)
      << few.error().detail;
  told_ = {};
  const auto many = table("vrm,time\nA,B" + std::string(2'000'000, ',') + "\n");
  ASSERT_FALSE(many);
  EXPECT_NE(many.error().detail.find("row 2, column 3: expected 2 cells"), std::string::npos) << many.error().detail;
  const auto names = table(std::string(2'000'000, ',') + "\n");
  ASSERT_FALSE(names);
  EXPECT_NE(names.error().detail.find("row 1, column 1"), std::string::npos) << names.error().detail;
}

/// Bytes without an end, counted as they are asked for.
class Endless final : public ByteSource {
 public:
  explicit Endless(std::uint64_t& given) : given_(given) {}
  base::Result<std::size_t> read(std::span<char> into) override {
    std::fill(into.begin(), into.end(), given_ == 0 ? 'v' : 'x');
    if (given_ == 0) std::copy_n("vrm\n\"", 5, into.begin());
    given_ += into.size();
    return into.size();
  }

 private:
  std::uint64_t& given_;
};

TEST_F(ReadsTest, ACellWithoutAnEndIsNotWaitedFor) {
  std::uint64_t given = 0;
  const auto beside = open_directory(directory_);
  const auto told = tell_csv("endless.csv", std::make_unique<Endless>(given), *beside, {}, told_);
  ASSERT_FALSE(told);
  EXPECT_NE(told.error().detail.find("row 2: expected a row of at most 1048576 bytes"), std::string::npos) << told.error().detail;
  EXPECT_LT(given, 4'000'000u);
}

/// Holds every image, each of 16 MiB, and remembers which it was asked for.
class Gallery final : public Container {
 public:
  base::Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override {
    asked.push_back(path);
    return std::make_unique<Blank>();
  }
  base::Result<std::vector<Held>> list() const override { return std::vector<Held>(); }
  mutable std::vector<std::string> asked;

 private:
  class Blank final : public ByteSource {
   public:
    base::Result<std::size_t> read(std::span<char> into) override {
      const std::size_t count = std::min(into.size(), left_);
      left_ -= count;
      return count;
    }

   private:
    std::size_t left_ = std::size_t{16} << 20;
  };
};

TEST_F(ReadsTest, ImagesAreForgottenWhereTheyAreTooMuchToKeep) {
  std::string rows = "vrm,plate_patch\nA,0.jpg\nA,0.jpg\n";
  for (int i = 1; i < 18; ++i) rows += fmt::format("A,{}.jpg\n", i);
  overwrite("reads.csv", rows + "A,0.jpg\n");
  const Gallery gallery;
  ASSERT_TRUE(tell_csv("reads.csv", open_file(directory_ / "reads.csv").value(), gallery, {}, told_));
  EXPECT_EQ(std::ranges::count(gallery.asked, "0.jpg"), 2) << "once, and again behind 17 others, which are more than 256 MiB";
  EXPECT_EQ(told_.patches.back(), std::size_t{16} << 20);
}

TEST_F(ReadsTest, AnImageInACellIsNotTakenForItsName) {
  const auto told = table("vrm,plate_patch\nA,/9j/4AAQ" + std::string(5'000, 'A') + "\n");
  ASSERT_FALSE(told);
  EXPECT_NE(told.error().detail.find("row 2, column 2: expected the name of a file beside the table"), std::string::npos);
  EXPECT_LT(told.error().detail.size(), 400u);
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
