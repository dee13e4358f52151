#include "simulator/actors/defect.h"

#include <gtest/gtest.h>

#include "simulator/actors/told_read.h"
#include "simulator/imagery/pool.h"

namespace {

constexpr std::string_view kText =
    R"({"vrm":"AB01CDE","time":"11/06/2019 07:00:01","location":"52.2000000,0.1200000","feed_id":"35","source_id":1,"nrd_id":2,)"
    R"("username":"Unattended","plate_patch":{"sha256":"aa","bytes":10},"overview":{"sha256":"bb","bytes":20},"read_id":"35-1-2:7"})";

/// With images of the pool: what breaks an image breaks a real one.
formats::EncodedRead read() {
  static const imagery::Pool pool = imagery::make_pool(1, 1, 1);
  return {std::string(kText), pool.patches[0], pool.overviews[0]};
}

formats::EncodedRead broken(std::string_view defect) {
  formats::EncodedRead r = read();
  actors::find_defect(defect)->apply(r);
  return r;
}

TEST(Defect, FindsFieldsWholly) {
  EXPECT_EQ(actors::raw_field(kText, "vrm"), R"("AB01CDE")");
  EXPECT_EQ(actors::raw_field(kText, "source_id"), "1");
  EXPECT_EQ(actors::raw_field(kText, "plate_patch"), R"({"sha256":"aa","bytes":10})");
  EXPECT_EQ(actors::raw_field(kText, "read_id"), R"("35-1-2:7")");
  EXPECT_EQ(actors::raw_field(kText, "lane_id"), std::nullopt);
}

TEST(Defect, EachBreaksTheOneFieldItIsNamedFor) {
  EXPECT_EQ(actors::raw_field(broken("vrm_has_space").text, "vrm"), R"("AB0 1CDE")");
  EXPECT_EQ(actors::raw_field(broken("vrm_missing").text, "vrm"), std::nullopt);
  EXPECT_EQ(actors::raw_field(broken("time_iso").text, "time"), R"("2019-06-11T07:00:01Z")");
  EXPECT_EQ(actors::raw_field(broken("time_no_such_date").text, "time"), R"("31/02/2019 07:00:01")");
  EXPECT_EQ(actors::raw_field(broken("location_missing").text, "location"), std::nullopt);
  EXPECT_EQ(actors::raw_field(broken("feed_id_one_digit").text, "feed_id"), R"("5")");
  EXPECT_EQ(actors::raw_field(broken("nrd_id_out_of_range").text, "nrd_id"), "10000");
  EXPECT_EQ(actors::raw_field(broken("username_empty").text, "username"), R"("")");
  EXPECT_EQ(actors::raw_field(broken("username_lower_case").text, "username"), R"("unattended")");
  const auto oversize = broken("plate_patch_oversize");
  EXPECT_EQ(actors::raw_field(oversize.text, "plate_patch"), R"({"sha256":"bb","bytes":20})");
  EXPECT_EQ(oversize.plate_patch, read().overview);
}

TEST(Defect, AllButTheCutLeaveEveryOtherFieldAsItWas) {
  for (const actors::Defect& defect : actors::defects()) {
    if (defect.name == "text_cut_short") continue;
    const auto r = broken(defect.name);
    EXPECT_NE(r.text, kText) << defect.name;
    EXPECT_EQ(actors::plain_field(r.text, "read_id"), "35-1-2:7") << defect.name;
    int differ = 0;
    for (const char* field :
         {"vrm", "time", "location", "feed_id", "source_id", "nrd_id", "username", "plate_patch", "overview", "read_id"}) {
      differ += actors::raw_field(r.text, field) != actors::raw_field(kText, field);
    }
    EXPECT_EQ(differ, 1) << defect.name << ": " << r.text;
    EXPECT_EQ(r.text.find(",,"), std::string::npos) << r.text;
    EXPECT_EQ(r.text.find("{,"), std::string::npos) << r.text;
  }
}

TEST(ToldRead, FindsTheReadIdWithoutBeingFooled) {
  std::string kept;
  EXPECT_EQ(actors::read_id_in(kText, kept), "35-1-2:7");
  EXPECT_EQ(actors::read_id_in(R"({"alias_id":"\"read_id\":\"x\"","read_id":"a"})", kept), "a");
  EXPECT_EQ(actors::read_id_in(R"({"read_id" : "spaced"})", kept), "spaced");
  EXPECT_EQ(actors::read_id_in(R"({"vrm":"read_id"})", kept), "");
  EXPECT_EQ(actors::read_id_in("", kept), "");
  EXPECT_EQ(actors::plain_field(R"({"version":"ab","rows":3})", "version"), "ab");
}

}  // namespace
