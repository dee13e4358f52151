#include "conformance/cli/cli.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/exit_code.h"
#include "conformance/cli/help.h"
#include "conformance/cli/run_options.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

TEST(ExitCodes, AreThoseOfTheTable) {
  EXPECT_EQ(cli::exit_code_of(catalogue::Outcome::kConformant), 0);
  EXPECT_EQ(cli::exit_code_of(catalogue::Outcome::kNonConformant), 1);
  EXPECT_EQ(cli::exit_code_of(catalogue::Outcome::kIncomplete), 2);
  EXPECT_EQ(cli::exit_code_of(catalogue::Outcome::kInvalid), 3);
  EXPECT_EQ(cli::kNothingSelected, 4);
  EXPECT_EQ(cli::kUsage, 64);
  EXPECT_EQ(cli::kUnreadableInput, 65);
  EXPECT_EQ(cli::kInternal, 70);
}

TEST(Help, OfTheWholeNamesEveryCommand) {
  for (const auto& args : {std::vector<std::string>{"--help"}, {"-h"}, {"help"}}) {
    const Said said = say(args);
    EXPECT_EQ(said.code, 0);
    for (const auto* command : cli::commands()) EXPECT_TRUE(holds(said.out, std::string(command->name))) << command->name;
    EXPECT_EQ(said.err, "");
  }
}

TEST(Help, OfEachCommandHasAnExampleThatBeginsWithIt) {
  for (const auto* command : cli::commands()) {
    const std::string name(command->name);
    for (const auto& args : {std::vector<std::string>{name, "--help"}, {"help", name}}) {
      const Said said = say(args);
      EXPECT_EQ(said.code, 0) << name;
      EXPECT_TRUE(holds(said.out, "Usage: plumbline " + name)) << said.out;
      EXPECT_TRUE(holds(said.out, "Example:\n  plumbline " + name)) << said.out;
    }
  }
}

TEST(Version, NamesVersionAndCompiler) {
  const Said said = say({"--version"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.out.substr(0, 10), "plumbline ");
  EXPECT_TRUE(holds(said.out, "++ ")) << said.out;
}

TEST(Usage, EveryWrongWordIsNamedWithWhatToDoNext) {
  const std::pair<std::vector<std::string>, const char*> wrong[] = {
      {{"acredit"}, "did you mean 'accredit'?"},
      {{"frobnicate"}, "'frobnicate' is no command"},
      {{"help", "nothing"}, "'nothing' is no command"},
      {{"accredit", "--alone"}, "--alone needs a SCENARIO"},
      {{"trace", "a.json"}, "trace needs RUN READ_ID"},
      {{"accredit", "a.json", "--out"}, "--out"},
      {{"accredit", "a.json", "--out", "x", "--frob"}, "--frob"},
      {{"accredit", "a.json", "--out", "x", "--evidence", "some"}, "--evidence takes full, sampled or none"},
      {{"accredit", "a.json", "b.json", "--out", "x"}, "accredit takes one operand"},
      {{"accredit", "a.json", "--ou", "x"}, "--ou"},
      {{"simulate", "a.json", "--seed", "-1"}, "--seed takes a whole number"},
      {{"simulate", "a.json", "--seed", "7x"}, "found '7x'"},
      {{"simulate", "a.json", "--seed", "9007199254740992"}, "--seed takes a whole number from 0 to 9007199254740991"},
      {{"accredit", "a.json", "--seed", "18446744073709551615"}, "--seed takes a whole number from 0 to 9007199254740991"},
      {{"simulate", "a.json", "--fidelity", "exact"}, "--fidelity takes queue or flow"},
      {{"simulate", "a.json", "--wire", "sampled 1/0"}, "--wire takes bytes"},
      {{"simulate", "a.json", "--wire", "all"}, "--wire takes bytes"},
      {{"simulate", "a.json", "--wire", "sampledx1/2"}, "--wire takes bytes"},
      {{"simulate", "a.json", "--wire", "sampled1/2"}, "--wire takes bytes"},
      {{"inspect", "a", "--out", "b", "--count=-1"}, "--count takes a whole number from 1 to 1000000"},
      {{"inspect", "a", "--out", "b", "--count=0"}, "--count takes a whole number from 1 to 1000000"},
      {{"inspect", "a", "--out", "b", "--seed=-5"}, "--seed takes a whole number from 0 to 9007199254740991"},
      {{"judge"}, "judge needs an EVIDENCE"},
      {{"requirements", "2.2"}, "requirements takes no operand"},
      {{"replay"}, "replay needs a RECORD"},
      {{"diff", "a"}, "diff needs A B"},
      {{"diff", "a", "b", "c"}, "diff takes two operands"},
      {{"report", "render"}, "report needs render REPORT"},
      {{"report", "sign", "a.json"}, "report can render; found 'sign'"},
  };
  for (const auto& [args, part] : wrong) {
    const Said said = say(args);
    EXPECT_EQ(said.code, cli::kUsage) << part;
    EXPECT_TRUE(holds(said.err, part)) << said.err;
    EXPECT_TRUE(holds(said.err, "\nNext: ")) << said.err;
    EXPECT_EQ(said.out, "");
  }
}

TEST(Usage, WithoutAWordItIsHelpAndAnError) {
  const Said said = say({});
  EXPECT_EQ(said.code, cli::kUsage);
  EXPECT_TRUE(holds(said.err, "Commands:"));
}

TEST(Input, WhatCannotBeReadIsNamed) {
  scratch::Folder scratch;
  scratch::write(scratch.path() / "broken.json", "{\"format\": \"plumbline-scenario\"");
  const std::string missing = (scratch.path() / "none.json").string(), broken = (scratch.path() / "broken.json").string();
  const std::string out = (scratch.path() / "out").string();
  for (const auto& args : {std::vector<std::string>{"simulate", missing},
                           {"simulate", broken},
                           {"accredit", missing, "--out", out},
                           {"accredit", broken, "--out", out},
                           {"replay", missing},
                           {"replay", broken},
                           {"scenarios", missing},
                           {"scenarios", scratch.path().string()}}) {
    const Said said = say(args);
    EXPECT_EQ(said.code, cli::kUnreadableInput) << args[0] << " " << args[1] << ": " << said.err;
    EXPECT_TRUE(holds(said.err, "\nNext: ")) << said.err;
  }
}

TEST(Requirements, ListsAllOrAClause) {
  const Said all = say({"requirements"});
  EXPECT_EQ(all.code, 0);
  for (const auto& requirement : catalogue::built_in().requirements) EXPECT_TRUE(holds(all.out, requirement.id + " ")) << requirement.id;
  const Said clause = say({"requirements", "--clause", "2.2.1"});
  EXPECT_TRUE(holds(clause.out, "4 requirements, 4 with a case."));
}

TEST(Requirements, AsJson) {
  const auto document = nlohmann::json::parse(say({"requirements", "--json", "--clause", "6"}).out);
  ASSERT_EQ(document["requirements"].size(), 4u);
  EXPECT_EQ(document["requirements"][0]["id"], "6-a");
  EXPECT_EQ(document["requirements"][0]["case"], "case-6-matching");
}

TEST(Requirements, AnUnknownClauseIsNothingSelected) {
  const Said said = say({"requirements", "--clause", "66"});
  EXPECT_EQ(said.code, cli::kNothingSelected);
  EXPECT_TRUE(holds(said.err, "'66' is no clause"));
}

TEST(Scenarios, ListsThoseOfAFolderAndNamesTheBroken) {
  scratch::Folder scratch;
  small_scenario::write(scratch.path());
  const Said good = say({"scenarios", scratch.path().string()});
  EXPECT_EQ(good.code, 0) << good.err;
  EXPECT_TRUE(holds(good.out, "small.json\n  A small hour\n  Tests run it."));
  auto wrong = small_scenario::document();
  wrong["fidelity"] = "exact";
  scratch::write(scratch.path() / "wrong.json", wrong.dump());
  scratch::write(scratch.path() / "data.json", "{\"format\": \"something else\"}");
  const Said mixed = say({"scenarios", scratch.path().string()});
  EXPECT_EQ(mixed.code, cli::kUnreadableInput);
  EXPECT_TRUE(holds(mixed.out, "A small hour"));
  EXPECT_TRUE(holds(mixed.err, "wrong.json")) << mixed.err;
  EXPECT_FALSE(holds(mixed.err, "data.json")) << mixed.err;
}

TEST(Scenarios, ALinkThatLeadsNowhereHidesNothing) {
  scratch::Folder scratch;
  std::filesystem::create_directory(scratch.path() / "below");
  small_scenario::write(scratch.path() / "below");
  std::filesystem::create_symlink("loop.json", scratch.path() / "loop.json");
  std::filesystem::create_symlink(scratch.path(), scratch.path() / "below" / "up");
  const Said said = say({"scenarios", scratch.path().string()});
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_TRUE(holds(said.out, "small.json\n  A small hour")) << said.out;
  EXPECT_EQ(said.out.find("A small hour"), said.out.rfind("A small hour")) << "once";
  const Said none = say({"scenarios", (scratch.path() / "nowhere").string()});
  EXPECT_EQ(none.code, cli::kUnreadableInput);
  EXPECT_TRUE(holds(none.err, "nowhere: No such file or directory")) << none.err;
}

TEST(Simulate, PrintsTheReplayLineFirstAndLast) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string();
  const Said said = say({"simulate", file, "--seed", "9", "--wire", "sampled 1/4"});
  ASSERT_EQ(said.code, 0) << said.err;
  const std::string first = said.out.substr(0, said.out.find('\n'));
  EXPECT_TRUE(holds(first, "plumbline simulate " + file + " --seed 9 ")) << first;
  EXPECT_EQ(said.out.substr(said.out.size() - first.size() - 1), first + "\n");
  for (const char* part : {"passes ", "reads sent ", "hits delivered ", "digest ", "faults ", "none", "reads a second"})
    EXPECT_TRUE(holds(said.out, part)) << part;
  EXPECT_EQ(said.err, "");   // quiet when piped
}

TEST(Simulate, ShowsProgressOnATerminalAndTakesItAway) {
  scratch::Folder scratch;
  const Said said = say({"simulate", small_scenario::write(scratch.path()).string()}, cli::Progress::kShown);
  ASSERT_EQ(said.code, 0) << said.err;
  if (!said.err.empty()) {
    EXPECT_EQ(said.err.substr(said.err.size() - 4), "\r\x1b[K");
  }
}

TEST(Simulate, NamesTheFaultsOfTheRun) {
  scratch::Folder scratch;
  auto document = small_scenario::document();
  document["faults"] =
      nlohmann::json::array({{{"id", "f1"}, {"fault", "link.down"}, {"target", "wan:lea:35"}, {"on", "20 s"}, {"off", "40 s"}}});
  const Said said = say({"simulate", small_scenario::write(scratch.path(), document).string()});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_TRUE(holds(said.out, "2019-06-11T06:59:20.000000Z to 2019-06-11T06:59:40.000000Z")) << said.out;
}

TEST(Accredit, EndsWithTheFilesAndTheVerdict) {
  scratch::Folder scratch;
  const std::string out = (scratch.path() / "out").string();
  const Said said = say({"accredit", small_scenario::write(scratch.path()).string(), "--alone", "--out", out});
  ASSERT_EQ(said.code, cli::kIncomplete) << said.err;
  for (const char* file : {"/report.html\n", "/report.json\n", "/junit.xml\n", "/evidence\n"})
    EXPECT_TRUE(holds(said.out, out + file)) << file;
  EXPECT_TRUE(holds(said.out, "\nINCOMPLETE: "));
  EXPECT_TRUE(holds(said.err, "Next: "));
}

TEST(Accredit, RefusesToOverwriteUnlessForced) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string(), out = (scratch.path() / "out").string();
  const std::vector<std::string> args{"accredit", file, "--out", out, "--alone", "--evidence", "none", "--select", "2.2.1-a"};
  ASSERT_EQ(say(args).code, cli::kIncomplete);
  const std::string before = scratch::content_of(out + "/report.json");
  const Said refused = say(args);
  EXPECT_EQ(refused.code, cli::kUsage);
  EXPECT_TRUE(holds(refused.err, "--force")) << refused.err;
  EXPECT_EQ(scratch::content_of(out + "/report.json"), before);
  auto forced = args;
  forced.insert(forced.end(), {"--force", "--seed", "8"});
  EXPECT_EQ(say(forced).code, cli::kIncomplete);
  EXPECT_NE(scratch::content_of(out + "/report.json"), before);
}

TEST(Accredit, NothingSelectedIsNotASuccess) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string(), out = (scratch.path() / "out").string();
  const Said said = say({"accredit", file, "--out", out, "--select", "8"});
  EXPECT_EQ(said.code, cli::kNothingSelected);
  EXPECT_TRUE(holds(said.err, "plumbline requirements")) << said.err;
}

TEST(Replay, ARecordedRunGivesTheSameOutputs) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string();
  const std::string nas = (scratch.path() / "nas.record").string(), lea = (scratch.path() / "lea.record").string();
  ASSERT_EQ(say({"simulate", file, "--record-nas", nas, "--record-lea", lea}).code, 0);
  for (const std::string& record : {nas, lea}) {
    const Said said = say({"replay", record});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(holds(said.out, "identical")) << said.out;
  }
}

TEST(Replay, OfHalfARecordIsNoSuccess) {
  scratch::Folder scratch;
  const std::string nas = (scratch.path() / "nas.record").string(), cut = (scratch.path() / "cut.record").string();
  ASSERT_EQ(say({"simulate", small_scenario::write(scratch.path()).string(), "--record-nas", nas}).code, 0);
  const std::string whole = scratch::content_of(nas);
  const std::size_t head = whole.find('\n') + 1;
  for (const std::size_t length : {head + 1, whole.size() / 2, whole.size() - 1}) {
    scratch::write(cut, whole.substr(0, length));
    const Said said = say({"replay", cut});
    EXPECT_EQ(said.code, cli::kIncomplete) << length << said.err;
    EXPECT_TRUE(holds(said.out, "identical as far as it goes")) << said.out;
    EXPECT_TRUE(holds(said.err, "Next: ")) << said.err;
  }
  std::string damaged = whole, no_calls = whole.substr(0, head);
  damaged[head] = '\x1f';
  std::string endless = whole, idle = whole;
  endless.replace(endless.find("\"retry_after_ns\":") + 17, 1, "-1");
  idle.replace(idle.find("\"commits_in_flight_max\":4"), 25, "\"commits_in_flight_max\":0");
  const std::pair<std::string, const char*> wrong[] = {{"", "not_a_record"},
                                                       {whole.substr(0, head / 2), "not_a_record"},
                                                       {no_calls, "record_empty"},
                                                       {no_calls + '\0', "record_empty"},
                                                       {damaged, "record_damaged"},
                                                       {endless, "for retry_after_ns"},
                                                       {idle, "found 0 for commits_in_flight_max"}};
  for (const auto& [content, part] : wrong) {
    scratch::write(cut, content);
    const Said said = say({"replay", cut});
    EXPECT_EQ(said.code, cli::kUnreadableInput) << part;
    EXPECT_TRUE(holds(said.err, part)) << said.err;
    EXPECT_TRUE(holds(said.err, "; " + cut)) << said.err;
  }
}

TEST(Simulate, WhatALinkCannotCarryInARunsTimeIsNotAcross) {
  scratch::Folder scratch;
  auto document = small_scenario::document();
  document["network"]["nas_front_end"]["bandwidth"] = "1 bit/s";
  document["voi_lists"][0]["rows"] = 20'000;
  const Said said = say({"simulate", small_scenario::write(scratch.path(), document).string()});
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_TRUE(holds(said.out, "reads acknowledged  0\n")) << said.out;
}

TEST(Simulate, NamesTheScenarioOfWhatDoesNotFitInIt) {
  scratch::Folder scratch;
  auto document = small_scenario::document();
  document["faults"] = nlohmann::json::array({{{"id", "f1"}, {"fault", "nas.crash"}, {"target", "nas"}, {"on", "20 s"}, {"off", "40 s"}}});
  document["faults"][0]["parameters"] = {{"colour", "red"}};
  const std::string file = small_scenario::write(scratch.path(), document).string();
  const Said fault = say({"simulate", file});
  EXPECT_EQ(fault.code, cli::kUnreadableInput);
  EXPECT_TRUE(holds(fault.err, file + ": fault f1 has no parameter colour")) << fault.err;
  document.erase("faults");
  document["sessions"] = nlohmann::json::array({{{"camera", "99-1-1"}, {"username", "PC1"}, {"on", "1 s"}, {"off", "2 s"}}});
  small_scenario::write(scratch.path(), document);
  const Said session = say({"simulate", file});
  EXPECT_EQ(session.code, cli::kUnreadableInput);
  EXPECT_TRUE(holds(session.err, file + ": found camera 99-1-1")) << session.err;
}

TEST(NearestCommand, IsAtMostTwoLettersAway) {
  EXPECT_EQ(cli::nearest_command("simulat"), "simulate");
  EXPECT_EQ(cli::nearest_command("relpay"), "replay");
  EXPECT_EQ(cli::nearest_command("xyz"), "");
}

}  // namespace
