// The stretches of a way, and whose a late one is.
#include "conformance/oracle/clauses/legs.h"

#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle {
namespace {

constexpr base::Instant kStart{1'000'000'000'000};

Stamp at(std::int64_t ms, std::int64_t uncertain_ms = 0) { return {kStart + base::milliseconds(ms), base::milliseconds(uncertain_ms)}; }

std::string words(const std::vector<Leg>& legs) {
  std::string text;
  for (const Leg& leg : legs)
    text += fmt::format("{}{}:{}{}", text.empty() ? "" : " ", leg.name, leg.took().ns / 1'000'000, leg.late ? "!" : "");
  return text;
}

TEST(LegsTest, EveryStretchBetweenKnownInstants) {
  const Way way{at(0), at(10), at(30), at(60), at(100), at(150)};
  EXPECT_EQ(words(legs_of(way, false)), "camera:10 lea:20 wan:30 nas:40 hit:50");
}

TEST(LegsTest, AStretchOverAnUnknownInstantHasTheNameOfItsEnd) {
  EXPECT_EQ(words(legs_of({at(0), at(10), {}, at(60), {}, at(150)}, false)), "camera:10 wan:50 hit:90");
  EXPECT_EQ(words(legs_of({{}, {}, {}, at(60), at(100), {}}, false)), "nas:40");
  EXPECT_EQ(words(legs_of({}, false)), "");
}

TEST(LegsTest, AnInstantThatTellsTooLittlePartsNothing) {
  EXPECT_EQ(words(legs_of({at(0), at(10, 2'000), at(30), at(60), {}, {}}, false)), "lea:30 wan:30");
  EXPECT_EQ(words(legs_of({at(0), at(10, 1'999), at(30), at(60), {}, {}}, false)), "camera:10 lea:20 wan:30");
  EXPECT_EQ(words(legs_of({at(0, 5'000), at(10), at(30), at(60, 5'000), {}, {}}, false)), "camera:10 lea:20 wan:30") << "the ends stay";
  EXPECT_EQ(words(legs_of({at(0), at(30), at(20), at(60), {}, {}}, false)), "camera:30 wan:30") << "before the one before it";
  EXPECT_EQ(words(legs_of({at(0), at(70), at(80), at(60), {}, {}}, false)), "wan:60") << "behind the end";
  EXPECT_EQ(words(legs_of({at(60), {}, {}, at(0), {}, {}}, false)), "");
}

TEST(LegsTest, WhatHasNotComeIsALastStretchUntilNow) {
  EXPECT_EQ(words(legs_of({at(0), at(10), at(30), {}, {}, {}}, false, at(5'000).at)), "camera:10 lea:20 wan:4970!");
  EXPECT_EQ(words(legs_of({at(0), {}, {}, {}, {}, {}}, false, at(5'000).at)), "camera:5000!");
  EXPECT_EQ(words(legs_of({at(0), at(1), at(2), at(3), at(4), at(5)}, false, at(5'000).at)), "camera:1 lea:1 wan:1 nas:1 hit:1");
}

TEST(LegsTest, TheLongestOfAHalfThatTookMoreThanItsShareIsLate) {
  EXPECT_EQ(words(legs_of({at(0), at(900), at(2'000), at(2'500), at(2'600), at(2'700)}, false)),
            "camera:900 lea:1100! wan:500 nas:100 hit:100");
  EXPECT_EQ(words(legs_of({at(0), at(900), at(2'000), at(2'500), at(2'600), at(2'700)}, true)),
            "camera:900 lea:1100 wan:500 nas:100 hit:100");
  EXPECT_EQ(words(legs_of({at(0), at(10), at(20), at(2'000), at(3'900), at(4'100)}, false)), "camera:10 lea:10 wan:1980 nas:1900! hit:200");
}

TEST(LegsTest, TheCulpritIsWhoseStretchIsLate) {
  const auto blamed = [](const Way& way, std::string_view lea = "lea:35") { return culprit(way, legs_of(way, false), "35-1-1", lea); };
  EXPECT_EQ(blamed({at(0), at(3'000), at(3'010), at(3'020), {}, {}}), "camera:35-1-1");
  EXPECT_EQ(blamed({at(0), at(10), at(3'000), at(3'020), {}, {}}), "lea:35");
  EXPECT_EQ(blamed({at(0), at(10), at(20), at(3'000), {}, {}}), "lea:35");
  EXPECT_EQ(blamed({at(0), at(10), {}, at(3'000), {}, {}}, ""), "nas");
  EXPECT_EQ(blamed({at(0), at(10), at(20), at(30), at(3'000), {}}), "nas");
  EXPECT_EQ(blamed({at(0), at(10), at(20), at(30), at(40), at(3'000)}), "nas");
  EXPECT_EQ(blamed({at(0), at(10), at(20), at(30), at(40), at(50)}), "");
}

TEST(LegsTest, ALateFindingShowsItsLegsAndItsCulprit) {
  test::Script script;
  script.pass("p");
  script.wait(base::milliseconds(2'500));
  script.sent("r:1", test::text_of("AB01CDE"), "p");
  script.received("r:1", test::text_of("AB01CDE"), "lea:35");
  script.wait(base::milliseconds(5));
  script.received("r:1", test::text_of("AB01CDE"));
  const Finding& finding = script.judgement("6-c").findings.at(0);
  EXPECT_EQ(words(finding.legs), "camera:2500! lea:0 wan:5");
  EXPECT_EQ(finding.component, "camera:35-12-42");
  EXPECT_EQ((finding.due - finding.legs.at(0).from).ns, base::seconds(2).ns);
}

TEST(LegsTest, TimingsHoldTheLegsOfAllThatCounts) {
  test::Script script;
  for (const std::int64_t ms : {10, 20, 30}) {
    const std::string id = fmt::format("r:{}", ms), pass = "p" + id;
    script.pass(pass);
    script.wait(base::milliseconds(ms));
    script.sent(id, test::text_of("AB01CDE"), pass);
    script.wait(base::milliseconds(5));
    script.received(id, test::text_of("AB01CDE"));
  }
  const Timing& timing = script.judgement("6-c").timings.at(0);
  ASSERT_EQ(timing.legs.size(), 2u);
  EXPECT_EQ(timing.legs[0].name, "camera");
  EXPECT_EQ(timing.legs[0].n, 3u);
  EXPECT_EQ(timing.legs[0].p50_ns, base::milliseconds(20).ns);
  EXPECT_EQ(timing.legs[0].max_ns, base::milliseconds(30).ns);
  EXPECT_EQ(timing.legs[1].name, "wan");
}

}  // namespace
}  // namespace oracle
