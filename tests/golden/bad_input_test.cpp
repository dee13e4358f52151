// Every way of handing in something bad: one clear message with file, place and what is expected, one exit code, and no report. What is said
// stands in tests/golden/bad_input/table.md, looked at by a person, then rewritten by
//
//     UPDATE_GOLDEN=1 build/release/tests/golden --gtest_filter='BadInput.*'
//
// and by nothing else.
#include <cstdlib>
#include <functional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "reference/base/hash.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kTable = PLUMBLINE_SOURCE "/tests/golden/bad_input/table.md";

const std::string kPass = R"({"at":"2026-11-23T08:00:00.120000Z","kind":"pass","pass_id":"p1","camera":"35-12-42","vrm":"AB01CDE"})";
const std::string kRead = R"({"vrm":"AB01CDE","time":"23/11/2026 08:00:00","location":"52.205101,0.121840","feed_id":"35","source_id":12,)"
                          R"("nrd_id":42,"username":"Unattended"})";
const std::string kSent = R"({"at":"2026-11-23T08:00:00.310000Z","kind":"read.sent","read_id":"35-12-42:1","pass_id":"p1","camera":"35-12-42","read":)" +
                          kRead + "}";

json manifest(const std::string& events) {
  return {{"format", "plumbline-evidence"},
          {"version", 1},
          {"subject", {{"vendor", "V"}, {"product", "P"}, {"version", "1"}, {"role", "camera"}}},
          {"files", {{"events.ndjson", base::sha256_hex(events)}}}};
}

/// A pack in pack/, whose manifest is changed before it is written.
void pack(const std::string& events, const std::function<void(json&)>& change = {}) {
  fs::create_directories("pack");
  scratch::write("pack/events.ndjson", events);
  json m = manifest(events);
  if (change) change(m);
  scratch::write("pack/manifest.json", m.dump(2));
}

void scenario(const std::function<void(json&)>& change) {
  json document = small_scenario::document();
  change(document);
  scratch::write("s.json", document.dump(2));
}

void scenario_text(const std::function<std::string(std::string)>& change) {
  scratch::write("s.json", change(small_scenario::document().dump(2)));
}

std::string brackets() { return std::string(200'000, '[') + std::string(200'000, ']'); }

std::string with_image(const std::string& hash) {
  std::string event = kSent;
  return event.insert(event.size() - 2, R"(,"plate_patch":{"sha256":")" + hash + R"(","bytes":3})");
}

/// Something bad: how it comes about, the command, the exit code, and what must be in the message.
struct Bad {
  const char* what;
  std::function<void()> make;
  std::vector<std::string> command;
  int code;
  std::vector<std::string> words;
};

const std::vector<std::string> kAccredit{"accredit", "s.json", "--alone", "--out", "out"}, kJudge{"judge", "pack", "--out", "out"};

std::vector<std::string> judge(const std::string& evidence, std::vector<std::string> more = {}) {
  std::vector<std::string> command{"judge", evidence, "--out", "out"};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

std::vector<Bad> bad_scenarios() {
  return {
      {"a scenario that is not there", [] {}, kAccredit, 65, {"s.json"}},
      {"an empty scenario", [] { scratch::write("s.json", ""); }, kAccredit, 65, {"s.json"}},
      {"a scenario that is cut off", [] { scenario_text([](const std::string& s) { return s.substr(0, s.size() / 2); }); }, kAccredit, 65,
       {"s.json", "line"}},
      {"a scenario 200,000 brackets deep", [] { scratch::write("s.json", brackets()); }, kAccredit, 65, {"s.json", "16 levels"}},
      {"an unknown key", [] { scenario([](json& s) { s["sede"] = 7; }); }, kAccredit, 65, {"s.json", "sede"}},
      {"a key twice", [] { scenario_text([](std::string s) { return s.insert(1, "\"seed\": 9,"); }); }, kAccredit, 65, {"s.json", "seed", "twice"}},
      {"a wrong unit", [] { scenario([](json& s) { s["phases"]["traffic"] = "3 metres"; }); }, kAccredit, 65, {"/phases/traffic", "3 metres"}},
      {"a negative rate", [] { scenario([](json& s) { s["network"]["lea_wan"]["bandwidth"] = "-1 Gbit/s"; }); }, kAccredit, 65,
       {"/network/lea_wan/bandwidth", "-1 Gbit/s"}},
      {"a site table that is not there", [] { scenario([](json& s) { s["world"]["sites"] = "nowhere.json"; }); }, kAccredit, 65, {"nowhere.json"}},
      {"a fault that there is not", [] { scenario([](json& s) { s["faults"] = {{{"fault", "nas.hiccup"}, {"target", "nas"}, {"on", "10 s"}, {"off", "20 s"}}}; }); },
       kAccredit, 65, {"nas.hiccup"}},
      {"a folder as a scenario", [] { fs::create_directory("s.json"); }, kAccredit, 65, {"s.json"}},
  };
}

std::vector<Bad> bad_manifests() {
  const std::string events = kPass + "\n" + kSent + "\n";
  return {
      {"evidence that is not there", [] {}, kJudge, 65, {"pack", "there is nothing"}},
      {"a folder without a manifest", [] { fs::create_directory("pack"); }, kJudge, 65, {"manifest.json", "there is none"}},
      {"an empty manifest", [=] { pack(events); scratch::write("pack/manifest.json", ""); }, kJudge, 65, {"manifest.json", "expected one JSON object"}},
      {"a manifest that is cut off", [=] { pack(events); scratch::write("pack/manifest.json", manifest(events).dump().substr(0, 80)); }, kJudge, 65,
       {"manifest.json", "expected one JSON object"}},
      {"a manifest 200,000 brackets deep", [=] { pack(events); scratch::write("pack/manifest.json", brackets()); }, kJudge, 65,
       {"manifest.json", "deep"}},
      {"another format", [=] { pack(events, [](json& m) { m["format"] = "evidence"; }); }, kJudge, 65, {"manifest.json", "\"format\""}},
      {"a future version", [=] { pack(events, [](json& m) { m["version"] = 2; }); }, kJudge, 65, {"manifest.json", "\"version\"", "found 2"}},
      {"a key of the manifest twice", [=] { pack(events); scratch::write("pack/manifest.json", R"({"format":"a","format":"b"})"); }, kJudge, 65,
       {"manifest.json", "\"format\" once"}},
      {"a role that there is not", [=] { pack(events, [](json& m) { m["subject"]["role"] = "gateway"; }); }, kJudge, 65, {"manifest.json", "gateway"}},
      {"a claim that there is not", [=] { pack(events, [](json& m) { m["claims"] = {"no-worries"}; }); }, kJudge, 64, {"no-worries", "no-overview"}},
      {"a date that there is not", [=] { pack(events, [](json& m) { m["delete_by"] = "2026-02-30"; }); }, kJudge, 65, {"manifest.json", "\"delete_by\""}},
      {"a path that climbs out of the pack", [=] { pack(events, [](json& m) { m["files"]["../events.ndjson"] = std::string(64, '0'); }); }, kJudge, 65,
       {"manifest.json", "../events.ndjson"}},
      {"no events among the files", [=] { pack(events, [](json& m) { m["files"] = json::object(); }); }, kJudge, 65, {"manifest.json", "events.ndjson"}},
      {"a hash that is none", [=] { pack(events, [](json& m) { m["files"]["events.ndjson"] = "abc"; }); }, kJudge, 65, {"manifest.json", "events.ndjson", "64"}},
      {"a hash that is not the events'", [=] { pack(events, [](json& m) { m["files"]["events.ndjson"] = std::string(64, '0'); }); }, kJudge, 3,
       {"events.ndjson", "expected the SHA-256"}},
      {"events that are not there", [=] { pack(events); fs::remove("pack/events.ndjson"); }, kJudge, 3, {"events.ndjson", "not there"}},
      {"a folder where the events should be", [=] { pack(events); fs::remove("pack/events.ndjson"); fs::create_directory("pack/events.ndjson"); }, kJudge, 65,
       {"events.ndjson", "plain file"}},
      {"a symbolic link where the events should be",
       [=] { pack(events); fs::rename("pack/events.ndjson", "elsewhere"); fs::create_symlink("../elsewhere", "pack/events.ndjson"); }, kJudge, 65,
       {"events.ndjson", "symbolic link"}},
  };
}

std::vector<Bad> bad_events() {
  const std::string all = kPass + "\n" + kSent + "\n";
  const std::string hash = std::string(63, '0') + "1";
  const auto events = [](const std::string& text) { return [text] { pack(text); }; };
  const auto pass_with = [](const std::string& members) { return R"({"at":"2026-11-23T08:00:00Z","kind":"pass","pass_id":"p1",)" + members + "}\n"; };
  return {
      {"events that are cut off", events(all.substr(0, all.size() - 20)), kJudge, 65, {"events.ndjson, line 2", "expected one JSON object"}},
      {"events out of order", events(kSent + "\n" + kPass + "\n"), kJudge, 3, {"events.ndjson, line 2", "\"at\" in order"}},
      {"a clock that jumps back", events(all + R"({"at":"2026-11-23T07:00:00Z","kind":"link","from":"a","to":"b"})"), kJudge, 3,
       {"events.ndjson, line 3", "07:00:00"}},
      {"a seq that does not grow",
       events(R"({"at":"2026-11-23T08:00:00Z","clock":"subject","seq":2,"kind":"component","component":"nas"})"
              "\n"
              R"({"at":"2026-11-23T08:00:01Z","clock":"subject","seq":2,"kind":"component","component":"nas"})"), kJudge, 3, {"line 2", "\"seq\""}},
      {"a line of 20 MiB", events(std::string(std::size_t{20} << 20, 'x') + "\n"), kJudge, 65, {"events.ndjson, line 1", "16 MiB"}},
      {"an event 200,000 brackets deep", events(brackets() + "\n"), kJudge, 65, {"events.ndjson, line 1", "deep"}},
      {"an event that is no object", events("7\n"), kJudge, 65, {"events.ndjson, line 1", "expected one JSON object"}},
      {"an event with a key twice", events(pass_with(R"("vrm":"A","vrm":"B")")), kJudge, 65, {"events.ndjson, line 1", "\"vrm\" once"}},
      {"an instant that there is not", events(R"({"at":"2026-02-30T08:00:00Z","kind":"pass","pass_id":"p1"})"), kJudge, 65, {"line 1", "\"at\"", "instant"}},
      {"half a position", events(pass_with(R"("latitude":52.1)")), kJudge, 65, {"events.ndjson, line 1", "\"longitude\""}},
      {"a latitude of 91 degrees", events(pass_with(R"("latitude":91,"longitude":0)")), kJudge, 65, {"events.ndjson, line 1", "\"latitude\""}},
      {"text that is not UTF-8", events(pass_with("\"vrm\":\"A\xff\"")), kJudge, 65, {"events.ndjson, line 1", "UTF-8"}},
      {"an image with another hash",
       [=] { pack(kPass + "\n" + with_image(hash) + "\n"); fs::create_directory("pack/images"); scratch::write("pack/images/" + hash + ".jpg", "jpg"); },
       kJudge, 3, {"events.ndjson, line 2", "images/" + hash + ".jpg", "SHA-256"}},
      {"evidence that was purged", [=] { pack(all); std::ostringstream o; ASSERT_EQ(cli::run({"purge", "pack"}, o, o), 0); }, kJudge, 65, {"deleted on"}},
  };
}

std::vector<Bad> bad_files() {
  return {
      {"a .zip that is none", [] { scratch::write("p.zip", "PK"); }, judge("p.zip"), 65, {"p.zip"}},
      {"reads that are not there", [] {}, judge("reads.ndjson"), 65, {"reads.ndjson", "no such file"}},
      {"no reads", [] { scratch::write("reads.ndjson", "\n\n"); }, judge("reads.ndjson"), 65, {"reads.ndjson", "found none"}},
      {"a read that is cut off", [] { scratch::write("reads.ndjson", kRead + "\n" + kRead.substr(0, 40)); }, judge("reads.ndjson"), 65,
       {"reads.ndjson, line 2", "brace to brace"}},
      {"events where reads should be", [] { scratch::write("reads.ndjson", kPass + "\n"); }, judge("reads.ndjson"), 65, {"line 1", "manifest.json"}},
      {"a table without rows", [] { scratch::write("reads.csv", "vrm,time\n"); }, judge("reads.csv"), 65, {"reads.csv", "no read"}},
      {"a column of another name", [] { scratch::write("reads.csv", "vmr,time\nA,B\n"); }, judge("reads.csv"), 65, {"reads.csv, row 1, column 1", "'vmr'"}},
      {"a column twice", [] { scratch::write("reads.csv", "vrm,vrm\nA,B\n"); }, judge("reads.csv"), 65, {"reads.csv, row 1, column 2"}},
      {"a row with too many cells", [] { scratch::write("reads.csv", "vrm,time\nA,B\nA,B,C\n"); }, judge("reads.csv"), 65, {"reads.csv, row 3, column 3"}},
      {"a quote that is not closed", [] { scratch::write("reads.csv", "vrm,time\n\"A,B\n"); }, judge("reads.csv"), 65, {"reads.csv, row 2", "quote"}},
      {"a quote out of place", [] { scratch::write("reads.csv", "vrm,time\nA\"B,C\n"); }, judge("reads.csv"), 65, {"reads.csv, row 2", "quote"}},
      {"an image that is not beside the table", [] { scratch::write("reads.csv", "vrm,plate_patch\nA,p.jpg\n"); }, judge("reads.csv"), 65,
       {"reads.csv, row 2, column 2", "'p.jpg'"}},
      {"an image elsewhere", [] { scratch::write("reads.csv", "vrm,plate_patch\nA,../p.jpg\n"); }, judge("reads.csv"), 65, {"row 2, column 2", "../p.jpg"}},
      {"a file of another kind", [] { scratch::write("reads.txt", kRead); }, judge("reads.txt"), 65, {"reads.txt"}},
      {"a class that there is not", [] { scratch::write("reads.ndjson", kRead); }, judge("reads.ndjson", {"--class", "fixed"}), 64, {"--class", "static"}},
      {"a role that nobody has", [] { scratch::write("reads.ndjson", kRead); }, judge("reads.ndjson", {"--role", "gateway"}), 64, {"gateway"}},
      {"a profile that there is not", [] { scratch::write("reads.ndjson", kRead); }, judge("reads.ndjson", {"--profile", "harsh"}), 64, {"harsh"}},
      {"a selection that takes nothing", [] { scratch::write("reads.ndjson", kRead); }, judge("reads.ndjson", {"--select", "99"}), 4, {"99"}},
      {"a report.json that is none", [] { scratch::write("report.json", "{}"); }, {"verify", "report.json"}, 65, {"report.json"}},
      {"a folder that is no pack", [] { fs::create_directory("pack"); scratch::write("pack/x", "mine"); }, {"purge", "pack"}, 65, {"manifest.json"}},
  };
}

std::vector<Bad> all_bad() {
  std::vector<Bad> all;
  for (auto* rows : {&bad_scenarios, &bad_manifests, &bad_events, &bad_files}) {
    for (Bad& bad : rows()) all.push_back(std::move(bad));
  }
  return all;
}

/// An empty folder to work in, so that messages name files as a person in it would.
class Inside {
 public:
  explicit Inside(const fs::path& folder) : before_(fs::current_path()) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::current_path(folder);
  }
  ~Inside() { fs::current_path(before_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  fs::path before_;
};

std::string row(const Bad& bad, int code, std::string message) {
  for (std::size_t at = 0; (at = message.find(PLUMBLINE_SOURCE, at)) != message.npos;) message.replace(at, std::string_view(PLUMBLINE_SOURCE).size(), "...");
  if (const std::size_t at = message.find("deleted on "); at != message.npos) message.replace(at + 11, 27, "(when)");
  for (std::size_t at = 0; (at = message.find('|', at)) != message.npos; at += 2) message.insert(at, "\\");
  for (std::size_t at = 0; (at = message.find('\n', at)) != message.npos;) message.replace(at, 1, "<br>");
  return fmt::format("| {} | `{}` | {} | {} |\n", bad.what, fmt::join(bad.command, " "), code, message);
}

TEST(BadInput, IsToldWhereAndWhatIsExpectedAndLeavesNoReport) {
  const scratch::Folder scratch;
  std::string table =
      "# What is said of bad input\n\nMade by tests/golden/bad_input_test.cpp. Exit codes: docs/cli.md.\n\n"
      "| what is handed in | command | exit | what is said |\n|---|---|---|---|\n";
  for (const Bad& bad : all_bad()) {
    SCOPED_TRACE(bad.what);
    const Inside inside(scratch.path() / "work");
    bad.make();
    std::ostringstream out, err;
    const int code = cli::run(bad.command, out, err);
    EXPECT_EQ(code, bad.code) << err.str();
    for (const std::string& word : bad.words) EXPECT_NE(err.str().find(word), std::string::npos) << word << " is not in: " << err.str();
    EXPECT_NE(err.str().find("Next: "), std::string::npos) << err.str();
    EXPECT_FALSE(fs::exists("out/report.json") || fs::exists("out/.partial"));
    EXPECT_LT(err.str().size(), 1'500U) << "one message, and a short one";
    std::string message = err.str();
    message.erase(message.find_last_not_of('\n') + 1);
    table += row(bad, code, message);
  }
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    scratch::write(kTable, table);
    GTEST_SKIP() << "wrote " << kTable << ": look at it before you commit it";
  }
  EXPECT_EQ(table, scratch::content_of(kTable)) << "messages are not as approved";
}

/// A report that is there is replaced when that is asked for, and otherwise left as it is, also where what was handed in is bad.
TEST(BadInput, NeverTouchesAReportThatIsThere) {
  const scratch::Folder scratch;
  const Inside inside(scratch.path() / "work");
  scratch::write("reads.ndjson", kRead);
  std::ostringstream out, err;
  ASSERT_EQ(cli::run(judge("reads.ndjson"), out, err), 1) << err.str();
  const std::string report = scratch::content_of("out/report.json");
  EXPECT_EQ(cli::run(judge("reads.ndjson"), out, err), 64);
  EXPECT_NE(err.str().find("--force"), std::string::npos) << err.str();
  EXPECT_EQ(cli::run(judge("reads.csv", {"--force"}), out, err), 65);
  EXPECT_EQ(scratch::content_of("out/report.json"), report);
  EXPECT_EQ(cli::run(judge("reads.ndjson", {"--force", "--class", "cctv"}), out, err), 1);
}

}  // namespace
