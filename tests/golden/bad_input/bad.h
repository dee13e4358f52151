// What is bad about what is handed in: the parts that the rows of the table are made of.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "reference/base/hash.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace bad_input {

namespace fs = std::filesystem;
using nlohmann::json;

inline const std::string kPass = R"({"at":"2026-11-23T08:00:00.120000Z","kind":"pass","pass_id":"p1","camera":"35-12-42","vrm":"AB01CDE"})";
inline const std::string kRead =
    R"({"vrm":"AB01CDE","time":"23/11/2026 08:00:00","location":"52.205101,0.121840","feed_id":"35","source_id":12,)"
    R"("nrd_id":42,"username":"Unattended"})";
inline const std::string kSent =
    R"({"at":"2026-11-23T08:00:00.310000Z","kind":"read.sent","read_id":"35-12-42:1","pass_id":"p1","camera":"35-12-42","read":)" + kRead +
    "}";

inline json manifest(const std::string& events) {
  return {{"format", "plumbline-evidence"},
          {"version", 1},
          {"subject", {{"vendor", "V"}, {"product", "P"}, {"version", "1"}, {"role", "camera"}}},
          {"files", {{"events.ndjson", base::sha256_hex(events)}}}};
}

/// A pack in pack/, whose manifest is changed before it is written.
inline void pack(const std::string& events, const std::function<void(json&)>& change = {}) {
  fs::create_directories("pack");
  scratch::write("pack/events.ndjson", events);
  json m = manifest(events);
  if (change) change(m);
  scratch::write("pack/manifest.json", m.dump(2));
}

inline void scenario(const std::function<void(json&)>& change) {
  json document = small_scenario::document();
  change(document);
  scratch::write("s.json", document.dump(2));
}

inline void scenario_text(const std::function<std::string(std::string)>& change) {
  scratch::write("s.json", change(small_scenario::document().dump(2)));
}

inline std::string brackets() { return std::string(200'000, '[') + std::string(200'000, ']'); }

inline std::string with_image(const std::string& hash) {
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

inline const std::vector<std::string> kAccredit{"accredit", "s.json", "--alone", "--out", "out"}, kJudge{"judge", "pack", "--out", "out"};

inline std::vector<std::string> judge(const std::string& evidence, std::vector<std::string> more = {}) {
  std::vector<std::string> command{"judge", evidence, "--out", "out"};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

[[nodiscard]] std::vector<Bad> bad_scenarios();
[[nodiscard]] std::vector<Bad> bad_manifests();
[[nodiscard]] std::vector<Bad> bad_events();
[[nodiscard]] std::vector<Bad> bad_files();

}  // namespace bad_input
