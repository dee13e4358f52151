// A directory for one test, in which a pack is written, broken, and read.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance/evidence/manifest.h"
#include "conformance/evidence/pack.h"
#include "reference/base/hash.h"
#include "tests/unit/conformance/evidence/heard.h"

namespace evidence::test {

namespace fs = std::filesystem;

class PackDirectory : public testing::Test {
 protected:
  PackDirectory()
      : directory_(fs::temp_directory_path() /
                   ("plumbline-pack-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(directory_);
  }
  ~PackDirectory() override { fs::remove_all(directory_); }

  static PackOptions options(Keep keep = Keep::kFull, std::uint32_t one_in = 64) {
    PackOptions options;
    options.keep = keep;
    options.sampled_one_in = one_in;
    options.subject_role = "nas";
    options.subject_vendor = "house";
    return options;
  }
  static Provenance run() {
    Provenance run;
    run.scenario = "a-test";
    run.scenario_sha256 = std::string(64, 'a');
    run.replay = "plumbline simulate a-test";
    run.fidelity = "queue";
    run.seed = 7;
    return run;
  }

  std::string write(const PackOptions& with, const std::vector<base::Event>& events) {
    auto writer = make_pack_writer(directory_, with);
    EXPECT_TRUE(writer.has_value());
    for (const auto& event : events) (*writer)->hear(event);
    auto hash =
        (*writer)->finish(run(), events.empty() ? base::Instant{} : events.front().at, events.empty() ? base::Instant{} : events.back().at);
    EXPECT_TRUE(hash.has_value()) << (hash ? "" : hash.error().message());
    return hash.value_or("");
  }

  [[nodiscard]] std::string file(const std::string& name) const {
    std::ifstream stream(directory_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
  void overwrite(const std::string& name, std::string_view text) const {
    std::ofstream stream(directory_ / name, std::ios::binary | std::ios::trunc);
    stream << text;
  }
  /// Writes events.ndjson and a manifest that gives its hash.
  void seal(const std::string& events) const {
    fs::create_directories(directory_);
    overwrite("events.ndjson", events);
    Manifest manifest = manifest_of(options(), run(), {}, {});
    manifest.files["events.ndjson"] = base::sha256_hex(events);
    ASSERT_TRUE(write_manifest(directory_, manifest).has_value());
  }
  /// What is wrong with a pack of these events, without the pack's own path, which stands first.
  [[nodiscard]] std::string fault_of(const std::string& events) const {
    seal(events);
    Heard heard;
    const auto read = read_pack(directory_, heard);
    if (read) return "";
    const std::string path = directory_.string() + ": ";
    EXPECT_EQ(read.error().detail.substr(0, path.size()), path);
    return read.error().detail.substr(path.size());
  }

  fs::path directory_;
};

}  // namespace evidence::test
