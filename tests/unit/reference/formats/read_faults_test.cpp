// Every kind of fault of a read, provoked alone: the kind, and no other, is reported, at its field.
#include <gtest/gtest.h>

#include "tests/unit/reference/formats/read_maker.h"

namespace {

using read_maker::ReadText;
using read_maker::said;

struct Spoilt {
  const char* field;
  const char* value;
  const char* fault;
};

class SpoiltField : public testing::TestWithParam<Spoilt> {};
TEST_P(SpoiltField, HasItsFaultAndNoOther) {
  const Spoilt& spoilt = GetParam();
  EXPECT_EQ(said(ReadText().with(spoilt.field, spoilt.value)), std::string(spoilt.field) + ":" + spoilt.fault) << spoilt.value;
}
INSTANTIATE_TEST_SUITE_P(
    SpecifiedFields, SpoiltField,
    testing::Values(
        Spoilt{"vrm", "\"\"", "vrm_empty"}, Spoilt{"vrm", "\"AB 00\"", "vrm_has_space"}, Spoilt{"vrm", R"("AB\u00a000")", "vrm_has_space"},
        Spoilt{"vrm", R"("AB00CDE\n")", "vrm_has_space"}, Spoilt{"vrm", "\"123456789012345678901234567890123\"", "vrm_too_long"},
        Spoilt{"vrm", "12", "field_wrong_type"}, Spoilt{"vrm", "null", "field_wrong_type"},
        Spoilt{"vrm", "[\"AB00CDE\"]", "field_wrong_type"}, Spoilt{"vrm", "{\"sha256\":1}", "field_wrong_type"},
        Spoilt{"time", "\"\"", "time_wrong_length"}, Spoilt{"time", "\"11.06.2019 07:00:01\"", "time_wrong_separator"},
        Spoilt{"time", "\"xx/06/2019 07:00:01\"", "time_not_digits"}, Spoilt{"time", "\"31/06/2019 07:00:01\"", "time_no_such_date"},
        Spoilt{"time", "\"11/06/2019 24:00:00\"", "time_no_such_hour"}, Spoilt{"time", "1560236401", "field_wrong_type"},
        Spoilt{"location", "\"\"", "location_missing"}, Spoilt{"location", "\"somewhere\"", "location_not_decimal"},
        Spoilt{"location", "\"91.0,0.0\"", "location_out_of_range"}, Spoilt{"location", "\"N0000000 E0000000\"", "no_fix_not_mobile"},
        Spoilt{"location", "[52.2,0.1]", "field_wrong_type"}, Spoilt{"feed_id", "35", "field_wrong_type"},
        Spoilt{"feed_id", "\"5\"", "feed_id_not_two_digits"}, Spoilt{"feed_id", "\"LEA\"", "feed_id_not_two_digits"},
        Spoilt{"feed_id", "\"99\"", "feed_id_unknown"}, Spoilt{"source_id", "0", "source_id_out_of_range"},
        Spoilt{"source_id", "10000", "source_id_out_of_range"}, Spoilt{"source_id", "-1", "source_id_out_of_range"},
        Spoilt{"source_id", "99999999999999999999", "source_id_out_of_range"},
        Spoilt{"source_id", "18446744073709551615", "source_id_out_of_range"}, Spoilt{"source_id", "12.0", "field_wrong_type"},
        Spoilt{"source_id", "1e2", "field_wrong_type"}, Spoilt{"source_id", "\"12\"", "field_wrong_type"},
        Spoilt{"nrd_id", "-1", "nrd_id_out_of_range"}, Spoilt{"nrd_id", "10000", "nrd_id_out_of_range"},
        Spoilt{"nrd_id", "true", "field_wrong_type"}, Spoilt{"preset_id", "32768", "field_out_of_range"},
        Spoilt{"preset_id", "-32769", "field_out_of_range"}, Spoilt{"preset_id", "\"1\"", "field_wrong_type"},
        Spoilt{"lane_id", "\"\"", "field_out_of_range"}, Spoilt{"lane_id", R"("a\nb")", "field_out_of_range"},
        Spoilt{"lane_id", "1", "field_wrong_type"}, Spoilt{"alias_id", "\"\"", "field_out_of_range"},
        Spoilt{"alias_id", "null", "field_wrong_type"}, Spoilt{"username", "\"\"", "username_empty"},
        Spoilt{"username", "\" \"", "username_empty"}, Spoilt{"username", "\"unattended\"", "username_not_as_written"},
        Spoilt{"username", "\"UNATTENDED\"", "username_not_as_written"}, Spoilt{"username", "0", "field_wrong_type"}));
INSTANTIATE_TEST_SUITE_P(
    Extensions, SpoiltField,
    testing::Values(Spoilt{"camera_class", "\"Static\"", "camera_class_unknown"}, Spoilt{"camera_class", "0", "field_wrong_type"},
                    Spoilt{"direction", "360", "extension_out_of_range"}, Spoilt{"direction", "-1", "extension_out_of_range"},
                    Spoilt{"direction", "90.5", "field_wrong_type"}, Spoilt{"confidence", "1.001", "extension_out_of_range"},
                    Spoilt{"confidence", "-0.001", "extension_out_of_range"}, Spoilt{"confidence", "2", "extension_out_of_range"},
                    Spoilt{"confidence", "1.0000001", "extension_out_of_range"}, Spoilt{"confidence", "93", "extension_out_of_range"},
                    Spoilt{"confidence", "1e99", "extension_out_of_range"}, Spoilt{"confidence", "\"0.9\"", "field_wrong_type"},
                    Spoilt{"read_id", "\"\"", "extension_out_of_range"}, Spoilt{"read_id", "\"a b\"", "extension_out_of_range"},
                    Spoilt{"read_id", "\"\xc3\xb6\"", "extension_out_of_range"}, Spoilt{"read_id", "1", "field_wrong_type"},
                    Spoilt{"buffered", "1", "field_wrong_type"}, Spoilt{"buffered", "null", "field_wrong_type"}));
INSTANTIATE_TEST_SUITE_P(
    Images, SpoiltField,
    testing::Values(Spoilt{"overview", "7", "field_wrong_type"}, Spoilt{"overview", "null", "field_wrong_type"},
                    Spoilt{"overview", "[]", "field_wrong_type"}, Spoilt{"overview", "{}", "field_wrong_type"},
                    Spoilt{"overview", R"({"bytes":10})", "field_wrong_type"},
                    Spoilt{"overview", R"({"sha256":"ab","bytes":10})", "field_wrong_type"},
                    Spoilt{"overview", R"({"sha256":{},"bytes":10})", "field_wrong_type"}, Spoilt{"overview", "\"a\"", "image_not_base64"},
                    Spoilt{"overview", "\"YWJj ZGVm\"", "image_not_base64"}, Spoilt{"overview", "\"YWJjZA\"", "image_not_base64"},
                    Spoilt{"overview", "\"YWJjZB==\"", "image_not_base64"}, Spoilt{"overview", "\"\"", "image_not_jpeg"},
                    Spoilt{"overview", "\"YWJj\"", "image_not_jpeg"}, Spoilt{"overview", "\"/9j/\"", "image_damaged"}));

TEST(MissingField, HasItsFaultAndNoOther) {
  EXPECT_EQ(said(ReadText().without("vrm")), "vrm:vrm_empty");
  EXPECT_EQ(said(ReadText().without("time")), "time:time_missing");
  EXPECT_EQ(said(ReadText().without("location")), "location:location_missing");
  EXPECT_EQ(said(ReadText().without("feed_id")), "feed_id:field_missing");
  EXPECT_EQ(said(ReadText().without("source_id")), "source_id:field_missing");
  EXPECT_EQ(said(ReadText().without("nrd_id")), "nrd_id:field_missing");
  EXPECT_EQ(said(ReadText().without("username")), "username:field_missing");
  EXPECT_EQ(said(ReadText().without("camera_class")), "camera_class:camera_class_missing");
  EXPECT_EQ(said(ReadText().without("plate_patch").with_parts({}, {})), "plate_patch:plate_patch_missing");
}

TEST(MissingField, MayBeOneThatIsOptional) {
  EXPECT_EQ(said(ReadText()), "taken in");
  EXPECT_EQ(said(ReadText().without("read_id")), "taken in");
}

TEST(RangesOfFields, IncludeTheirEnds) {
  for (const char* source : {"1", "9999"}) EXPECT_EQ(said(ReadText().with("source_id", source)), "taken in");
  for (const char* nrd : {"0", "9999", "-0"}) EXPECT_EQ(said(ReadText().with("nrd_id", nrd)), "taken in");
  for (const char* preset : {"-32768", "32767"}) EXPECT_EQ(said(ReadText().with("preset_id", preset)), "taken in");
  for (const char* direction : {"0", "359"}) EXPECT_EQ(said(ReadText().with("direction", direction)), "taken in");
  const std::string sixty_four(64, 'x'), sixty_five(65, 'x');
  for (const char* field : {"lane_id", "alias_id", "username"}) {
    EXPECT_EQ(said(ReadText().with(field, "\"" + sixty_four + "\"")), "taken in");
    EXPECT_EQ(said(ReadText().with(field, "\"" + sixty_five + "\"")), std::string(field) + ":field_out_of_range");
  }
  EXPECT_EQ(said(ReadText().with("read_id", "\"" + sixty_four + "\"")), "taken in");
  EXPECT_EQ(said(ReadText().with("read_id", "\"" + sixty_five + "\"")), "read_id:extension_out_of_range");
}

TEST(FieldTwice, IsAFaultWhateverItsValues) {
  EXPECT_EQ(said(ReadText().also("vrm", "\"AB00CDE\"")), "vrm:field_twice");
  EXPECT_EQ(said(ReadText().also("vrm", "7")), "vrm:field_twice") << "the first value is the one that is looked at";
  EXPECT_EQ(said(ReadText().also("plate_patch", R"({"sha256":1})")), "plate_patch:field_twice");
  EXPECT_EQ(said(ReadText().also("make", "1").also("make", "2")), "make:field_twice");
  EXPECT_EQ(said(ReadText().with("vrm", "\"\"").also("vrm", "\"\"")), "vrm:vrm_empty vrm:field_twice");
}

TEST(FieldTwice, IsAFaultInsideAnImageToo) {
  std::string named = read_maker::named_image(read_maker::patch());
  named.insert(1, "\"bytes\":1,");
  EXPECT_EQ(said(ReadText().with("plate_patch", named)), "plate_patch:field_twice plate_patch:image_not_as_named");
}

TEST(WholeText, MustBeOneJsonObject) {
  for (const char* text : {"", " ", "{", "}", "[]", "7", "\"vrm\"", "null", "{\"vrm\":}", "{vrm:1}", "{}x", "{}{}", "{\"vrm\":\"A\"", "{,}",
                           "{\"vrm\":\"\\ud800\"}", "{\"a\":01}", "{\"a\":\"\n\"}", "\xef\xbb", "{'vrm':'A'}"}) {
    EXPECT_EQ(said(std::string(text)), ":read_not_json") << text;
  }
}

TEST(WholeText, HasAtMost65536Bytes) {
  formats::EncodedRead read = ReadText().encoded();
  read.text.resize(formats::kReadTextBytesMax, ' ');
  EXPECT_EQ(said(read), "taken in");
  read.text += ' ';
  EXPECT_EQ(said(read), ":read_too_long");
}

TEST(WholeText, IsAtMostFourDeep) {
  EXPECT_EQ(said(ReadText().with("x", "[[[1]]]")), "taken in");
  EXPECT_EQ(said(ReadText().with("x", R"({"a":[{}]})")), "taken in");
  EXPECT_EQ(said(ReadText().with("x", "[[[[1]]]]")), ":read_too_deep");
  EXPECT_EQ(said("{\"x\":" + std::string(60'000, '[')), ":read_too_deep");
}

TEST(BytesThatAreNoUtf8, AreAFaultOfTheVrmThatHoldsThem) {
  EXPECT_EQ(said(ReadText().with("vrm", "\"AB\xff\"")), "vrm:vrm_not_utf8");
  EXPECT_EQ(said(ReadText().with("vrm", "\"\xc3\"")), "vrm:vrm_not_utf8");
  EXPECT_EQ(said(ReadText().with("vrm", "\"A \xff\"").with("source_id", "0")), "vrm:vrm_not_utf8 source_id:source_id_out_of_range");
}

TEST(BytesThatAreNoUtf8, ElsewhereAreAFaultOfTheWhole) {
  EXPECT_EQ(said(ReadText().with("username", "\"AB\xff\"")), ":read_not_json");
  EXPECT_EQ(said(ReadText().with("vrm", "\"\xff\"").with("username", "\"\xff\"")), ":read_not_json");
  EXPECT_EQ(said("{\"vrm\":\"\xff\""), ":read_not_json");
}

TEST(Faults, StandInTheOrderOfTheWire) {
  EXPECT_EQ(said(std::string("{}")),
            "vrm:vrm_empty time:time_missing location:location_missing feed_id:field_missing source_id:field_missing nrd_id:field_missing "
            "username:field_missing plate_patch:plate_patch_missing camera_class:camera_class_missing");
  EXPECT_EQ(said(ReadText().with("buffered", "0").with("direction", "-1").with("vrm", "\"\"").with("overview", "1")),
            "vrm:vrm_empty overview:field_wrong_type direction:extension_out_of_range buffered:field_wrong_type");
}

TEST(Faults, NameClauseAndWhatWasFound) {
  formats::ImageIndex images;
  const auto read = formats::decode_read(ReadText().with("source_id", "10000").encoded(), images);
  ASSERT_FALSE(read.has_value());
  ASSERT_EQ(read.error().size(), 1U);
  EXPECT_EQ(read.error()[0].error.kind->clause, "2.3");
  EXPECT_EQ(read.error()[0].error.detail, "1 to 9999; found 10000");
}

TEST(Location, MayBeUnknownToAMobileSystem) {
  const auto unknown = ReadText().with("location", "\"N0000000 E0000000\"");
  EXPECT_EQ(said(unknown.with("camera_class", "\"mobile\"")), "taken in");
  for (const char* other : {"\"moveable\"", "\"dual_lane\"", "\"cctv\""}) {
    EXPECT_EQ(said(unknown.with("camera_class", other)), "location:no_fix_not_mobile");
  }
  EXPECT_EQ(said(unknown.without("camera_class")), "camera_class:camera_class_missing") << "whether it may be unknown is not known";
}

}  // namespace
