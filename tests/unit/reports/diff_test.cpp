#include "reports/diff.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/sample.h"

namespace {

using reports::Comparison;

/// The sample as A, and as B with `change` done to it.
template <class Change>
reports::Diff after(Change change) {
  const auto a = sample::report();
  auto b = a;
  change(b);
  return reports::compare(a, b);
}

void settle(nlohmann::json& report, const std::string& id, const char* status, const char* verdict) {
  auto& requirement = sample::requirement(report, id);
  requirement["status"] = status;
  requirement["verdict"] = verdict;
}

std::vector<std::string> ids_of(const reports::Diff& diff, const std::string& change) {
  std::vector<std::string> ids;
  for (const auto& requirement : diff.document["requirements"]) {
    if (requirement["change"] == change) ids.push_back(requirement["id"].get<std::string>());
  }
  return ids;
}

TEST(Compare, AReportWithItselfIsTheSame) {
  const auto diff = after([](auto&) {});
  EXPECT_EQ(diff.result, Comparison::kSame);
  for (const char* list : {"questionable", "requirements", "counts", "margins"}) EXPECT_TRUE(diff.document[list].empty()) << list;
  EXPECT_NE(reports::diff_text(diff).find("The same verdicts."), std::string::npos);
}

/// Every pair of statuses, told for the worse or not, as a table.
TEST(Compare, KnowsWorseFromBetter) {
  const std::vector<std::string> order{"met", "not_established", "not_met", "not_applicable", "not_testable"};
  const char* table[5] = {"=WWoo",    // from met
                          "b=Woo",    // from not established
                          "bb=oo",    // from not met
                          "ooW=o",    // from not applicable
                          "ooWo="};   // from not testable
  for (std::size_t from = 0; from < 5; ++from) {
    for (std::size_t to = 0; to < 5; ++to) {
      auto a = sample::report(), b = a;
      sample::requirement(a, "6-a")["status"] = order[from];
      sample::requirement(b, "6-a")["status"] = order[to];
      const auto diff = reports::compare(a, b);
      const char expected = table[from][to];
      const auto result = expected == '=' ? Comparison::kSame : expected == 'W' ? Comparison::kWorse : Comparison::kChanged;
      EXPECT_EQ(diff.result, result) << order[from] << " to " << order[to];
      const char* word = expected == 'W' ? "worse" : expected == 'b' ? "better" : "otherwise";
      EXPECT_EQ(ids_of(diff, word).size(), expected == '=' ? 0u : 1u) << order[from] << " to " << order[to];
    }
  }
}

TEST(Compare, AVerdictThatChangesUnderOneStatusIsAChange) {
  const auto diff = after([](auto& b) { settle(b, "2.1-a", "not_established", "inconclusive"); });
  EXPECT_EQ(diff.result, Comparison::kChanged);
  EXPECT_EQ(ids_of(diff, "otherwise"), std::vector<std::string>{"2.1-a"});
}

TEST(Compare, TheWorseStandsFirstAndDecides) {
  const auto diff = after([](auto& b) {
    settle(b, "2.2.1-c", "met", "pass");
    settle(b, "6-d", "not_met", "fail");
  });
  EXPECT_EQ(diff.result, Comparison::kWorse);
  ASSERT_EQ(diff.document["requirements"].size(), 2u);
  EXPECT_EQ(diff.document["requirements"][0]["id"], "6-d");
  const std::string text = reports::diff_text(diff);
  EXPECT_LT(text.find("\nWorse:\n  6-d      met → not met"), text.find("\nBetter:\n  2.2.1-c  not met → met")) << text;
}

TEST(Compare, ARequirementThatIsGoneIsWorseWhereItWasMet) {
  const auto without = [](const std::string& id) {
    return after([&](auto& b) {
      auto& all = b["requirements"];
      all.erase(std::find_if(all.begin(), all.end(), [&](const auto& r) { return r["id"] == id; }));
    });
  };
  EXPECT_EQ(ids_of(without("6-a"), "worse"), std::vector<std::string>{"6-a"});
  EXPECT_EQ(ids_of(without("8-a"), "otherwise"), std::vector<std::string>{"8-a"});
  EXPECT_NE(reports::diff_text(without("8-a")).find("→ not in the report"), std::string::npos);
}

TEST(Compare, AnInvalidRunIsWorseThanAnyOther) {
  EXPECT_EQ(after([](auto& b) { b["decision"]["outcome"] = "invalid"; }).result, Comparison::kWorse);
  EXPECT_EQ(after([](auto& b) { b["decision"]["outcome"] = "incomplete"; }).result, Comparison::kChanged);
}

TEST(Compare, SaysFirstWhatMakesItQuestionable) {
  const std::pair<const char*, nlohmann::json> changes[] = {
      {"suite_version", "0.2.0"},
      {"specification_sha256", std::string(64, '0')},
      {"profile", "strict"},
      {"scenario_sha256", std::string(64, '1')},
      {"seed", 7},
      {"fidelity", "queue"},
      {"role", "nas"},
      {"selection", nlohmann::json::array({"6"})}};
  for (const auto& [key, value] : changes) {
    const auto diff = after([&, key = key, value = value](auto& b) { b["identity"][key] = value; });
    ASSERT_EQ(diff.document["questionable"].size(), 1u) << key;
    EXPECT_EQ(diff.document["questionable"][0]["b"], value) << key;
    EXPECT_EQ(diff.result, Comparison::kSame) << key;
    EXPECT_NE(reports::diff_text(diff).find("To be compared with care"), std::string::npos) << key;
  }
}

TEST(Compare, AnotherDigestOfTheSameRunIsQuestionable) {
  const auto lost = after([](auto& b) { b["populations"][0]["digest"] = "0000000000000000"; });
  ASSERT_EQ(lost.document["questionable"].size(), 1u);
  const auto other_subject = after([](auto& b) {
    b["populations"][0]["digest"] = "0000000000000000";
    b["identity"]["subject"]["version"] = "0.2.0";
  });
  EXPECT_TRUE(other_subject.document["questionable"].empty());
}

TEST(Compare, TellsHowMarginsAndCountsMoved) {
  const auto diff = after([](auto& b) {
    sample::requirement(b, "6-d")["timings"][0]["max_s"] = 2.5;
    b["populations"][0]["hits_delivered"] = 4000;
  });
  ASSERT_EQ(diff.document["margins"].size(), 1u);
  EXPECT_EQ(diff.document["margins"][0]["id"], "6-d");
  const std::string text = reports::diff_text(diff);
  EXPECT_NE(text.find("6-d      main, fixed: +1.588 s → −500.0 ms"), std::string::npos) << text;
  EXPECT_NE(text.find("4,872 → 4,000"), std::string::npos) << text;
}

TEST(DiffText, HostileTextStaysOnItsLine) {
  const auto diff = after([](auto& b) {
    auto& requirement = sample::requirement(b, "6-a");
    requirement["status"] = "not_met";
    requirement["statement"] = "\x1b[2J\xe2\x80\xae";
    b["identity"]["subject"]["product"] = "\r\x07";
  });
  const std::string text = reports::diff_text(diff);
  EXPECT_NE(text.find("[U+001B][2J[U+202E]"), std::string::npos) << text;
  for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
}

}  // namespace
