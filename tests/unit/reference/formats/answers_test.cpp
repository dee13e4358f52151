#include "reference/formats/answers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "reference/formats/read_json.h"
#include "tests/unit/reference/formats/read_maker.h"

namespace {

using Json = nlohmann::json;

domain::Hit valid_hit() {
  const domain::Read read = read_maker::valid_read();
  return {"h1",
          "c1",
          "r1",
          "35_Cambs VOI List.csv",
          {read.vrm,
           domain::Action::kStop,
           "Drugs",
           "Red \"Ford\"",
           {std::numeric_limits<std::int64_t>::min()},
           {std::numeric_limits<std::int64_t>::max()},
           7},
          read.vrm,
          read.camera,
          read.time,
          read.location};
}

TEST(Acknowledgement, IsWrittenAsTheWireSays) {
  EXPECT_EQ(formats::encode(domain::Acknowledgement{"c1", "r1", {1'560'236'401'123'456'789}}),
            R"({"capture_id":"c1","read_id":"r1","received_at":"2019-06-11T07:00:01.123456Z"})");
  EXPECT_EQ(formats::encode(domain::Acknowledgement{"c1", "", {0}}), R"({"capture_id":"c1","received_at":"1970-01-01T00:00:00.000000Z"})");
}

RC_GTEST_PROP(Acknowledgement, ComesBackAndWeighsWhatItSays, ()) {
  const auto us = *rc::gen::inRange<std::int64_t>(-9'000'000'000'000'000, 9'000'000'000'000'000);
  const domain::Acknowledgement sent{
      *read_maker::text(1, 40, read_maker::letters()), *read_maker::text(0, 40, read_maker::letters()), {us * 1'000}};
  const std::string text = formats::encode(sent);
  RC_ASSERT(formats::encoded_bytes(sent) == text.size());
  const auto back = formats::decode_acknowledgement(text);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->capture_id == sent.capture_id);
  RC_ASSERT(back->read_id == sent.read_id);
  RC_ASSERT(back->received_at == sent.received_at);
}

TEST(Acknowledgement, OfAnythingElseIsMalformed) {
  for (const char* text :
       {"", "{}", "[]", "7", "{\"capture_id\":\"c\"}", "{\"received_at\":\"1970-01-01T00:00:00Z\"}",
        R"({"capture_id":"","received_at":"1970-01-01T00:00:00Z"})", R"({"capture_id":7,"received_at":"1970-01-01T00:00:00Z"})",
        R"({"capture_id":"c","received_at":"yesterday"})", R"({"capture_id":"c","capture_id":"d","received_at":"1970-01-01T00:00:00Z"})",
        R"({"capture_id":["c"],"received_at":"1970-01-01T00:00:00Z"})", R"({"capture_id":"c","received_at":"1970-01-01T00:00:00Z")",
        R"({"capture_id":"c","received_at":"1970-01-01T00:00:00Z","x":[[[[1]]]]})"}) {
    const auto back = formats::decode_acknowledgement(text);
    ASSERT_FALSE(back.has_value()) << text;
    EXPECT_EQ(back.error().kind, &formats::kAnswerMalformed);
  }
}

TEST(Acknowledgement, MayHoldMore) {
  const auto back = formats::decode_acknowledgement(
      R"({"x":{"capture_id":"no"},"capture_id":"c","y":[1,null,2.5],"received_at":"1970-01-01T00:00:01Z"})");
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->capture_id, "c");
  EXPECT_EQ(back->received_at, base::Instant{1'000'000'000});
}

TEST(Refusal, IsAProblemDocument) {
  const domain::Refusal refusal{"r1", {{"vrm", {domain::kVrmHasSpace, "found 'A \"B'"}}, {"source_id", domain::kSourceIdOutOfRange}}};
  const Json document = Json::parse(formats::encode(refusal));
  EXPECT_EQ(document.at("status"), 422);
  EXPECT_EQ(document.at("type"), "urn:plumbline:problem:read-refused");
  EXPECT_EQ(document.at("read_id"), "r1");
  EXPECT_EQ(
      document.at("faults").at(0),
      Json::parse(R"({"field":"vrm","clause":"2.2.1","fault":"vrm_has_space","reason":"expected no spaces of any kind; found 'A \"B'"})"));
  EXPECT_EQ(document.at("faults").at(1).at("reason"), "expected a Source ID from 1 to 9999");
}

TEST(Refusal, ComesBack) {
  const domain::Refusal refusal{"", {{"", {formats::kReadNotJson, "at byte 3"}}}};
  const auto said = formats::decode_refusal(formats::encode(refusal));
  ASSERT_TRUE(said.has_value());
  EXPECT_EQ(said->read_id, "");
  ASSERT_EQ(said->faults.size(), 1U);
  EXPECT_EQ(said->faults[0].field, "");
  EXPECT_EQ(said->faults[0].clause, "house");
  EXPECT_EQ(said->faults[0].fault, "read_not_json");
  EXPECT_EQ(said->faults[0].reason, "expected one JSON object in valid UTF-8; at byte 3");
}

// What a message quotes of foreign bytes must not make the document itself unreadable.
RC_GTEST_PROP(Refusal, OfAnyReadIsJson, (const std::string& bytes)) {
  formats::ImageIndex images;
  const auto spoilt =
      read_maker::ReadText()
          .with("vrm", "\"A \"")
          .with(bytes.substr(0, 3) == "vrm" ? "x" : "time", Json(bytes).dump(-1, ' ', false, Json::error_handler_t::replace));
  auto encoded = spoilt.encoded();
  const auto read = formats::decode_read(encoded, images);
  RC_ASSERT(!read.has_value());
  const auto said = formats::decode_refusal(formats::encode(domain::Refusal{"r1", read.error()}));
  RC_ASSERT(said.has_value());
  RC_ASSERT(said->faults.size() == read.error().size());
}

TEST(Refusal, OfAnythingElseIsMalformed) {
  for (const std::string& text : {std::string(), std::string("{}"), std::string("[]"), std::string("{\"faults\":7}"),
                                  std::string("{\"faults\":[7]}"), "{\"faults\":" + std::string(50'000, '[')}) {
    EXPECT_FALSE(formats::decode_refusal(text).has_value()) << text.substr(0, 40);
  }
}

TEST(Hit, IsWrittenAsTheWireSays) {
  EXPECT_EQ(formats::encode(valid_hit()),
            R"({"hit_id":"h1","capture_id":"c1","read_id":"r1","list":"35_Cambs VOI List.csv","row":7,"source":"voi","data_age_s":0,)"
            R"("vrm":"AB00CDE",)"
            R"("action":"Stop","reason":"Drugs","information":"Red \"Ford\"","camera":"35-12-42","time":"11/06/2019 07:00:01",)"
            R"("location":"52.2051230,0.1218170","camera_class":"static"})");
}

RC_GTEST_PROP(Hit, ComesBackAndWeighsWhatItSays, ()) {
  const domain::Read read = *read_maker::any_read();
  domain::Hit sent = valid_hit();
  sent.vrm = sent.entry.vrm = read.vrm;
  sent.camera = read.camera;
  sent.time = read.time;
  sent.location = read.location;
  sent.read_id = read.read_id.value_or("");
  sent.list = *read_maker::text(1, 20, read_maker::words());
  sent.entry.action = static_cast<domain::Action>(*rc::gen::inRange(0, 3));
  sent.entry.reason = *read_maker::text(0, 20, read_maker::words());
  sent.entry.information = *read_maker::text(0, 198, read_maker::anything());
  sent.entry.row = *rc::gen::inRange<std::uint32_t>(1, 4'000'000'000U);
  const std::string text = formats::encode(sent);
  RC_ASSERT(formats::encoded_bytes(sent) == text.size());
  const auto back = formats::decode_hit(text);
  RC_ASSERT(back.has_value());
  RC_ASSERT(formats::encode(*back) == text);
  RC_ASSERT(back->entry.vrm == sent.entry.vrm);
  RC_ASSERT(back->entry.information == sent.entry.information);
  RC_ASSERT(back->entry.row == sent.entry.row);
  RC_ASSERT(back->location == sent.location);
}

TEST(Hit, WithAMemberMissingOrWrongIsMalformed) {
  const Json whole = Json::parse(formats::encode(valid_hit()));
  for (const auto& [key, value] : whole.items()) {
    if (key == "read_id" || key == "source" || key == "data_age_s" || key == "camera_class") continue;   // may be left out
    Json without = whole, nothing = whole, wrong = whole;
    without.erase(key);
    nothing[key] = nullptr;
    wrong[key] = key == "row" ? Json(0) : Json(7);
    for (const Json& spoilt : {without, nothing, wrong}) EXPECT_FALSE(formats::decode_hit(spoilt.dump()).has_value()) << spoilt.dump();
  }
  for (const char* key : {"vrm", "action", "camera", "time", "location"}) {
    Json spoilt = whole;
    spoilt[key] = "not this";
    EXPECT_FALSE(formats::decode_hit(spoilt.dump()).has_value()) << key;
  }
}

}  // namespace
