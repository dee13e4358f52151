// What is judged as it happens is judged the same from the pack.
#include <filesystem>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conformance/evidence/fan_out.h"
#include "conformance/evidence/pack.h"
#include "reference/base/hash.h"
#include "tests/unit/conformance/oracle/picture_maker.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

namespace fs = std::filesystem;

std::string told(const std::vector<Judgement>& judgements) {
  std::string text;
  for (const Judgement& j : judgements) {
    text += fmt::format("{} {} '{}' {} {} {} {} {}\n", j.requirement, text_of(j.verdict), j.reason, j.observations, j.against, j.undecided,
                        j.least, j.sampled_one_in);
    for (const Finding& f : j.findings) {
      text += fmt::format("  {} {} {} {} {} / {} / {}\n", text_of(f.verdict), base::to_rfc3339(f.at), f.read_id, f.camera, f.expected,
                          f.observed, f.read_text);
    }
    for (const Timing& t : j.timings) {
      text += fmt::format("  {} {} {} {} {} {} {} {} {}\n", t.n, t.exceeded, t.limit_ns, t.max_ns, t.p50_ns, t.p95_ns, t.p99_ns,
                          t.exceedance_rate_upper95, fmt::join(t.histogram, ","));
    }
  }
  return text;
}

constexpr Position kTrue{522'051'010, 1'218'400};

/// Tells an oracle and a pack the same.
struct Both : base::Witness {
  std::unique_ptr<Oracle> oracle = make_oracle(catalogue::built_in(), {});
  std::unique_ptr<evidence::PackWriter> pack;
  base::Instant now = base::parse_rfc3339("2019-06-11T07:00:00Z").value();

  explicit Both(const fs::path& directory) : pack(std::move(*evidence::make_pack_writer(directory, {.keep = evidence::Keep::kFull}))) {}
  void hear(const base::Event& event) override {
    oracle->hear(event);
    pack->hear(event);
  }
  void tell(Body body) { hear({now, std::move(body), {}}); }
};

const std::vector<std::string> kTexts{text_of("AA01AAA"),
                                      text_of("AB01CDE"),
                                      text_of("AB01 CDE"),
                                      text_of("\xff"),
                                      R"({"vrm":"AB01CDE","location":"52.205101N,0.121840E","alias_id":"Bridge"})",
                                      R"({"vrm":"AB01CDE","location":"52.305101,0.121840"})",
                                      R"({"vrm":"A","vrm":"B"})",
                                      "not JSON at all",
                                      text_of("AB01CDE", "31/06/2019 07:00:00"),
                                      text_of("QQQQQQQ", "11/06/2019 07:00:00", "\"7\"", "0", "\"unattended\"")};

/// A run with everything in it that may go wrong, by numbers that a property test draws.
void perform(Both& both, const std::vector<std::uint32_t>& draws) {
  const base::Bytes list(list_of({{"AA01AAA"}, {"AB01CDE", "No Alert"}})), patch(picture::jpeg()), overview(std::string("overview"));
  const std::string_view pattern = "35_*";
  both.tell(Camera{kCamera, "static", true, true, kTrue, kTrue, 500, {}});
  both.tell(Operator{"op", "35", {&pattern, 1}, true});
  both.tell(VoiUploaded{kList, "35", &list, false});
  both.tell(ListInForce{"nas", kList, "1"});
  int n = 0;
  for (const std::uint32_t draw : draws) {
    const std::string id = fmt::format("35-12-42:{}", ++n), pass = fmt::format("p{}", n), capture = "c" + id, hit = "h" + id;
    const std::string& text = kTexts[draw % kTexts.size()];
    const ReadBody body{text, draw % 3 == 0 ? nullptr : &patch, draw % 5 == 0 ? nullptr : &overview, nullptr};
    both.tell(Pass{pass, kCamera, "AA01AAA", draw % 2 == 0 ? std::optional(kTrue) : std::nullopt, 0, draw % 10 == 0});
    both.now = both.now + base::nanoseconds(1 + draw % 3'000'000'000);
    both.tell(ReadSent{id, pass, kCamera, body});
    if (draw % 7 == 0) both.tell(Link{"lea:35", "nas", draw % 2 == 0});
    both.tell(ReadReceived{"lea:35", id, body});
    both.tell(ReadAcknowledged{"lea:35", id, ""});
    if (draw % 11 == 0) continue;
    both.tell(ReadReceived{"nas", id, body});
    both.now = both.now + base::nanoseconds(draw % 100'000);
    both.tell(ReadAcknowledged{"nas", id, draw % 13 == 0 ? "same" : std::string_view(capture)});
    if (draw % 8 == 0) both.tell(HitSent{hit, id, kList, 1 + draw % 2, "voi"});
    both.now = both.now + base::nanoseconds(draw % 2'500'000'000);
    if (draw % 16 == 0) both.tell(HitDelivered{hit, "op"});
  }
  both.tell(PhaseEnded{"liveness"});
  for (int i = 1; i <= n; ++i) {
    const std::uint32_t draw = draws[i - 1];
    const std::string capture = fmt::format("c35-12-42:{}", i);
    if (draw % 17 != 0)
      both.tell(CaptureReturned{capture, {kTexts[draw % kTexts.size()], draw % 3 == 0 ? nullptr : &patch, &overview, nullptr}});
  }
  const std::string seen = base::sha256_hex(patch.view()), strange(64, 'a');
  const std::string_view sample[2] = {seen, strange};
  both.tell(Inspection{"2.2.4-i", {sample, static_cast<std::size_t>(n % 3)}, "plates", n % 5 != 0, "A. Person"});
  both.tell(StoreCensus{"nas", static_cast<std::int64_t>(n)});
  both.tell(PhaseEnded{"final"});
}

RC_GTEST_PROP(ReplayTest, StreamAndPackAreJudgedAlike, ()) {
  const auto draws = *rc::gen::container<std::vector<std::uint32_t>>(*rc::gen::inRange<std::size_t>(0, 120),
                                                                     rc::gen::inRange<std::uint32_t>(0, UINT32_MAX));
  const fs::path directory = fs::temp_directory_path() / fmt::format("plumbline-replay-{}", draws.empty() ? 0 : draws.front());
  fs::remove_all(directory);
  Both both(directory);
  perform(both, draws);
  RC_ASSERT(both.pack->finish({}, {}, both.now).has_value());
  const auto again = make_oracle(catalogue::built_in(), {});
  const auto read = evidence::read_pack(directory, *again);
  fs::remove_all(directory);
  RC_ASSERT(read.has_value());
  const std::string live = told(both.oracle->conclude()), from_pack = told(again->conclude());
  RC_ASSERT(live == from_pack);
}

TEST(ReplayTest, TheSameEvidenceGivesTheSameWordsEveryTime) {
  const fs::path directory = fs::temp_directory_path() / "plumbline-replay-twice";
  std::vector<std::uint32_t> draws;
  for (std::uint32_t i = 0; i < 500; ++i) draws.push_back(static_cast<std::uint32_t>(base::mix64(i)));
  std::string words[2];
  for (std::string& w : words) {
    fs::remove_all(directory);
    Both both(directory);
    perform(both, draws);
    w = told(both.oracle->conclude());
  }
  fs::remove_all(directory);
  EXPECT_EQ(words[0], words[1]);
  EXPECT_NE(words[0].find("3.1-a fail"), std::string::npos);
}

}  // namespace
}  // namespace oracle::test
