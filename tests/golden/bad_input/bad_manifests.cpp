// Packs whose manifest, or whose files, are not as they must be.
#include "tests/golden/bad_input/bad.h"

namespace bad_input {

std::vector<Bad> bad_manifests() {
  const std::string events = kPass + "\n" + kSent + "\n";
  return {
      {"evidence that is not there", [] {}, kJudge, 65, {"pack", "there is nothing"}},
      {"a folder without a manifest", [] { fs::create_directory("pack"); }, kJudge, 65, {"manifest.json", "there is none"}},
      {"an empty manifest",
       [=] {
         pack(events);
         scratch::write("pack/manifest.json", "");
       },
       kJudge,
       65,
       {"manifest.json", "expected one JSON object"}},
      {"a manifest that is cut off",
       [=] {
         pack(events);
         scratch::write("pack/manifest.json", manifest(events).dump().substr(0, 80));
       },
       kJudge,
       65,
       {"manifest.json", "expected one JSON object"}},
      {"a manifest 200,000 brackets deep",
       [=] {
         pack(events);
         scratch::write("pack/manifest.json", brackets());
       },
       kJudge,
       65,
       {"manifest.json", "deep"}},
      {"another format", [=] { pack(events, [](json& m) { m["format"] = "evidence"; }); }, kJudge, 65, {"manifest.json", "\"format\""}},
      {"a future version",
       [=] { pack(events, [](json& m) { m["version"] = 2; }); },
       kJudge,
       65,
       {"manifest.json", "\"version\"", "found 2"}},
      {"a key of the manifest twice",
       [=] {
         pack(events);
         scratch::write("pack/manifest.json", R"({"format":"a","format":"b"})");
       },
       kJudge,
       65,
       {"manifest.json", "\"format\" once"}},
      {"a role that there is not",
       [=] { pack(events, [](json& m) { m["subject"]["role"] = "gateway"; }); },
       kJudge,
       65,
       {"manifest.json", "gateway"}},
      {"a claim that there is not",
       [=] { pack(events, [](json& m) { m["claims"] = {"no-worries"}; }); },
       kJudge,
       65,
       {"no-worries", "no-overview"}},
      {"a date that there is not",
       [=] { pack(events, [](json& m) { m["delete_by"] = "2026-02-30"; }); },
       kJudge,
       65,
       {"manifest.json", "\"delete_by\""}},
      {"a path that climbs out of the pack",
       [=] { pack(events, [](json& m) { m["files"]["../events.ndjson"] = std::string(64, '0'); }); },
       kJudge,
       65,
       {"manifest.json", "../events.ndjson"}},
      {"no events among the files",
       [=] { pack(events, [](json& m) { m["files"] = json::object(); }); },
       kJudge,
       65,
       {"manifest.json", "events.ndjson"}},
      {"a hash that is none",
       [=] { pack(events, [](json& m) { m["files"]["events.ndjson"] = "abc"; }); },
       kJudge,
       65,
       {"manifest.json", "events.ndjson", "64"}},
      {"a hash that is not the events'",
       [=] { pack(events, [](json& m) { m["files"]["events.ndjson"] = std::string(64, '0'); }); },
       kJudge,
       3,
       {"events.ndjson", "expected the SHA-256"}},
      {"events that are not there",
       [=] {
         pack(events);
         fs::remove("pack/events.ndjson");
       },
       kJudge,
       3,
       {"events.ndjson", "not there"}},
      {"a folder where the events should be",
       [=] {
         pack(events);
         fs::remove("pack/events.ndjson");
         fs::create_directory("pack/events.ndjson");
       },
       kJudge,
       65,
       {"events.ndjson", "plain file"}},
      {"a symbolic link where the events should be",
       [=] {
         pack(events);
         fs::rename("pack/events.ndjson", "elsewhere");
         fs::create_symlink("../elsewhere", "pack/events.ndjson");
       },
       kJudge,
       65,
       {"events.ndjson", "symbolic link"}},
  };
}

}  // namespace bad_input
