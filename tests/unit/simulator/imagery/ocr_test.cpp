// The drawn plates are read by Tesseract, which knows nothing of them but that they are letters and digits.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include <gtest/gtest.h>

#include "simulator/imagery/overview.h"
#include "simulator/imagery/studio.h"
#include "simulator/kernel/random.h"
#include "tests/unit/simulator/imagery/decoded.h"

namespace {

using imagery_test::Decoded;

// 0 and O are one glyph on a plate, 1 and I another: a reader tells them apart by their places in the mark, which Tesseract does not know.
std::string folded(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c == 'O') letters += '0';
    else if (c == 'I') letters += '1';
    else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) letters += c;
  }
  return letters;
}

/// The sample of a part of a picture at a place in 256ths of a pixel, between its four neighbours.
int between(const Decoded& from, const imagery::Box& part, int at_x, int at_y) {
  const int x0 = at_x / 256, y0 = at_y / 256, x1 = std::min(x0 + 1, part.width - 1), y1 = std::min(y0 + 1, part.height - 1);
  const auto sample = [&](int x, int y) { return static_cast<int>(from.at(part.left + x, part.top + y)); };
  const int above = sample(x0, y0) * (256 - at_x % 256) + sample(x1, y0) * (at_x % 256);
  const int below = sample(x0, y1) * (256 - at_x % 256) + sample(x1, y1) * (at_x % 256);
  return (above * (256 - at_y % 256) + below * (at_y % 256)) >> 16;
}

int mean_of(const Decoded& picture, const imagery::Box& part) {
  long sum = 0;
  for (int y = 0; y < part.height; ++y) {
    for (int x = 0; x < part.width; ++x) sum += picture.at(part.left + x, part.top + y);
  }
  return static_cast<int>(sum / (part.width * part.height));
}

/// Writes a part of a picture, resampled to width x height, within a border that is about as bright as its paper.
void write_pgm(const Decoded& from, const imagery::Box& part, int width, int height, const std::string& path) {
  constexpr int kBorder = 24;
  const auto border = static_cast<char>(std::min(255, mean_of(from, part) + 40));
  const auto place = [](int at, int of, int over) { return std::max(0, (2 * at + 1) * over * 128 / of - 128); };
  std::string pixels;
  for (int y = -kBorder; y < height + kBorder; ++y) {
    for (int x = -kBorder; x < width + kBorder; ++x) {
      const bool inside = x >= 0 && y >= 0 && x < width && y < height;
      pixels += inside ? static_cast<char>(between(from, part, place(x, width, part.width), place(y, height, part.height))) : border;
    }
  }
  std::ofstream file(path, std::ios::binary);
  file << "P5\n" << width + 2 * kBorder << " " << height + 2 * kBorder << "\n255\n" << pixels;
}

std::string mark_of(std::uint64_t seed) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNOPRSTUVWXYZ";
  kernel::Stream stream(seed, "test.ocr", 0);
  std::string mark = "AB00CDE";
  for (const std::size_t i : {0u, 1u, 4u, 5u, 6u}) mark[i] = kLetters[kernel::uniform(stream.next(), kLetters.size())];
  mark[3] = kernel::uniform(stream.next(), 2) == 0 ? '0' : '1';
  return mark;
}

/// A folder of pictures under the build, and what they show.
class Batch {
 public:
  explicit Batch(const std::string& name) : folder_(std::string(PLUMBLINE_BUILD) + "/ocr/" + name) {
    std::filesystem::create_directories(folder_);
  }

  void add(const std::string& mark, const Decoded& picture, const imagery::Box& part, int width, int height) {
    const std::string path = folder_ + "/" + std::to_string(marks_.size()) + ".pgm";
    write_pgm(picture, part, width, height, path);
    paths_ += path + "\n";
    marks_.push_back(mark);
  }

  /// How many of the marks Tesseract reads to the letter: one process for all of them.
  std::size_t read(int page_segmentation) {
    const std::string list = folder_ + "/list.txt", out = folder_ + "/read";
    std::ofstream(list, std::ios::binary) << paths_;
    const std::string command = "OMP_THREAD_LIMIT=1 tesseract " + list + " " + out + " -l eng --dpi 300 --psm " +
                                std::to_string(page_segmentation) +
                                " -c tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -c load_system_dawg=0"
                                " -c load_freq_dawg=0 2>" + folder_ + "/log.txt";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::ifstream file(out + ".txt", std::ios::binary);
    std::string page;
    std::size_t right = 0, n = 0;
    for (; n < marks_.size() && std::getline(file, page, '\f'); ++n) {
      const bool same = folded(page) == folded(marks_[n]);
      right += same ? 1 : 0;
      if (!same) wrong_ += marks_[n] + " read " + folded(page) + "\n";
    }
    EXPECT_EQ(n, marks_.size()) << "Tesseract did not answer for every picture";
    return right;
  }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  std::string folder_, paths_, wrong_;
  std::vector<std::string> marks_;
};

using imagery::Body;
using imagery::Lines;

struct Condition {
  const char* name;
  imagery::View view;
  Lines lines;
  Body body;
  std::size_t pictures, floor;

  [[nodiscard]] bool two_lines() const { return lines == Lines::kTwo || body == Body::kMotorcycle; }
  [[nodiscard]] imagery::Sight sight(std::string_view mark, std::size_t n) const {
    imagery::Sight sight{.vrm = mark, .lines = lines, .body = body, .make = "Ford", .colour = "BLUE", .view = view};
    sight.face = n % 2 == 0 ? imagery::Face::kFront : imagery::Face::kRear;
    sight.view.seed = n;
    return sight;
  }
};

void PrintTo(const Condition& condition, std::ostream* out) { *out << condition.name; }

std::string name_of(const testing::TestParamInfo<Condition>& info) { return info.param.name; }

class Patch : public testing::TestWithParam<Condition> {};
class Overview : public testing::TestWithParam<Condition> {};

/// Fails where fewer are read than the floor, which lies some below what was measured; docs/imagery.md has the rates.
void expect_read(Batch& batch, const char* kind, const Condition& condition) {
  const auto right = batch.read(condition.two_lines() ? 6 : 7);   // a block of text, or one line
  std::printf("%s, %s: Tesseract reads %zu of %zu\n", kind, condition.name, right, condition.pictures);
  EXPECT_GE(right, condition.floor) << batch.wrong();
}

TEST_P(Patch, is_read_by_Tesseract) {
  const Condition& condition = GetParam();
  imagery::Studio studio{imagery::Budget{}};
  Batch batch(std::string("patch_") + condition.name);
  for (std::size_t n = 0; n < condition.pictures; ++n) {
    const std::string mark = mark_of(n);
    const auto picture = imagery_test::decode(studio.patch(condition.sight(mark, n), {}).view());
    // Back to about a plate's proportions: a reader knows how a patch is stretched.
    batch.add(mark, picture, {0, 0, 120, 60}, condition.two_lines() ? 260 : 300, condition.two_lines() ? 180 : 66);
  }
  expect_read(batch, "patch", condition);
}

TEST_P(Overview, has_its_plate_read_by_Tesseract) {
  const Condition& condition = GetParam();
  imagery::Studio studio{imagery::Budget{}};
  Batch batch(std::string("overview_") + condition.name);
  for (std::size_t n = 0; n < condition.pictures; ++n) {
    const std::string mark = mark_of(n);
    const auto sight = condition.sight(mark, n);
    const auto plate = imagery::plate_on_overview(sight);
    batch.add(mark, imagery_test::decode(studio.overview(sight, {}).view()), plate, 60 * plate.width / plate.height, 60);
  }
  expect_read(batch, "overview", condition);
}

INSTANTIATE_TEST_SUITE_P(Views, Patch, testing::Values(
    Condition{"day", {}, Lines::kOne, Body::kCar, 60, 52},
    Condition{"night", {.light = imagery::Light::kNight}, Lines::kOne, Body::kCar, 60, 54},
    Condition{"rain", {.weather = imagery::Weather::kRain}, Lines::kOne, Body::kCar, 60, 52},
    Condition{"dirt", {.dirt_permille = 150}, Lines::kOne, Body::kCar, 60, 49},
    Condition{"busy", {.scene = imagery::Scene::kBusy}, Lines::kOne, Body::kCar, 60, 53},
    Condition{"two_lines", {}, Lines::kTwo, Body::kCar, 60, 51},
    Condition{"motorcycle", {}, Lines::kTwo, Body::kMotorcycle, 60, 54}), name_of);

INSTANTIATE_TEST_SUITE_P(Bodies, Overview, testing::Values(
    Condition{"car", {}, Lines::kOne, Body::kCar, 30, 26},
    Condition{"lorry", {}, Lines::kOne, Body::kLorry, 30, 26},
    Condition{"night", {.light = imagery::Light::kNight}, Lines::kOne, Body::kVan, 30, 27}), name_of);

}  // namespace
