// Packs whose events cannot be read, or contradict themselves.
#include <gtest/gtest.h>

#include "conformance/cli/cli.h"
#include "tests/golden/bad_input/bad.h"

namespace bad_input {

std::vector<Bad> bad_events() {
  const std::string all = kPass + "\n" + kSent + "\n";
  const std::string hash = std::string(63, '0') + "1";
  const auto events = [](const std::string& text) { return [text] { pack(text); }; };
  const auto pass_with = [](const std::string& members) {
    return R"({"at":"2026-11-23T08:00:00Z","kind":"pass","pass_id":"p1",)" + members + "}\n";
  };
  const auto camera_with = [](const std::string& members) {
    return R"({"at":"2026-11-23T08:00:00Z","kind":"camera","camera":"35-12-42",)" + members + "}\n";
  };
  const auto compared_with = [](const std::string& members) {
    return R"({"at":"2026-11-23T08:00:00Z","kind":"clock.compared","component":"tester",)" + members + "}\n";
  };
  return {
      {"events that are cut off",
       events(all.substr(0, all.size() - 20)),
       kJudge,
       65,
       {"events.ndjson, line 2", "expected one JSON object"}},
      {"events out of order", events(kSent + "\n" + kPass + "\n"), kJudge, 3, {"events.ndjson, line 2", "\"at\" in order"}},
      {"a clock that jumps back",
       events(all + R"({"at":"2026-11-23T07:00:00Z","kind":"link","from":"a","to":"b"})"),
       kJudge,
       3,
       {"events.ndjson, line 3", "07:00:00"}},
      {"a seq that does not grow",
       events(R"({"at":"2026-11-23T08:00:00Z","clock":"subject","seq":2,"kind":"component","component":"nas"})"
              "\n"
              R"({"at":"2026-11-23T08:00:01Z","clock":"subject","seq":2,"kind":"component","component":"nas"})"),
       kJudge,
       3,
       {"line 2", "\"seq\""}},
      {"a line of 20 MiB", events(std::string(std::size_t{20} << 20, 'x') + "\n"), kJudge, 65, {"events.ndjson, line 1", "16 MiB"}},
      {"an event 200,000 brackets deep", events(brackets() + "\n"), kJudge, 65, {"events.ndjson, line 1", "deep"}},
      {"an event that is no object", events("7\n"), kJudge, 65, {"events.ndjson, line 1", "expected one JSON object"}},
      {"an event with a key twice", events(pass_with(R"("vrm":"A","vrm":"B")")), kJudge, 65, {"events.ndjson, line 1", "\"vrm\" once"}},
      {"an instant that there is not",
       events(R"({"at":"2026-02-30T08:00:00Z","kind":"pass","pass_id":"p1"})"),
       kJudge,
       65,
       {"line 1", "\"at\"", "instant"}},
      {"half a position", events(pass_with(R"("latitude":52.1)")), kJudge, 65, {"events.ndjson, line 1", "\"longitude\""}},
      {"a latitude of 91 degrees",
       events(pass_with(R"("latitude":91,"longitude":0)")),
       kJudge,
       65,
       {"events.ndjson, line 1", "\"latitude\""}},
      {"a surveyed place uncertain by less than nothing",
       events(camera_with(R"("surveyed":{"latitude":52.2,"longitude":0.1,"uncertainty_m":-8})")),
       kJudge,
       65,
       {"line 1", "\"uncertainty_m\"", "from 0"}},
      {"a clock compared to less than nothing",
       events(compared_with(R"("expanded_uncertainty_s":-0.6)")),
       kJudge,
       65,
       {"line 1", "\"expanded_uncertainty_s\"", "from 0"}},
      {"an instant uncertain by two years",
       events(pass_with(R"("uncertainty_s":63072000)")),
       kJudge,
       65,
       {"line 1", "\"uncertainty_s\"", "31622400"}},
      {"a clock that is off by 300 years", events(compared_with(R"("offset_s":9.5e9)")), kJudge, 65, {"line 1", "\"offset_s\""}},
      {"a preset without a direction", events(camera_with(R"("presets":{"1":null})")), kJudge, 65, {"line 1", "preset 1", "0 to 359"}},
      {"a preset that looks to 450 degrees", events(camera_with(R"("presets":{"1":450})")), kJudge, 65, {"line 1", "preset 1", "0 to 359"}},
      {"text that is not UTF-8", events(pass_with("\"vrm\":\"A\xff\"")), kJudge, 65, {"events.ndjson, line 1", "UTF-8"}},
      {"an image with another hash",
       [=] {
         pack(kPass + "\n" + with_image(hash) + "\n");
         fs::create_directory("pack/images");
         scratch::write("pack/images/" + hash + ".jpg", "jpg");
       },
       kJudge,
       3,
       {"events.ndjson, line 2", "images/" + hash + ".jpg", "SHA-256"}},
      {"order that an unknown instant hides",
       events(kSent + "\n" + R"({"at":"2026-11-23T08:00:05Z","clock":"subject","seq":1,"kind":"component","component":"lea:35"})" + "\n" +
              R"({"at":"2026-11-23T07:00:00Z","kind":"link","from":"a","to":"b"})"),
       kJudge,
       3,
       {"events.ndjson, line 3", "\"at\" in order"}},
      {"evidence that was purged",
       [=] {
         pack(all);
         std::ostringstream o;
         ASSERT_EQ(cli::run({"purge", "pack"}, o, o), 0);
       },
       kJudge,
       65,
       {"deleted on"}},
      {"evidence that was purged, to be verified",
       [=] {
         pack(all);
         std::ostringstream o;
         ASSERT_EQ(cli::run({"purge", "pack"}, o, o), 0);
       },
       {"verify", "pack"},
       65,
       {"deleted on"}},
  };
}

}  // namespace bad_input
