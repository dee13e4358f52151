// rooms: simulator/imagery simulator/kernel
//
// Pictures drawn and fitted to their budgets a second, on one core, and beside them ImageMagick's `-define jpeg:extent`, which searches a
// quality too: one mogrify over pictures that we have drawn already. Turn and turn about; processor time, so that neighbours count little.
//
//   imagery_bench [--scale N]
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/imagery/fit.h"
#include "simulator/imagery/overview.h"
#include "simulator/imagery/patch.h"
#include "simulator/imagery/studio.h"
#include "simulator/kernel/random.h"

namespace {

constexpr int kRounds = 3;
constexpr std::size_t kPatches = 20'000, kOverviews = 200, kPeers = 400;
constexpr imagery::Geotag kPlace{522'053'123, 1'218'001};

double seconds_of(int who) {
  rusage used{};
  getrusage(who, &used);
  const auto of = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
  return of(used.ru_utime) + of(used.ru_stime);
}

/// The n-th of marks that were never issued, of five layouts.
std::string mark_of(std::uint64_t n) {
  constexpr std::string_view kForms[] = {"LL00LLL", "LL01LLL", "ZNNNLLL", "LLLNNNZ", "0NNNLL"};
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXY", kDigits = "0123456789";
  kernel::Stream stream(n, "bench.imagery", 0);
  std::string mark(kForms[n % std::size(kForms)]);
  for (char& c : mark) {
    if (c == 'L') c = kLetters[kernel::uniform(stream.next(), kLetters.size())];
    if (c == 'N') c = kDigits[kernel::uniform(stream.next(), kDigits.size())];
  }
  return mark;
}

/// Sights of all sorts, the same for every n.
imagery::Sight sight_of(std::string_view mark, std::uint64_t n) {
  using namespace imagery;
  Sight sight{.vrm = mark, .make = "Volkswagen", .colour = n % 3 == 0 ? "BLUE" : "WHITE"};
  sight.face = n % 2 == 0 ? Face::kFront : Face::kRear;
  sight.lines = n % 9 == 8 ? Lines::kTwo : Lines::kOne;
  sight.body = static_cast<Body>(n % 11 < 5 ? n % 11 : 0);
  sight.view.light = n % 4 == 3 ? Light::kNight : Light::kDay;
  sight.view.weather = n % 5 == 4 ? Weather::kRain : Weather::kDry;
  sight.view.dirt_permille = n % 3 == 0 ? 200 : 0;
  sight.view.scene = n % 10 == 9 ? Scene::kBusy : Scene::kPlain;
  sight.view.seed = n;
  return sight;
}

/// Seconds for so many pictures of one kind by the studio, each of which must fit.
template <class Draw>
double with_studio(std::size_t count, std::size_t bytes_max, const Draw& draw) {
  const double from = seconds_of(RUSAGE_SELF);
  for (std::size_t n = 0; n < count; ++n) {
    const std::string mark = mark_of(n);
    if (draw(sight_of(mark, n)).size() > bytes_max) std::abort();
  }
  return seconds_of(RUSAGE_SELF) - from;
}

/// Pictures that are drawn already: their samples, and files of them for the peer.
struct Drawn {
  std::vector<imagery::Planes> planes;
  std::filesystem::path folder;
  std::size_t bytes_max;
  int guess;
};

/// Writes luma alone three times over: a grey picture in colour, so that the peer has three components to code, as we have.
void write_ppm(const imagery::Planes& planes, const std::filesystem::path& path) {
  std::string pixels;
  for (int y = 0; y < planes.height; ++y) {
    for (int x = 0; x < planes.width; ++x) pixels.append(3, static_cast<char>(planes.luma_row(y)[x]));
  }
  std::ofstream(path, std::ios::binary) << "P6\n" << planes.width << " " << planes.height << "\n255\n" << pixels;
}

Drawn drawn_patches(std::size_t count) {
  Drawn drawn{{}, PLUMBLINE_BUILD "/imagery_bench/patches", 3'000, 78};
  imagery::PatchDrawer drawer;
  for (std::size_t n = 0; n < count; ++n) {
    const std::string mark = mark_of(n);
    drawer.draw(sight_of(mark, n), drawn.planes.emplace_back(imagery::kPatchWidth, imagery::kPatchHeight));
  }
  return drawn;
}

Drawn drawn_overviews(std::size_t count) {
  Drawn drawn{{}, PLUMBLINE_BUILD "/imagery_bench/overviews", 25'000, 62};
  imagery::Surface canvas(imagery::kOverviewWidth, imagery::kOverviewHeight, CAIRO_FORMAT_RGB24);
  for (std::size_t n = 0; n < count; ++n) {
    const std::string mark = mark_of(n);
    const auto sight = sight_of(mark, n);
    auto& planes = drawn.planes.emplace_back(imagery::kOverviewWidth, imagery::kOverviewHeight);
    imagery::draw_overview(sight, canvas);
    imagery::convert(canvas, planes);
    imagery::add_grain(planes, n, imagery::overview_grain(sight.view));
  }
  return drawn;
}

double by_us(Drawn& drawn) {
  imagery::Encoder encoder;
  const double from = seconds_of(RUSAGE_SELF);
  for (const auto& planes : drawn.planes) {
    if (encoder.fit(planes, drawn.bytes_max, drawn.guess).jpeg.size() > drawn.bytes_max) std::abort();
  }
  const double seconds = seconds_of(RUSAGE_SELF) - from;
  std::printf("    %.2f encodings a picture\n", static_cast<double>(encoder.encodings()) / static_cast<double>(drawn.planes.size()));
  return seconds;
}

/// Seconds of one mogrify over all the files; below 0 where ImageMagick is not there or does not do it.
double by_magick(const Drawn& drawn) {
  const std::string options = " -define jpeg:extent=" + std::to_string(drawn.bytes_max) + "B -sampling-factor 2x2 -strip -format jpg ";
  const std::string command = "OMP_NUM_THREADS=1 mogrify" + options + drawn.folder.string() + "/*.ppm 2>/dev/null";
  const double from = seconds_of(RUSAGE_CHILDREN);
  return std::system(command.c_str()) == 0 ? seconds_of(RUSAGE_CHILDREN) - from : -1;
}

/// How many of the peer's pictures are larger than they may be.
std::size_t too_big(const Drawn& drawn) {
  std::size_t count = 0;
  for (const auto& file : std::filesystem::directory_iterator(drawn.folder)) {
    if (file.path().extension() == ".jpg" && file.file_size() > drawn.bytes_max) ++count;
  }
  return count;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int compare(const char* name, Drawn drawn) {
  std::filesystem::create_directories(drawn.folder);
  for (std::size_t n = 0; n < drawn.planes.size(); ++n) write_ppm(drawn.planes[n], drawn.folder / (std::to_string(n) + ".ppm"));
  for (auto& planes : drawn.planes) imagery::drain_colour(planes);   // the same pictures as in the peer's files
  std::vector<double> ours, theirs;
  for (int round = 0; round < kRounds; ++round) {
    ours.push_back(by_us(drawn));
    theirs.push_back(by_magick(drawn));
    if (theirs.back() < 0) {
      std::printf("ImageMagick's mogrify is missing: install what packages-check.txt names\n");
      return 1;
    }
  }
  const auto count = static_cast<double>(drawn.planes.size());
  std::printf("%s fitted alone: %8.0f/s; ImageMagick's jpeg:extent %6.0f/s, %zu of %zu over the budget; ratio %.1f\n", name,
              count / median(ours), count / median(theirs), too_big(drawn), drawn.planes.size(), median(theirs) / median(ours));
  std::filesystem::remove_all(drawn.folder);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t scale = 1;
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string_view(argv[i]) == "--scale") scale = std::max<std::size_t>(1, std::strtoull(argv[i + 1], nullptr, 10));
  }
  const auto scaled = [scale](std::size_t count) { return std::max<std::size_t>(2, count / scale); };
  imagery::Studio studio{imagery::Budget{}};
  std::vector<double> patches, overviews;
  for (int round = 0; round < kRounds; ++round) {
    patches.push_back(with_studio(scaled(kPatches), 3'000, [&](const auto& sight) { return studio.patch(sight, kPlace); }));
    overviews.push_back(with_studio(scaled(kOverviews), 25'000, [&](const auto& sight) { return studio.overview(sight, kPlace); }));
  }
  std::printf("patches drawn, fitted and geotagged:   %8.0f/s\n", static_cast<double>(scaled(kPatches)) / median(patches));
  std::printf("overviews drawn, fitted and geotagged: %8.0f/s\n", static_cast<double>(scaled(kOverviews)) / median(overviews));
  const int outcome = compare("patches", drawn_patches(scaled(kPeers)));
  return outcome != 0 ? outcome : compare("overviews", drawn_overviews(scaled(kPeers / 8)));
}
