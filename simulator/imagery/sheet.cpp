#include "simulator/imagery/sheet.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <jpeglib.h>

#include "simulator/imagery/glyphs.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/strokes.h"
#include "simulator/imagery/studio.h"

namespace imagery {
namespace {

constexpr Paint kPage{0.96, 0.96, 0.95}, kCaption{0.25, 0.27, 0.30};
constexpr double kCaptionHeight = 12;

[[noreturn]] void give_up(j_common_ptr) { std::abort(); }   // what we wrote ourselves, we can read

/// A picture of ours as libjpeg reads it.
Surface decoded(const base::Bytes& bytes) {
  jpeg_error_mgr errors;
  jpeg_decompress_struct jpeg;
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = give_up;
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.view().data()), bytes.size());
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_EXT_BGRX;   // cairo's order of bytes on little-endian machines
  jpeg_start_decompress(&jpeg);
  Surface picture(static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height), CAIRO_FORMAT_RGB24);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = picture.writable_row(static_cast<int>(jpeg.output_scanline));
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  picture.rows_written();
  return picture;
}

Surface blank(int width, int height) {
  Surface sheet(width, height, CAIRO_FORMAT_RGB24);
  set_paint(sheet.context(), kPage);
  cairo_paint(sheet.context());
  return sheet;
}

void caption(Surface& sheet, std::string_view text, double x, double y) {
  draw_word(sheet.context(), text, x, y, kCaptionHeight, kCaption);
}

/// Puts a picture on the sheet, `scale` times as large, its upper left corner at (x, y).
void put(Surface& sheet, const Surface& picture, double x, double y, double scale) {
  cairo_t* at = sheet.context();
  cairo_save(at);
  cairo_translate(at, x, y);
  cairo_scale(at, scale, scale);
  sheet.paint(picture, 0, 0);
  cairo_restore(at);
}

void put_glyphs(Surface& sheet, std::string_view glyphs, double x, double y, const Lettering& lettering, double scale) {
  cairo_t* at = sheet.context();
  cairo_save(at);
  cairo_translate(at, x, y);
  cairo_scale(at, scale, scale);
  set_paint(at, {0.05, 0.05, 0.06});
  for (const char c : glyphs) {
    draw_glyph(at, c, lettering);
    cairo_translate(at, glyph_width_mm(c, lettering) + 11, 0);
  }
  cairo_restore(at);
}

void put_plate(Surface& sheet, const Sight& sight, double x, double y, double scale) {
  cairo_t* at = sheet.context();
  cairo_save(at);
  cairo_scale(at, scale, scale);
  draw_plate(at, lawful(sight), x / scale, y / scale);
  cairo_restore(at);
}

struct Condition {
  std::string_view name;
  View view;
};

constexpr std::array kConditions{
    Condition{"DAY", {.seed = 3}},
    Condition{"NIGHT", {.light = Light::kNight, .seed = 4}},
    Condition{"RAIN", {.weather = Weather::kRain, .seed = 6}},
    Condition{"DIRT", {.dirt_permille = 300, .seed = 10}},
    Condition{"BUSY", {.scene = Scene::kBusy, .seed = 8}},
};

void put_whole_plates(Surface& sheet) {
  // Of each layout a mark that was never issued: an age identifier 00, an age letter Z or U, a number that begins with 0.
  constexpr std::array<std::string_view, 12> kOneLine{"AB00CDE", "Z123BCD", "ABC123U", "0123AB", "012ABC", "ABC012",
                                                      "AB0123",  "AIZ0123", "0123AIZ", "Q012ABC", "000D234", "AB00CD"};
  for (std::size_t n = 0; n < kOneLine.size(); ++n) {
    const Sight sight{.vrm = kOneLine[n], .face = n % 2 == 0 ? Face::kFront : Face::kRear};
    put_plate(sheet, sight, 145 + 260 * static_cast<double>(n % 4), 245 + 62 * static_cast<double>(n / 4), 0.46);
  }
  for (std::size_t n = 0; n < 4; ++n) {
    Sight sight{.vrm = kOneLine[n == 3 ? 10 : n], .face = n % 2 == 0 ? Face::kFront : Face::kRear, .lines = Lines::kTwo};
    if (n == 2) sight.body = Body::kMotorcycle;
    put_plate(sheet, sight, 145 + 260 * static_cast<double>(n), 465, 0.46);
  }
}

void put_patches(Surface& sheet, Studio& studio) {
  constexpr std::array<std::string_view, 4> kMarks{"KL00MNP", "U123RST", "ABC987Z", "BD01FGH"};
  for (std::size_t row = 0; row < kConditions.size(); ++row) {
    const double y = 545 + 132 * static_cast<double>(row);
    caption(sheet, kConditions[row].name, 42, y + 60);
    for (std::size_t n = 0; n < kMarks.size(); ++n) {
      Sight sight{.vrm = kMarks[n], .face = n % 2 == 0 ? Face::kFront : Face::kRear, .view = kConditions[row].view};
      if (n == 2) sight.lines = Lines::kTwo;
      if (n == 3) sight.body = Body::kMotorcycle;
      sight.view.seed += 100 * n;
      put(sheet, decoded(studio.patch(sight, {})), 85 + 246 * static_cast<double>(n), y, 2);
    }
  }
}

}  // namespace

Surface sheet_of_plates() {
  Surface sheet = blank(1'080, 1'210);
  put_glyphs(sheet, "0123456789ABCDEFGH", 20, 16, Lettering{}, 0.92);
  put_glyphs(sheet, "JKLMNPQRSTUVWXYZ", 20, 108, Lettering{}, 0.92);
  put_whole_plates(sheet);
  Studio studio{Budget{}};
  put_patches(sheet, studio);
  return sheet;
}

Surface sheet_of_overviews() {
  constexpr std::array kBodies{Body::kCar, Body::kVan, Body::kLorry, Body::kBus, Body::kMotorcycle};
  constexpr std::array<std::string_view, 5> kNames{"CAR", "VAN", "LORRY", "BUS", "MOTORCYCLE"};
  constexpr std::array<std::string_view, 5> kMakes{"Ford", "Citro\u00ebn", "Volvo", "Mercedes-Benz", "Honda"};
  constexpr std::array<std::string_view, 6> kColours{"BLUE", "WHITE", "RED", "GREEN", "SILVER/ALUMINIUM", "BLACK"};
  constexpr double kScale = 0.5, kStepX = 326, kStepY = 246;
  Surface sheet = blank(static_cast<int>(5 * kStepX + 6), static_cast<int>(6 * kStepY + 34));
  Studio studio{Budget{}};
  for (std::size_t b = 0; b < kBodies.size(); ++b) {
    const double x = 6 + kStepX * static_cast<double>(b);
    caption(sheet, kNames[b], x + 160, 16);
    for (std::size_t row = 0; row < kConditions.size() + 1; ++row) {
      Sight sight{.vrm = "AB00CDE", .body = kBodies[b], .make = kMakes[b], .colour = kColours[(b + row) % kColours.size()]};
      sight.view = kConditions[row == 0 ? 0 : row - 1].view;
      sight.face = row == 1 || (row > 1 && (row + b) % 2 == 1) ? Face::kRear : Face::kFront;
      sight.view.seed += 10 * b + row;
      put(sheet, decoded(studio.overview(sight, {})), x, 30 + kStepY * static_cast<double>(row), kScale);
    }
  }
  return sheet;
}

}  // namespace imagery
