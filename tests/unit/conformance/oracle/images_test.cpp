// 2.2.4-a to f and h: the images of each read.
#include <deque>

#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/conformance/oracle/picture_maker.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

/// A sound text with this mark, this NRD ID, and what else is put in before its end.
std::string text(std::string_view more = "", std::string_view vrm = "AB01CDE", int nrd = 42) {
  return fmt::format(R"({{"vrm":"{}","time":"11/06/2019 07:00:00","location":"52.205101,0.121840","feed_id":"35","source_id":12,)"
                     R"("nrd_id":{},"username":"Unattended"{}}})",
                     vrm, nrd, more);
}

const base::Bytes kPatch(picture::jpeg());

/// A script of one registered camera, to which reads are told with their images.
struct Read : Script {
  explicit Read(OracleOptions options = {}) : Script(options) { camera(); }
  Read& read(const std::string& of, const base::Bytes* patch, const base::Bytes* overview = nullptr) {
    const std::string& id = ids.emplace_back(fmt::format("r:{}", ids.size()));
    tell(ReadSent{id, {}, kCamera, body(of, patch, overview)});
    return *this;
  }
  Read& with_patch(const std::string& bytes) { return read(text(), &kept.emplace_back(bytes)); }
  Read& with_overview(const std::string& bytes) { return read(text(), &kPatch, &kept.emplace_back(bytes)); }
  std::deque<std::string> ids;
  std::deque<base::Bytes> kept;
};

void expect(Script& script, std::string_view id, std::uint64_t met, std::uint64_t against, std::string_view observed = "") {
  const Judgement& j = script.judgement(id);
  EXPECT_EQ(j.observations, met) << id;
  EXPECT_EQ(j.against, against) << id;
  if (observed.empty() || j.findings.empty()) return;
  EXPECT_NE(j.findings[0].observed.find(observed), std::string::npos) << j.findings[0].observed;
}

TEST(ImagesTest, SoundPicturesAreMet) {
  Read script;
  const base::Bytes overview(picture::jpeg({320, 240, 1, true, false, {}}));
  for (int i = 0; i < 59; ++i) script.read(text(), &kPatch, &overview);
  for (const std::string_view id : {"2.2.4-a", "2.2.4-b", "2.2.4-c", "2.2.4-d", "2.2.4-e", "2.2.4-f"}) {
    EXPECT_EQ(script.verdict(id), Verdict::kPass) << id << ": " << script.judgement(id).reason;
  }
  EXPECT_EQ(script.verdict("2.2.4-h"), Verdict::kNotRun);
}

TEST(ImagesTest, APatchIsDueFromWhatAnLeaControls) {
  Read none;
  none.read(text(), nullptr);
  expect(none, "2.2.4-a", 0, 1, "none");
  Script elsewhere;
  elsewhere.tell(Camera{kCamera, "static", false, true, std::nullopt, std::nullopt, 0, {}});
  elsewhere.sent("r:1", text());
  expect(elsewhere, "2.2.4-a", 0, 0);
  EXPECT_NE(elsewhere.judgement("2.2.4-a").reason.find("lea_controlled"), std::string::npos);
}

TEST(ImagesTest, WhereThereIsNoPlateOrAMarkWasTypedInAPatchHangsOnAReading) {
  for (const std::string& of : {text("", "QQQQQQQ"), text("", "AB01CDE", 0), std::string(R"({"time":"11/06/2019 07:00:00"})")}) {
    Read script;
    script.read(of, nullptr);
    expect(script, "2.2.4-a", 0, 0);
    EXPECT_EQ(script.under("2.2.4-a", "R-28", 1).against, 1u) << of;
  }
  Read with;
  with.read(text("", "QQQQQQQ"), &kPatch);
  expect(with, "2.2.4-a", 1, 0);
}

TEST(ImagesTest, WhatIsNamedAndDidNotComeIsNotThere) {
  Read script;
  script.read(text(R"(,"plate_patch":{"sha256":")" + std::string(64, 'a') + R"(","bytes":2713})"), nullptr);
  expect(script, "2.2.4-a", 0, 1, "none came with it");
  expect(script, "2.2.4-b", 0, 0);
}

TEST(ImagesTest, AnImageThatCannotBeReadFromTheTextIsNotThere) {
  for (const std::string_view field : {"7", "{}", "\"no base64\"", "[\"x\"]"}) {
    Read script;
    script.read(text(fmt::format(R"(,"plate_patch":{})", field)), nullptr);
    expect(script, "2.2.4-a", 0, 1, "neither");
  }
  for (const std::string_view field : {"null", "\"\""}) {
    Read script;
    script.read(text(fmt::format(R"(,"plate_patch":{})", field)), nullptr);
    expect(script, "2.2.4-a", 0, 1, "found: none");
  }
}

TEST(ImagesTest, AnImageInTheTextItselfIsJudged) {
  Read script;
  // A GIF of one pixel, in base64.
  script.read(text(R"(,"plate_patch":"R0lGODlhAQABAAAAACw=")"), nullptr);
  expect(script, "2.2.4-a", 1, 0);
  expect(script, "2.2.4-b", 0, 1, "GIF");
  expect(script, "2.2.4-d", 1, 0);
}

TEST(ImagesTest, APictureMustBeAJpegThatDecodes) {
  const std::string jpeg = picture::jpeg();
  Read png;
  png.with_patch("\x89PNG\r\n\x1a\n");
  expect(png, "2.2.4-b", 0, 1, "found PNG");
  expect(png, "2.2.4-c", 0, 0);
  Read cut;
  cut.with_patch(jpeg.substr(0, jpeg.size() - 20));
  expect(cut, "2.2.4-b", 0, 1, "damaged");
  expect(cut, "2.2.4-c", 1, 0);   // its frame says what it measures
  Read overview;
  overview.with_overview(jpeg.substr(0, 40));
  expect(overview, "2.2.4-e", 0, 1, "damaged");
  expect(overview, "2.2.4-b", 1, 0);
  std::string twelve_bits = jpeg;
  twelve_bits[jpeg.find("\xff\xc0") + 4] = 12;
  Read strange;
  strange.with_patch(twelve_bits);
  EXPECT_EQ(strange.judgement("2.2.4-b").undecided, 1u);
}

TEST(ImagesTest, APatchMeasures120By60) {
  for (const auto& [width, height] : {std::pair(121, 60), {120, 61}, {60, 120}, {119, 60}}) {
    Read script;
    script.with_patch(picture::jpeg({width, height, 0, false, false, {}}));
    expect(script, "2.2.4-c", 0, 1, fmt::format("{} by {} pixels", width, height));
  }
  Read overview;
  overview.with_overview(picture::jpeg({121, 60, 0, false, false, {}}));
  expect(overview, "2.2.4-c", 1, 0);
}

struct Weight {
  std::size_t bytes;
  std::uint64_t by_thousand, by_1024;   ///< what stands against it
};

TEST(ImagesTest, AKiloByteIsAReading) {
  for (const Weight& w : {Weight{3'000, 0, 0}, {3'001, 1, 0}, {3'072, 1, 0}, {3'073, 1, 1}}) {
    Read script;
    script.with_patch(picture::weighing(w.bytes));
    expect(script, "2.2.4-d", 1 - w.by_thousand, w.by_thousand, fmt::format("{} bytes", w.bytes));
    EXPECT_EQ(script.under("2.2.4-d", "R-07", 1).against, w.by_1024) << w.bytes;
  }
  for (const Weight& w : {Weight{25'000, 0, 0}, {25'001, 1, 0}, {25'600, 1, 0}, {25'601, 1, 1}}) {
    Read script;
    script.with_overview(picture::weighing(w.bytes));
    expect(script, "2.2.4-f", 1 - w.by_thousand, w.by_thousand);
    EXPECT_EQ(script.under("2.2.4-f", "R-07", 1).against, w.by_1024) << w.bytes;
  }
}

TEST(ImagesTest, AGeotagAgreesWithItsRead) {
  const auto tagged = [](const std::string& tiff) { return picture::jpeg({120, 60, 0, false, false, tiff}); };
  Read good;
  good.with_patch(tagged(picture::geotag_of_the_read()));
  expect(good, "2.2.4-h", 1, 0);
  Read elsewhere;
  elsewhere.with_patch(tagged(picture::geotag('N', {52, 1, 12, 1, 183'636, 10'000}, 'W', {0, 1, 7, 1, 186'240, 10'000})));
  expect(elsewhere, "2.2.4-h", 0, 1, "apart");
  Read broken;
  broken.with_overview(tagged(picture::geotag('N', {52, 1, 12, 0, 18, 1}, 'E', {0, 1, 7, 1, 18, 1})));
  expect(broken, "2.2.4-h", 0, 1, "in the overview: a rational that divides by zero");
  expect(broken, "2.2.4-e", 1, 0);
}

TEST(ImagesTest, AGeotagInWholeSecondsMayLieFurtherOffByItsRounding) {
  const auto of_seconds = [](std::uint32_t seconds) {
    Read script;
    script.with_patch(
        picture::jpeg({120, 60, 0, false, false, picture::geotag('N', {52, 1, 12, 1, seconds, 1}, 'E', {0, 1, 7, 1, 19, 1})}));
    return script.judgement("2.2.4-h").against;
  };
  EXPECT_EQ(of_seconds(18), 0u);   // 11 m off, by a third of a second of latitude
  EXPECT_EQ(of_seconds(17), 1u);   // 42 m
}

/// A read of a pack that names a patch and does not hold it.
void tell_unheld(Read& script, const std::string& hash) {
  const std::string& id = script.ids.emplace_back(fmt::format("u:{}", script.ids.size()));
  ReadBody body = script.body(text());
  body.unheld_plate_patch = hash;
  script.tell(ReadSent{id, {}, kCamera, body});
}

TEST(ImagesTest, WhatThePackDoesNotHoldIsNamed) {
  const std::string hash(64, 'a');
  Read none;
  tell_unheld(none, hash);
  expect(none, "2.2.4-a", 1, 0);
  for (const std::string_view id : {"2.2.4-b", "2.2.4-c", "2.2.4-d"}) {
    EXPECT_EQ(none.verdict(id), Verdict::kNotRun) << id;
    EXPECT_NE(none.judgement(id).reason.find("images/" + hash + ".jpg"), std::string::npos) << none.judgement(id).reason;
  }
  Read some;
  some.read(text(), &kPatch);
  tell_unheld(some, hash);
  tell_unheld(some, hash);
  for (const std::string_view id : {"2.2.4-b", "2.2.4-c", "2.2.4-d"}) EXPECT_EQ(some.judgement(id).undecided, 2u) << id;
}

TEST(ImagesTest, ReadsThatCrossedAsValuesAreNotCounted) {
  Read script({.sampled_one_in = 64});
  const ReadFacts facts{"AB01CDE", 22'000};
  script.tell(ReadSent{"r:9", {}, kCamera, {{}, nullptr, nullptr, &facts}});
  script.read(text(), &kPatch);
  for (const std::string_view id : {"2.2.3-a", "2.2.4-a", "2.2.4-b", "2.2.4-d"}) {
    EXPECT_EQ(script.judgement(id).observations, 1u) << id;
    EXPECT_EQ(script.judgement(id).sampled_one_in, 64u) << id;
  }
}

TEST(ImagesTest, TheSameBytesElsewhereInMemoryAreTheSamePicture) {
  Read script;
  for (int i = 0; i < 3; ++i) script.with_patch(picture::jpeg());
  expect(script, "2.2.4-b", 3, 0);
  script.judgement("2.2.4-i");
}

}  // namespace
}  // namespace oracle::test
