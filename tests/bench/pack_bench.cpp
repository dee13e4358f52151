// rooms: conformance/oracle conformance/evidence
//
// What judging a pack costs, by stage, and the memory that it takes: a vendor's pack of five events a read, from the disk.
//
//   pack_bench [--scale N] [--reads N] [--pack DIRECTORY] [--ids counting|foreign] [--events whole|sent]
//
// A read is pass, sent, received and acknowledged by NAS, and given back at the end; with `--events sent` it is sent and no more. Ids count
// ("35-12-42:17"), or are of no form (32 hexadecimal digits). Each stage runs in a process of its own, so that its memory is its own; the
// last one judges images, each of which is another.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <jpeglib.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance/evidence/files/line_file.h"
#include "conformance/evidence/opened_pack.h"
#include "conformance/oracle/oracle.h"
#include "reference/base/hash.h"

namespace {

using namespace base::event;

struct Arguments {
  std::uint64_t reads = 300'000, images = 20'000;
  std::filesystem::path directory = std::filesystem::temp_directory_path() / "plumbline-pack-bench";
  bool foreign = false, sent_alone = false;
};

Arguments arguments_of(int argc, char** argv) {
  Arguments arguments;
  std::uint64_t scale = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i], value = argv[i + 1];
    const auto number = [&] { return std::max<std::uint64_t>(1, std::strtoull(argv[i + 1], nullptr, 10)); };
    if (name == "--scale") scale = number();
    if (name == "--reads") arguments.reads = number();
    if (name == "--pack") arguments.directory = value;
    if (name == "--ids") arguments.foreign = value == "foreign";
    if (name == "--events") arguments.sent_alone = value == "sent";
  }
  arguments.reads /= scale;
  arguments.images /= scale;
  return arguments;
}

/// A grey JPEG of a plate's size; `n` makes each another.
std::string picture(std::uint64_t n) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &memory, &size);
  encoder.image_width = 120;
  encoder.image_height = 60;
  encoder.input_components = 1;
  encoder.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 40, TRUE);
  jpeg_start_compress(&encoder, TRUE);
  std::string line(120, '\0');
  while (encoder.next_scanline < 60) {
    for (std::size_t x = 0; x < line.size(); ++x)
      line[x] = static_cast<char>(base::mix64(n * 64 + x / 8) % 2 == 0 ? 40 + encoder.next_scanline : 200);
    JSAMPROW row = reinterpret_cast<JSAMPROW>(line.data());
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string jpeg(reinterpret_cast<const char*>(memory), size);
  std::free(memory);
  return jpeg;
}

/// Tells a read after another, as many under way as there would be.
class Traffic {
 public:
  Traffic(const Arguments& arguments, base::Witness& witness) : arguments_(arguments), witness_(witness) {}

  void tell() {
    constexpr std::uint64_t kUnderWay = 64;
    for (std::uint64_t i = 0; i < kCameras; ++i) say(Camera{camera_of(i), "static", false, false, kPlace, kPlace, 500, {}});
    for (std::uint64_t i = 0; i < arguments_.reads + kUnderWay; ++i) {
      now_ = passed(i);
      if (i < arguments_.reads) sent(i);
      if (i >= kUnderWay && !arguments_.sent_alone) received(i - kUnderWay);
    }
    if (arguments_.sent_alone) return;
    say(PhaseEnded{"liveness"});
    for (std::uint64_t i = 0; i < arguments_.reads; ++i) {
      const std::string text = text_of(i), capture = fmt::format("c{:x}", base::mix64(i));
      say(CaptureReturned{capture, {text, nullptr, nullptr, nullptr}});
    }
  }

 private:
  static constexpr std::uint64_t kCameras = 920;
  static constexpr Position kPlace{522'051'010, 1'218'400};

  void say(Body body) { witness_.hear({now_, std::move(body), {}}); }
  static std::string camera_of(std::uint64_t i) { return fmt::format("35-12-{}", i % kCameras + 1); }
  [[nodiscard]] std::string id_of(std::uint64_t i) const {
    return arguments_.foreign ? fmt::format("{:016x}{:016x}", base::mix64(i), base::mix64(~i))
                              : fmt::format("{}:{}", camera_of(i), i / kCameras + 1);
  }
  static base::Instant passed(std::uint64_t i) { return kStart + base::milliseconds(2) * static_cast<std::int64_t>(i); }
  static std::string text_of(std::uint64_t i) {
    const std::string at = base::to_rfc3339(passed(i));   // "2019-06-11T07:00:00.000000Z"
    return fmt::format(R"({{"vrm":"AA{:02}{}AA","time":"{}/{}/{} {}","location":"52.205101,0.121840","feed_id":"35","source_id":12,)"
                       R"("nrd_id":{},"username":"Unattended","camera_class":"static"}})",
                       base::mix64(i) % 100, static_cast<char>('A' + base::mix64(i) / 100 % 26), at.substr(8, 2), at.substr(5, 2),
                       at.substr(0, 4), at.substr(11, 8), i % kCameras + 1);
  }
  void sent(std::uint64_t i) {
    const std::string id = id_of(i), camera = camera_of(i), text = text_of(i), pass = fmt::format("p{}", i);
    if (!arguments_.sent_alone) say(Pass{pass, camera, "AA00AAA", kPlace, 270});
    say(ReadSent{id, arguments_.sent_alone ? std::string_view() : pass, camera, {text, nullptr, nullptr, nullptr}});
  }
  void received(std::uint64_t i) {
    const std::string id = id_of(i), text = text_of(i), capture = fmt::format("c{:x}", base::mix64(i));
    say(ReadReceived{"nas", id, {text, nullptr, nullptr, nullptr}});
    say(ReadAcknowledged{"nas", id, capture});
  }

  const Arguments& arguments_;
  base::Witness& witness_;
  static constexpr base::Instant kStart{1'560'236'400'000'000'000};
  base::Instant now_ = kStart;
};

class Deaf final : public base::Witness {
 public:
  void hear(const base::Event&) override {}
};

void write(const Arguments& arguments) {
  auto pack = evidence::make_pack_writer(arguments.directory, {.keep = evidence::Keep::kFull, .subject_role = "whole"});
  if (!pack) std::exit(65);
  Traffic(arguments, **pack).tell();
  if (!(*pack)->finish({}, {}, {})) std::exit(65);
}

struct Cost {
  double seconds = 0;
  double megabytes = 0;
  std::uint64_t count = 0;   ///< of events, or of images
};

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](timeval t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// In a process of its own, after what `prepare` does there. The work gives how many things it worked on.
Cost measure(const std::function<std::uint64_t()>& work, const std::function<void()>& prepare = [] {}) {
  int channel[2];
  if (pipe(channel) != 0) std::exit(70);
  const pid_t child = fork();
  if (child < 0) std::exit(70);
  if (child == 0) {
    prepare();
    Cost cost;
    const double before = processor_seconds();
    cost.count = work();
    cost.seconds = processor_seconds() - before;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    cost.megabytes = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
    _exit(::write(channel[1], &cost, sizeof cost) == sizeof cost ? 0 : 70);
  }
  close(channel[1]);
  Cost cost;
  int status = 0;
  if (read(channel[0], &cost, sizeof cost) != sizeof cost || waitpid(child, &status, 0) != child || status != 0) std::exit(70);
  close(channel[0]);
  return cost;
}

std::uint64_t lines(const Arguments& arguments) {
  const auto directory = evidence::open_directory(arguments.directory);
  evidence::LineFile file(std::move(*directory->open("events.ndjson")));
  std::uint64_t count = 0;
  while (const auto line = file.next().value()) count += line->empty() ? 0 : 1;
  if (file.sha256().empty()) std::exit(70);
  return count;
}

/// What no reader of these lines can do without: simdjson makes a document of each, and nobody looks at it.
std::uint64_t parse_lines(const Arguments& arguments) {
  const auto directory = evidence::open_directory(arguments.directory);
  evidence::LineFile file(std::move(*directory->open("events.ndjson")));
  simdjson::dom::parser parser;
  std::uint64_t count = 0;
  while (const auto line = file.next().value()) {
    if (line->empty()) continue;
    if (parser.parse(line->data(), line->size(), false).error() != simdjson::SUCCESS) std::exit(70);
    ++count;
  }
  return count;
}

std::uint64_t read_pack(const Arguments& arguments, base::Witness& witness) {
  const auto counts = evidence::read_pack_counted(arguments.directory, witness);
  if (!counts) {
    std::fprintf(stderr, "%s\n", counts.error().message().c_str());
    std::exit(65);
  }
  return counts->told;
}

std::uint64_t judge(const Arguments& arguments) {
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {});
  const std::uint64_t told = read_pack(arguments, *oracle);
  for (const auto& judgement : oracle->conclude()) {
    // That the work was done: each read was judged once, and nothing found against any.
    const bool counted = judgement.requirement == "2.2.1-a" || (judgement.requirement == "3.1-a" && !arguments.sent_alone);
    if (judgement.against != 0 || (counted && judgement.observations != arguments.reads)) {
      std::fprintf(stderr, "%s: %llu for, %llu against\n", judgement.requirement.c_str(),
                   static_cast<unsigned long long>(judgement.observations), static_cast<unsigned long long>(judgement.against));
      std::exit(70);
    }
  }
  return told;
}

std::uint64_t judge_images(const std::vector<base::Bytes>& images) {
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {});
  oracle->hear({{}, Camera{"35-12-42", "static", true}, {}});
  std::uint64_t number = 0;
  for (const base::Bytes& image : images) {
    const std::string text =
        fmt::format(R"({{"vrm":"AA00AAA","plate_patch":{{"sha256":"{}","bytes":{}}}}})", base::sha256_hex(image.view()), image.size());
    const std::string id = fmt::format("35-12-42:{}", ++number);
    oracle->hear({{}, ReadSent{id, {}, "35-12-42", {text, &image, nullptr, nullptr}}, {}});
  }
  return number;
}

void print(const char* name, const Cost& cost) {
  const double seconds = std::max(cost.seconds, 1e-6);   // the least that the machine tells
  std::printf("%-34s %9.2f s  %11.0f /s  %8.3f us each  %6.0f MB\n", name, seconds, static_cast<double>(cost.count) / seconds,
              seconds / static_cast<double>(std::max<std::uint64_t>(cost.count, 1)) * 1e6, cost.megabytes);
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = arguments_of(argc, argv);
  const Cost written = measure([&] {
    write(arguments);
    return arguments.reads;
  });
  const auto bytes = std::filesystem::file_size(arguments.directory / "events.ndjson");
  std::printf("%llu reads, %s ids, %.2f GB of events\n", static_cast<unsigned long long>(arguments.reads),
              arguments.foreign ? "foreign" : "counting", static_cast<double>(bytes) / 1e9);
  print("written (a read)", written);
  print("lines and their SHA-256", measure([&] { return lines(arguments); }));
  print("lines, their SHA-256, simdjson", measure([&] { return parse_lines(arguments); }));
  print("events read, nobody listening", measure([&] {
          Deaf deaf;
          return read_pack(arguments, deaf);
        }));
  print("events read and judged", measure([&] { return judge(arguments); }));
  std::vector<base::Bytes> images;
  print("images judged, each another", measure([&] { return judge_images(images); }, [&] {
          for (std::uint64_t i = 0; i < arguments.images; ++i) images.emplace_back(picture(i));
        }));
  std::error_code ignored;
  std::filesystem::remove_all(arguments.directory, ignored);
  return 0;
}
