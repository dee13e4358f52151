// Judges every hand-made pack (README.md beside this file) and compares with what its writer says is due: the requirement that it is blamed
// on and no other, or nothing, or the message of a pack that cannot be judged.
//
//     build/release/tests/packs --gtest_filter='*2_2_1_c*'
#include <filesystem>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "tests/packs/written.h"

namespace packs {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Ids = std::set<std::string>;

std::string text(const Json& value) { return value.get<std::string>(); }

struct Judged {
  int code;
  std::string said;   // on standard error
  Json report;        // null where none was written
};

Judged judged(const fs::path& pack, const std::vector<std::string>& options = {}) {
  const fs::path into = fs::path(pack).concat(".judged");
  std::vector<std::string> args{"judge", pack.string(), "--out", into.string()};
  args.insert(args.end(), options.begin(), options.end());
  std::ostringstream out, err;
  const int code = cli::run(args, out, err);
  const std::string report = content_of(into / "report.json");
  return {code, err.str(), report.empty() ? Json() : Json::parse(report)};
}

Ids ids_with(const Json& report, const std::string& status) {
  Ids ids;
  for (const auto& requirement : report["requirements"])
    if (requirement["status"] == status) ids.insert(text(requirement["id"]));
  return ids;
}

/// What a report says against a pack, for whoever has to find out who is wrong.
std::string findings_of(const Json& report) {
  std::string all;
  for (const auto& requirement : report["requirements"])
    if (requirement["status"] == "not_met")
      for (const auto& finding : requirement["findings"])
        all += "  " + text(requirement["id"]) + ": " + finding.dump() + "\n";
  return all;
}

/// The requirements that a case judges.
const Ids& with_a_case() {
  static const Ids kIds = [] {
    std::ostringstream out, err;
    Ids ids;
    if (cli::run({"requirements", "--json"}, out, err) != 0) return ids;
    const Json catalogue = Json::parse(out.str());
    for (const auto& requirement : catalogue["requirements"])
      if (requirement["case"].is_string()) ids.insert(text(requirement["id"]));
    return ids;
  }();
  return kIds;
}

/// The requirement that is blamed, and what the specification makes follow from it; those of them that are judged at all.
Ids due(const Json& expected) {
  Ids ids;
  if (!expected["blamed"].is_null()) ids.insert(text(expected["blamed"]));
  for (const auto& [id, why] : expected["also"].items()) ids.insert(id);
  std::erase_if(ids, [](const std::string& id) { return !with_a_case().contains(id); });
  return ids;
}

/// Whether no case judges what a pack breaks. What follows from the breach may then be found or not, and nothing else may be.
bool breaks_what_is_not_judged(const Json& expected) {
  return !expected["blamed"].is_null() && !with_a_case().contains(text(expected["blamed"]));
}

bool is_due(const Json& expected, const Ids& blamed) {
  const Ids ids = due(expected);
  return breaks_what_is_not_judged(expected) ? std::ranges::includes(ids, blamed) : blamed == ids;
}

bool is_due_exit(const Json& expected, int code) {
  if (breaks_what_is_not_judged(expected)) return code == cli::kNonConformant || code == cli::kIncomplete;
  return code == expected["exit"];
}

bool can_be_judged(const Json& expected) { return expected["exit"] != cli::kInvalid && expected["exit"] != cli::kUnreadableInput; }

/// What a judgement gets wrong, a line each; empty where it is as due.
std::string differences(const Json& expected, const Json& report) {
  if (report.is_null()) return "no report was written\n";
  std::string wrong;
  if (const Ids blamed = ids_with(report, "not_met"); !is_due(expected, blamed))
    wrong += "blamed on " + Json(blamed).dump() + ", not on " + Json(due(expected)).dump() + "\n" + findings_of(report);
  const Ids met = ids_with(report, "met");
  for (const auto& id : expected["met"])
    if (!met.contains(text(id))) wrong += text(id) + " is not met\n";
  for (const auto& requirement : report["requirements"]) {
    const std::string words = expected["reason"].value(text(requirement["id"]), ""), reason = text(requirement["reason"]);
    if (reason.find(words) == std::string::npos) wrong += "the reason for " + text(requirement["id"]) + " is: " + reason + "\n";
  }
  return wrong;
}

/// The same, of the whole command. Of what cannot be judged there is neither a verdict nor a report that looks whole: of evidence that
/// contradicts itself a report may say just that.
std::string differences(const Json& expected, const Judged& judged) {
  std::string wrong;
  if (!is_due_exit(expected, judged.code))
    wrong += "exit " + std::to_string(judged.code) + ", not " + expected["exit"].dump() + ": " + judged.said + "\n";
  for (const auto& words : expected["says"])
    if (judged.said.find(text(words)) == std::string::npos) wrong += words.dump() + " is not in: " + judged.said + "\n";
  if (can_be_judged(expected)) return wrong + differences(expected, judged.report);
  if (!judged.report.is_null() && judged.report["decision"]["outcome"] != "invalid") wrong += "a report was written all the same\n";
  return wrong;
}

/// By its place among the packs.
class HandMade : public testing::TestWithParam<std::size_t> {};

TEST_P(HandMade, IsJudgedAsItIsDue) {
  const Json& expected = written().expected.at(GetParam());
  const auto options = expected["options"].get<std::vector<std::string>>();
  const std::string wrong = differences(expected, judged(written().folder / text(expected["path"]), options));
  if (expected["open"].is_null()) {
    EXPECT_EQ(wrong, "") << expected["name"] << ": " << expected["why"];
  } else {
    EXPECT_NE(wrong, "") << expected["name"] << " is judged as it is due now: take it out of tests/packs/disagreements.py";
  }
}

std::string name_of(const testing::TestParamInfo<std::size_t>& info) {
  std::string name = text(written().expected.at(info.param)["name"]);
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Packs, HandMade, testing::Range<std::size_t>(0, written().expected.size()), name_of);

/// A way of breaking each requirement that has a case is among the packs, and a pack in which each is met; but for those that
/// tests/packs/disagreements.py names.
TEST(HandMadePacks, AreThereForEachRequirementWithACase) {
  ASSERT_FALSE(with_a_case().empty());
  Ids blamed, met;
  for (const Json& expected : written().expected) {
    if (!expected["blamed"].is_null()) blamed.insert(text(expected["blamed"]));
    for (const auto& id : expected["met"]) met.insert(text(id));
  }
  for (const auto& id : with_a_case()) {
    EXPECT_TRUE(blamed.contains(id) || written().without_a_pack.contains(id)) << id << " is broken by no pack";
    EXPECT_TRUE(met.contains(id) || written().without_a_pack.contains(id)) << id << " is met in no pack";
  }
}

/// Every file of a folder by its path below it.
std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = content_of(entry.path());
  return files;
}

TEST(ExamplePack, IsWhatItsWriterWrites) {
  const fs::path example = fs::path(PLUMBLINE_SOURCE) / "docs/examples/evidence-pack";
  const auto committed = files_of(example), made = files_of(written().example);
  ASSERT_EQ(committed.size(), made.size()) << "remake it: python3 tests/packs/example.py docs/examples/evidence-pack";
  for (const auto& [path, content] : made) EXPECT_TRUE(committed.contains(path) && committed.at(path) == content) << path;
}

TEST(ExamplePack, IsBlamedForNothing) {
  const auto [code, said, report] = judged(written().example);
  EXPECT_EQ(code, cli::kIncomplete) << said;
  ASSERT_FALSE(report.is_null());
  EXPECT_EQ(ids_with(report, "not_met"), Ids{}) << findings_of(report);
}

}  // namespace
}  // namespace packs
