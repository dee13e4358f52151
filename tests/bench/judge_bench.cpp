// rooms: conformance/oracle conformance/evidence
//
// What judging and keeping cost a read, against simdjson alone on the same texts: every way a read can cross, in one process, turn and
// turn about, the best of each.
//
//   judge_bench [--scale N] [--pack DIRECTORY]
//
// A read is pass, sent, received and acknowledged by a LEA component, received and acknowledged by NAS, buffered, deleted, and given back
// at the end: nine events.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <jpeglib.h>
#include <simdjson.h>

#include "conformance/evidence/pack.h"
#include "conformance/oracle/oracle.h"
#include "reference/base/hash.h"

namespace {

using namespace base::event;

constexpr std::size_t kCameras = 920;
constexpr std::size_t kImages = 64;

/// The traffic, made before the clock runs: ids, texts, images.
struct Traffic {
  struct Read {
    std::string id, pass, capture, text, vrm;
    std::uint32_t camera = 0, patch = 0, overview = 0;
  };
  std::vector<std::string> cameras;
  std::vector<base::Bytes> patches, overviews;
  std::vector<Read> reads;
  base::Bytes list;
};

/// A grey JPEG of a pattern, padded to its weight behind its end.
std::string picture(unsigned width, unsigned height, std::size_t seed, std::size_t bytes) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &memory, &size);
  encoder.image_width = width;
  encoder.image_height = height;
  encoder.input_components = 1;
  encoder.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 40, TRUE);
  jpeg_start_compress(&encoder, TRUE);
  std::vector<JSAMPLE> line(width);
  while (encoder.next_scanline < height) {
    for (std::size_t x = 0; x < width; ++x) line[x] = static_cast<JSAMPLE>(x * 3 + encoder.next_scanline * 7 + seed * 31);
    JSAMPROW row = line.data();
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string jpeg(reinterpret_cast<const char*>(memory), size);
  std::free(memory);
  if (jpeg.size() > bytes) std::exit(70);
  jpeg.resize(bytes);
  return jpeg;
}

std::string text_of(const Traffic& traffic, const Traffic::Read& read) {
  return fmt::format(
      R"({{"vrm":"{}","time":"11/06/2019 07:00:00","location":"52.205101,0.121840",)"
      R"("feed_id":"35","source_id":12,"nrd_id":{},"username":"Unattended",)"
      R"("plate_patch":{{"sha256":"{}","bytes":2713}},"overview":{{"sha256":"{}",)"
      R"("bytes":19022}},"camera_class":"static","direction":270,"read_id":"{}"}})",
      read.vrm, read.camera, base::sha256_hex(traffic.patches[read.patch].view()),
      base::sha256_hex(traffic.overviews[read.overview].view()), read.id);
}

Traffic make_traffic(std::size_t count) {
  Traffic traffic;
  for (std::size_t i = 0; i < kCameras; ++i) traffic.cameras.push_back(fmt::format("35-12-{}", i));
  for (std::size_t i = 0; i < kImages; ++i) {
    traffic.patches.emplace_back(picture(120, 60, i, 2'713));
    traffic.overviews.emplace_back(picture(320, 240, i, 19'022));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t draw = base::mix64(i);
    Traffic::Read read;
    read.camera = static_cast<std::uint32_t>(draw % kCameras);
    read.id = fmt::format("{}:{}", traffic.cameras[read.camera], i);
    read.pass = fmt::format("p{}", i);
    read.capture = fmt::format("c{:032x}", draw);
    read.vrm = fmt::format("AA{:02}{}AA", draw % 100, static_cast<char>('A' + draw / 100 % 26));
    read.patch = static_cast<std::uint32_t>(draw >> 20) % kImages;
    read.overview = static_cast<std::uint32_t>(draw >> 30) % kImages;
    traffic.reads.push_back(std::move(read));
    traffic.reads.back().text = text_of(traffic, traffic.reads.back());
  }
  std::string csv;
  for (int i = 0; i < 2000; ++i) csv += fmt::format("ZZ{:02}Z{:02},,,,Stop,,Drugs,,,Cambs,,01/01/2099,,OFFICIAL,,\r\n", i / 100, i % 100);
  traffic.list = base::Bytes(std::move(csv));
  return traffic;
}

/// Tells the witness the traffic; a read whose hash is not in the sample goes as a value.
void tell(const Traffic& traffic, std::uint32_t one_in, base::Witness& witness) {
  base::Instant now{1'560'236'400'000'000'000};
  const auto say = [&](Body body) { witness.hear({now, std::move(body), {}}); };
  constexpr Position kTrue{522'051'010, 1'218'400};
  for (const std::string& camera : traffic.cameras) say(Camera{camera, "static", true, true, kTrue, kTrue, 500, {}});
  say(VoiUploaded{"35_x.csv", "35", &traffic.list, false});
  say(ListInForce{"nas", "35_x.csv", "1"});
  // As many under way as there would be: what one read says last comes after what later ones say first.
  constexpr std::size_t kUnderWay = 64;
  const auto facts_of = [](const Traffic::Read& r) { return ReadFacts{r.vrm, 22'000}; };
  const auto body_of = [&](const Traffic::Read& r, const ReadFacts& facts) {
    if (base::hash64(r.id) % one_in != 0) return ReadBody{{}, nullptr, nullptr, &facts};
    return ReadBody{r.text, &traffic.patches[r.patch], &traffic.overviews[r.overview], nullptr};
  };
  for (std::size_t i = 0; i < traffic.reads.size() + kUnderWay; ++i) {
    now.ns += 7'000'000;
    if (i < traffic.reads.size()) {
      const Traffic::Read& r = traffic.reads[i];
      const ReadFacts facts = facts_of(r);
      const ReadBody body = body_of(r, facts);
      say(Pass{r.pass, traffic.cameras[r.camera], r.vrm, kTrue, 270});
      say(ReadSent{r.id, r.pass, traffic.cameras[r.camera], body});
      say(ReadReceived{"lea:35", r.id, body});
      say(ReadBuffered{"lea:35", r.id});
      say(ReadAcknowledged{"lea:35", r.id, {}});
    }
    if (i >= kUnderWay) {
      const Traffic::Read& r = traffic.reads[i - kUnderWay];
      const ReadFacts facts = facts_of(r);
      say(ReadReceived{"nas", r.id, body_of(r, facts)});
      say(ReadAcknowledged{"nas", r.id, r.capture});
      say(ReadDeleted{"lea:35", r.id});
    }
  }
  say(PhaseEnded{"liveness"});
  for (const Traffic::Read& r : traffic.reads) {
    const ReadFacts facts = facts_of(r);
    say(CaptureReturned{r.capture, body_of(r, facts)});
  }
  say(StoreCensus{"nas", static_cast<std::int64_t>(traffic.reads.size())});
  say(PhaseEnded{"final"});
}

/// Processor time, the system's own included: another load on the machine then counts for little.
double seconds_of(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

class Deaf : public base::Witness {
 public:
  void hear(const base::Event&) override {}
};

void bare_simdjson(const Traffic& traffic) {
  simdjson::dom::parser parser;
  std::string padded(4096, '\0');
  std::size_t bytes = 0;
  for (const Traffic::Read& read : traffic.reads) {
    std::memcpy(padded.data(), read.text.data(), read.text.size());
    std::string_view vrm;
    if (parser.parse(padded.data(), read.text.size(), false)["vrm"].get(vrm) != simdjson::SUCCESS) std::exit(70);
    bytes += vrm.size();
  }
  if (bytes == 0 && !traffic.reads.empty()) std::exit(70);
}

void judge(const Traffic& traffic, std::uint32_t one_in) {
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {.sampled_one_in = one_in});
  tell(traffic, one_in, *oracle);
  for (const auto& judgement : oracle->conclude()) {
    // The check that the work was done: the ledger has met every read, and nothing of its place and its images was found wrong.
    if (judgement.requirement == "3.1-a" && judgement.observations != traffic.reads.size()) std::exit(70);
    if (judgement.requirement.starts_with("2.2") && judgement.against != 0) std::exit(70);
  }
}

void keep(const Traffic& traffic, const std::filesystem::path& directory, evidence::Keep what) {
  auto pack = evidence::make_pack_writer(directory, {.keep = what});
  if (!pack) std::exit(65);
  tell(traffic, 1, **pack);
  if (!(*pack)->finish({}, {}, {})) std::exit(65);
}

struct Stage {
  const char* name;
  std::function<void()> work;
  double best = 1e9;
};

}  // namespace

int main(int argc, char** argv) {
  std::size_t scale = 1;
  std::filesystem::path directory = std::filesystem::temp_directory_path() / "plumbline-judge-bench";
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::string_view(argv[i]) == "--scale") scale = static_cast<std::size_t>(std::max(1, std::atoi(argv[i + 1])));
    if (std::string_view(argv[i]) == "--pack") directory = argv[i + 1];
  }
  const Traffic traffic = make_traffic(485'000 / scale);
  std::vector<Stage> stages{
      {"events told, nobody listening",
       [&] {
         Deaf deaf;
         tell(traffic, 1, deaf);
       }},
      {"simdjson alone, each text once", [&] { bare_simdjson(traffic); }},
      {"judged, wire in bytes", [&] { judge(traffic, 1); }},
      {"judged, wire sampled 1/64", [&] { judge(traffic, 64); }},
      {"kept, pack sampled 1/64", [&] { keep(traffic, directory, evidence::Keep::kSampled); }},
      {"kept, full pack", [&] { keep(traffic, directory, evidence::Keep::kFull); }},
  };
  for (int turn = 0; turn < 3; ++turn) {
    for (Stage& stage : stages) stage.best = std::min(stage.best, seconds_of(stage.work));
  }
  std::error_code ignored;
  std::filesystem::remove_all(directory, ignored);
  const double bare = stages[1].best, reads = static_cast<double>(traffic.reads.size());
  std::printf("%zu reads of %zu bytes, nine events each\n", traffic.reads.size(),
              traffic.reads.empty() ? 0 : traffic.reads.front().text.size());
  for (const Stage& stage : stages) {
    std::printf("%-32s %8.3f s  %10.0f reads/s  %6.2f us/read  %6.2f x simdjson\n", stage.name, stage.best, reads / stage.best,
                stage.best / reads * 1e6, stage.best / bare);
  }
  return 0;
}
