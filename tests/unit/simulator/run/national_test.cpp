// National data and changing lists in whole runs: which data each hit is of, and that no read has two for one entry.
#include "tests/unit/simulator/run/run_small.h"

namespace {

/// What the evidence says of hits, lists and the link to the PNC.
struct Notes final : base::Witness {
  struct Sent {
    base::Instant at;
    std::string read, source, list;
    std::int64_t row = 0;
    base::Duration age;
  };
  std::map<std::string, Sent> hits;                       // by hit id, as first sent
  std::vector<std::pair<base::Instant, bool>> link;
  std::vector<base::Instant> issued, loaded;
  std::vector<std::pair<base::Instant, std::int64_t>> weeded;
  std::vector<std::string> refused, deleted, in_force;
  std::set<std::int64_t> refused_rows;
  int shown = 0;

  void hear(const base::Event& event) override {
    std::visit([&](const auto& e) { note(event.at, e); }, event.body);
  }

 private:
  void note(base::Instant at, const base::event::HitSent& e) {
    hits.try_emplace(std::string(e.hit_id), Sent{at, std::string(e.read_id), std::string(e.source), std::string(e.list), e.row.value_or(0),
                                                 e.data_age.value_or(base::seconds(-1))});
  }
  void note(base::Instant at, const base::event::PncLink& e) { link.emplace_back(at, e.up); }
  void note(base::Instant at, const base::event::PncExtractIssued&) { issued.push_back(at); }
  void note(base::Instant at, const base::event::PncExtractLoaded&) { loaded.push_back(at); }
  void note(base::Instant at, const base::event::VoiWeeded& e) { weeded.emplace_back(at, e.row); }
  void note(base::Instant, const base::event::VoiRefused& e) { refused.emplace_back(e.owner); }
  void note(base::Instant, const base::event::VoiDeleted& e) { deleted.emplace_back(e.file); }
  void note(base::Instant, const base::event::ListInForce& e) { in_force.emplace_back(e.file); }
  void note(base::Instant, const base::event::VoiRowRefused& e) { refused_rows.insert(e.row); }
  void note(base::Instant, const base::event::SymbolShown&) { ++shown; }
  template <class Other>
  void note(base::Instant, const Other&) {}
};

scenario::Scenario with_pnc() {
  scenario::Scenario s = small::clean_minute();
  s.national = scenario::NationalSpec{.fast_track_rows = 4, .answer = base::milliseconds(20), .extract_rows = 4,
                                      .extract = {base::seconds(15), base::seconds(15), 3}};
  s.voi_lists = {{"35_Small VOI List.csv", 1}};
  s.operators = {{"op-cambs-1", "35", {{"35_*", "pnc:*"}, {}, {}}}};
  return s;
}

Notes run(const scenario::Scenario& scenario) {
  Notes notes;
  small::World world({.of_interest_one_in = 4, .rows = 5});
  const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, notes);
  EXPECT_TRUE(summary.has_value()) << (summary ? "" : summary.error().message());
  EXPECT_EQ(summary ? summary->backlog : 1, 0U);
  return notes;
}

TEST(NationalData, ALiveLinkGivesFastTrackHitsAndNoOthers) {
  const Notes notes = run(with_pnc());
  std::map<std::string, int> by_source;
  for (const auto& [id, hit] : notes.hits) ++by_source[hit.source];
  EXPECT_GT(by_source["fast-track"], 400);
  EXPECT_GT(by_source["voi"], 100);
  EXPECT_EQ(by_source["extract"], 0);
  EXPECT_EQ(notes.issued.size(), 4U);
  EXPECT_EQ(notes.loaded.size(), 4U);
  EXPECT_EQ(notes.shown, static_cast<int>(notes.hits.size()));
}

TEST(NationalData, WithoutTheLinkEachReadHasItsHitOfTheExtractAndNeverTwo) {
  for (const std::string how : {"down", "hang"}) {
    SCOPED_TRACE(how);
    scenario::Scenario scenario = with_pnc();
    scenario.faults = {small::fault("pnc.link", "pnc", 20, 40, {{"how", how}})};
    const Notes notes = run(scenario);
    ASSERT_EQ(notes.link.size(), 3U) << "up, down, up";
    std::map<std::pair<std::string, std::int64_t>, int> of_entry;   // national hits by read and row: the two data number alike
    int extract = 0;
    for (const auto& [id, hit] : notes.hits) {
      if (hit.source == "voi") continue;
      EXPECT_EQ(++of_entry[std::make_pair(hit.read, hit.row)], 1) << hit.read;
      EXPECT_EQ(hit.list, "pnc:" + hit.source);
      if (hit.source != "extract") {
        EXPECT_EQ(hit.age, base::Duration{});
        continue;
      }
      ++extract;
      EXPECT_GT(hit.at, notes.link[1].first);
      EXPECT_LT(hit.at, notes.link[2].first + base::seconds(2)) << "the link is back";
      EXPECT_GE(hit.age, base::Duration{});
      EXPECT_LE(hit.age, base::seconds(30));
    }
    EXPECT_GT(extract, 100);
  }
}

TEST(NationalData, AnExtractThatDoesNotArriveWholeDoesNotTakeTheOthersPlace) {
  for (const std::string how : {"damaged", "cut"}) {
    SCOPED_TRACE(how);
    scenario::Scenario scenario = with_pnc();
    scenario.faults = {small::fault("extract.corrupt", "pnc", 10, 27, {{"how", how}})};
    const Notes notes = run(scenario);
    ASSERT_EQ(notes.issued.size(), 4U);
    const base::Instant traffic = scenario.start + scenario.phases.warm_up;
    for (const base::Instant at : notes.loaded) {
      EXPECT_TRUE(at < traffic + base::seconds(10) || at > traffic + base::seconds(27)) << "nothing loads while it is damaged";
    }
    EXPECT_EQ(notes.loaded.size(), 4U) << "and then it does";
  }
}

TEST(NationalData, ALateExtractComesWhenItComes) {
  scenario::Scenario scenario = with_pnc();
  scenario.faults = {small::fault("extract.late", "pnc", 10, 40)};
  const Notes notes = run(scenario);
  const base::Instant traffic = scenario.start + scenario.phases.warm_up;
  ASSERT_EQ(notes.issued.size(), 4U);
  EXPECT_EQ(notes.issued[1], traffic + base::seconds(40));
}

TEST(ChangingLists, AreToldAsTheyAreReplacedRemovedRefusedAndWeeded) {
  scenario::Scenario scenario = small::clean_minute();
  scenario.start = *base::parse_rfc3339("2019-06-10T23:59:25Z");
  scenario::VoiListSpec changing{"35_Changing.csv", 1};
  changing.changes = {{base::seconds(10), 1}, {base::seconds(20), std::nullopt}};
  scenario::VoiListSpec weeded{"35_Weeded.csv", 2};
  weeded.weeds_in = base::hours(24);
  scenario::VoiListSpec broken{"35_Broken.csv", 1};
  broken.broken = {"vrm_space"};
  scenario::VoiListSpec stolen{"35_Stolen.csv", 1};
  stolen.by = "36";
  scenario.voi_lists = {changing, weeded, broken, stolen};
  const Notes notes = run(scenario);
  EXPECT_EQ(std::ranges::count(notes.in_force, "35_Changing.csv"), 2);
  EXPECT_EQ(notes.deleted, std::vector<std::string>{"35_Changing.csv"});
  EXPECT_EQ(notes.refused, std::vector<std::string>{"36"}) << "who tried";
  EXPECT_EQ(notes.refused_rows, std::set<std::int64_t>{2});
  ASSERT_EQ(notes.weeded.size(), 2U);
  const base::Instant midnight = *base::parse_rfc3339("2019-06-11T00:00:00Z");
  for (const auto& [at, row] : notes.weeded) EXPECT_LT(at - midnight, base::seconds(1));
  for (const auto& [id, hit] : notes.hits) {
    EXPECT_TRUE(hit.list != "35_Weeded.csv" || hit.at < midnight + base::seconds(2));
  }
}

}  // namespace
