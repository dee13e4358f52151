// What `plumbline voi check` says of the lists in tests/golden/voi: a table (.txt) and an answer (.json) for each. Looked at by a person,
// then rewritten by
//
//     UPDATE_GOLDEN=1 build/release/tests/golden --gtest_filter='*GoldenVoi*'
//
// and by nothing else.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "reference/lists/voi_list.h"
#include "reference/nas/list_answer.h"
#include "tests/golden/approved.h"

namespace {

const std::string kLists = PLUMBLINE_SOURCE "/tests/golden/voi/";

struct Sample {
  std::string name;
  int code;
  std::vector<std::string> options = {};
  friend void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }
};

/// Exit code of a check, and what it printed: of a list that cannot be read, the error.
std::pair<int, std::string> checked(const Sample& sample, const std::vector<std::string>& more = {}) {
  std::vector<std::string> args{"voi", "check", kLists + sample.name + ".csv"};
  args.insert(args.end(), sample.options.begin(), sample.options.end());
  args.insert(args.end(), more.begin(), more.end());
  std::ostringstream out, err;
  const int code = cli::run(args, out, err);
  EXPECT_EQ(err.str().find("Next: ") != std::string::npos, code != 0) << err.str();
  std::string said = code == cli::kUnreadableInput ? out.str() + err.str() : out.str();
  if (const std::size_t at = said.find(kLists); at != said.npos) said.erase(at, kLists.size());   // as somebody in the folder would have it
  return {code, said};
}

class GoldenVoi : public testing::TestWithParam<Sample> {};

TEST_P(GoldenVoi, Table) {
  const auto [code, output] = checked(GetParam());
  EXPECT_EQ(code, GetParam().code);
  expect_approved(kLists + GetParam().name + ".txt", output);
}

TEST_P(GoldenVoi, Json) {
  const auto [code, output] = checked(GetParam(), {"--json"});
  EXPECT_EQ(code, GetParam().code);
  expect_approved(kLists + GetParam().name + ".json", output);
}

/// Offline and at the service the answer is the same, byte for byte.
TEST_P(GoldenVoi, JsonIsTheServicesAnswer) {
  const std::string csv = content_of(kLists + GetParam().name + ".csv");
  const auto by = GetParam().options.empty() ? lists::Population::kForce : lists::Population::kNational;
  const auto list = lists::parse_voi_list(GetParam().name + ".csv", csv, {.by = by});
  if (!list) return;   // it answers with a problem, and the other tests say which
  EXPECT_EQ(checked(GetParam(), {"--json"}).second, nas::encode_list_answer(*list, nas::version_of(csv)) + "\n");
}

INSTANTIATE_TEST_SUITE_P(Lists, GoldenVoi,
                         testing::Values(Sample{"35_One fault of each kind", cli::kNonConformant}, Sample{"07_Legal but odd", 0},
                                         Sample{"TUTELAGE_National reasons", 0, {"--national"}}, Sample{"35_Empty", 0},
                                         Sample{"99_Nobody", cli::kNonConformant}, Sample{"35_An open quote", cli::kUnreadableInput},
                                         Sample{"35_Not UTF-8", cli::kUnreadableInput}));

/// Each faulty row of the sample is named once, in its place, and no other: the rows at its beginning and end are right.
TEST(GoldenVoiFaults, AreEachNamedOnceAndNothingElseIs) {
  const auto [code, output] = checked({"35_One fault of each kind", 1}, {"--json"});
  const auto answer = nlohmann::json::parse(output);
  std::vector<std::pair<int, int>> places;
  for (const auto& refused : answer["refused"]) places.emplace_back(refused["row"].get<int>(), refused["column"].get<int>());
  const std::vector<std::pair<int, int>> expected{
      {0, 2},  {0, 3},  {2, 1},  {3, 1},  {4, 1},   {5, 1},   {6, 5},   {7, 5},   {8, 7},   {9, 7},   {10, 7},  {11, 8},  {12, 8},  {13, 9},
      {14, 9}, {15, 9}, {16, 10}, {17, 11}, {18, 12}, {19, 12}, {20, 12}, {21, 14}, {22, 14}, {23, 16},
      {24, 17}, {25, 7}, {26, 5}, {27, 12}};
  EXPECT_EQ(places, expected);
  EXPECT_EQ(answer["rows"], 28);
  EXPECT_EQ(answer["loaded"], 2);
}

}  // namespace
