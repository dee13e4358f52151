#include "reference/formats/read_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/reference/formats/read_maker.h"

namespace {

using formats::ImagesAs;

TEST(EncodeRead, WritesTheFieldsOfTheWireInOrder) {
  formats::ImageIndex images;
  domain::Read read = read_maker::valid_read();
  read.overview.reset();
  read.camera.feed = *domain::FeedId::make("07");
  read.preset_id = 2;
  read.lane_id = "L \"1\"";
  read.direction_deg = 270;
  read.confidence_permille = 930;
  read.buffered = true;
  EXPECT_EQ(formats::encode_read(read, ImagesAs::kParts, images).text,
            R"({"vrm":"AB00CDE","time":"11/06/2019 07:00:01","location":"52.2051230,0.1218170","feed_id":"07","source_id":12,)"
            R"("nrd_id":42,"preset_id":2,"lane_id":"L \"1\"","username":"Unattended","plate_patch":)" +
                read_maker::named_image(read_maker::patch()) +
                R"(,"camera_class":"static","direction":270,"confidence":0.930,"read_id":"35-12-42:1","buffered":true})");
}

TEST(EncodeRead, LeavesOutWhatIsUnset) {
  formats::ImageIndex images;
  domain::Read read = read_maker::valid_read();
  read.plate_patch.reset();
  read.overview.reset();
  read.read_id.reset();
  const auto encoded = formats::encode_read(read, ImagesAs::kParts, images);
  EXPECT_TRUE(encoded.plate_patch.empty());
  EXPECT_EQ(nlohmann::json::parse(encoded.text).size(), 8U) << encoded.text;
}

RC_GTEST_PROP(ReadJson, ComesBackWithImagesAsParts, ()) {
  formats::ImageIndex images;
  const domain::Read read = *read_maker::any_read();
  const auto encoded = formats::encode_read(read, ImagesAs::kParts, images);
  const auto back = formats::decode_read(encoded, images);
  RC_ASSERT(back.has_value());
  RC_ASSERT(read_maker::same(*back, read));
}

RC_GTEST_PROP(ReadJson, ComesBackWithImagesInBase64, ()) {
  formats::ImageIndex images;
  const domain::Read read = *read_maker::any_read();
  const auto encoded = formats::encode_read(read, ImagesAs::kBase64, images);
  RC_ASSERT(encoded.plate_patch.empty());
  RC_ASSERT(encoded.overview.empty());
  const auto back = formats::decode_read(encoded, images);
  RC_ASSERT(back.has_value());
  RC_ASSERT(read_maker::same(*back, read));
}

RC_GTEST_PROP(ReadJson, WeighsWhatItSays, ()) {
  formats::ImageIndex images;
  const domain::Read read = *read_maker::any_read();
  const auto encoded = formats::encode_read(read, ImagesAs::kParts, images);
  RC_ASSERT(formats::encoded_bytes(read) == encoded.text.size() + encoded.plate_patch.size() + encoded.overview.size());
}

// Another library reads what ours wrote, and finds the same strings.
RC_GTEST_PROP(ReadJson, IsJsonToAnyReader, ()) {
  formats::ImageIndex images;
  const domain::Read read = *read_maker::any_read();
  const auto json = nlohmann::json::parse(formats::encode_read(read, ImagesAs::kBase64, images).text);
  RC_ASSERT(json.at("vrm").get<std::string>() == read.vrm.text());
  RC_ASSERT(json.at("username").get<std::string>() == read.username);
  RC_ASSERT(json.value("lane_id", "") == read.lane_id.value_or(""));
  RC_ASSERT(json.at("nrd_id").get<int>() == read.camera.nrd.value());
}

// Whatever another library makes of the text of a read, the same read is in it.
RC_GTEST_PROP(ReadJson, MeansTheSameInAnyOrderAndSpacing, ()) {
  formats::ImageIndex images;
  const domain::Read read = *read_maker::any_read();
  auto encoded = formats::encode_read(read, ImagesAs::kParts, images);
  encoded.text = nlohmann::json::parse(encoded.text).dump(2, ' ', true);  // sorted keys, indented, all non-ASCII escaped
  const auto back = formats::decode_read(encoded, images);
  RC_ASSERT(back.has_value());
  RC_ASSERT(read_maker::same(*back, read));
}

RC_GTEST_PROP(DecodeRead, OfAnyBytesGivesAReadOrFaults, (const std::string& bytes)) {
  formats::ImageIndex images;
  const auto read = formats::decode_read({bytes, {}, {}}, images);
  if (!read) RC_ASSERT(!read.error().empty());
}

RC_GTEST_PROP(DecodeRead, OfASpoiltTextGivesAReadOrFaults, ()) {
  formats::ImageIndex images;
  auto encoded = formats::encode_read(read_maker::valid_read(), ImagesAs::kParts, images);
  const auto at = *rc::gen::inRange<std::size_t>(0, encoded.text.size());
  const auto length = *rc::gen::inRange<std::size_t>(0, 4);
  encoded.text.replace(at, length, *rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  const auto read = formats::decode_read(encoded, images);
  if (!read)
    RC_ASSERT(!read.error().empty());
  else
    RC_ASSERT(formats::decode_read(formats::encode_read(*read, ImagesAs::kParts, images), images).has_value());
}

TEST(DecodeRead, FillsInTheDefaults) {
  formats::ImageIndex images;
  const auto read = formats::decode_read(read_maker::ReadText().without("read_id").encoded(), images);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->preset_id, 0);
  EXPECT_FALSE(read->buffered);
  EXPECT_EQ(read->read_id, std::nullopt);
  EXPECT_EQ(read->direction_deg, std::nullopt);
}

TEST(DecodeRead, PassesOverKeysThatItDoesNotKnow) {
  formats::ImageIndex images;
  const auto text = read_maker::ReadText().with("make", "\"Ford\"").with("nested", R"({"vrm":"X Y","plate_patch":[1,{"bytes":2}]})");
  EXPECT_TRUE(formats::decode_read(text.encoded(), images).has_value());
}

TEST(DecodeRead, UndoesEscapes) {
  formats::ImageIndex images;
  const auto read = formats::decode_read(read_maker::ReadText().with("vrm", R"("A\u0042\u00f6")").encoded(), images);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->vrm.text(), "AB\xc3\xb6");
}

struct Confidence {
  const char* text;
  int permille;
};
class ConfidenceOf : public testing::TestWithParam<Confidence> {};
TEST_P(ConfidenceOf, IsCutOffAtThousandths) {
  formats::ImageIndex images;
  const auto read = formats::decode_read(read_maker::ReadText().with("confidence", GetParam().text).encoded(), images);
  ASSERT_TRUE(read.has_value()) << GetParam().text;
  EXPECT_EQ(read->confidence_permille, GetParam().permille) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(DecodeRead, ConfidenceOf,
                         testing::Values(Confidence{"0", 0}, Confidence{"1", 1000}, Confidence{"0.0", 0}, Confidence{"-0.0", 0},
                                         Confidence{"1.000", 1000}, Confidence{"0.93", 930}, Confidence{"0.9999", 999},
                                         Confidence{"0.0019", 1}, Confidence{"9.3e-1", 930}, Confidence{"93E-2", 930},
                                         Confidence{"1e-05", 0}, Confidence{"0.1e+1", 1000}, Confidence{"0.001", 1},
                                         Confidence{"1000e-3", 1000}, Confidence{"0e999", 0}));

TEST(SalvageReadId, FindsTheIdOfABrokenText) {
  EXPECT_EQ(formats::salvage_read_id(R"({"read_id":"r1","vrm":"A)"), "r1");
  EXPECT_EQ(formats::salvage_read_id("{\"vrm\":\"\xff\",\"x\":{\"read_id\":\"no\"}, \"read_id\" : \"r2\""), "r2");
  EXPECT_EQ(formats::salvage_read_id(R"({"vrm":"read_id","a":"\"read_id\":","read_id":"r3"})"), "r3");
}

TEST(SalvageReadId, FindsNoneThatNoSenderMayChoose) {
  for (const char* text :
       {"", "{", R"({"read_id":)", R"({"read_id":7})", R"({"read_id":""})", R"({"read_id":"a b"})", R"({"read_id":"a\n"})",
        R"({"read_id":"cut)", R"(["read_id","r1"])", "\"read_id\"", R"({"a":{"read_id":"r1"}})"}) {
    EXPECT_EQ(formats::salvage_read_id(text), "") << text;
  }
}

RC_GTEST_PROP(SalvageReadId, IsAnIdOrNothingWhateverTheBytes, (const std::string& bytes)) {
  const std::string id = formats::salvage_read_id("{\"read_id\":\"" + bytes);
  RC_ASSERT(id.empty() || formats::is_read_id(id));
}

}  // namespace
