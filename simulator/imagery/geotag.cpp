#include "simulator/imagery/geotag.h"

#include <cstdlib>
#include <cstring>
#include <memory>

#include <libexif/exif-data.h>

#include "reference/base/check.h"

namespace imagery {
namespace {

constexpr ExifByteOrder kOrder = EXIF_BYTE_ORDER_MOTOROLA;
constexpr std::int64_t kDegree = 10'000'000;

struct Unref {
  void operator()(ExifData* data) const { exif_data_unref(data); }
  void operator()(ExifMem* memory) const { exif_mem_unref(memory); }
  void operator()(unsigned char* bytes) const { std::free(bytes); }
};

/// GPS tags have numbers that libexif's enumeration of tags gives other names to.
ExifTag gps(int number) { return static_cast<ExifTag>(number); }

/// Adds an entry of `count` components to the GPS directory and gives where its bytes go.
unsigned char* added(ExifData* data, int tag, ExifFormat format, unsigned count) {
  const std::unique_ptr<ExifMem, Unref> memory(exif_mem_new_default());
  ExifEntry* entry = exif_entry_new_mem(memory.get());
  PLUMB_CHECK(entry != nullptr, "there is memory for an Exif entry");
  const unsigned size = count * exif_format_get_size(format);
  entry->data = static_cast<unsigned char*>(exif_mem_alloc(memory.get(), size));
  PLUMB_CHECK(entry->data != nullptr, "there is memory for an Exif entry");
  entry->tag = gps(tag);
  entry->format = format;
  entry->components = count;
  entry->size = size;
  exif_content_add_entry(data->ifd[EXIF_IFD_GPS], entry);
  exif_entry_unref(entry);  // the directory holds it
  return entry->data;
}

void add_angle(ExifData* data, int tag, std::int64_t deg_e7) {
  unsigned char* to = added(data, tag, EXIF_FORMAT_RATIONAL, 3);
  const std::int64_t minutes = deg_e7 % kDegree * 60;  // in ten-millionths
  const std::int64_t seconds = minutes % kDegree * 60;
  exif_set_rational(to, kOrder, {static_cast<ExifLong>(deg_e7 / kDegree), 1});
  exif_set_rational(to + 8, kOrder, {static_cast<ExifLong>(minutes / kDegree), 1});
  exif_set_rational(to + 16, kOrder, {static_cast<ExifLong>(seconds), static_cast<ExifLong>(kDegree)});
}

void add_letter(ExifData* data, int tag, char letter) {
  unsigned char* to = added(data, tag, EXIF_FORMAT_ASCII, 2);
  to[0] = static_cast<unsigned char>(letter);
  to[1] = 0;
}

}  // namespace

std::string exif_of(const Geotag& place) {
  const std::int64_t latitude = place.latitude_deg_e7, longitude = place.longitude_deg_e7;
  PLUMB_CHECK(std::abs(latitude) <= 90 * kDegree && std::abs(longitude) <= 180 * kDegree, "a geotag lies on the globe");
  const std::unique_ptr<ExifData, Unref> data(exif_data_new());
  PLUMB_CHECK(data != nullptr, "there is memory for Exif data");
  exif_data_set_byte_order(data.get(), kOrder);
  constexpr unsigned char kVersion[] = {2, 3, 0, 0};
  std::memcpy(added(data.get(), 0, EXIF_FORMAT_BYTE, 4), kVersion, sizeof kVersion);
  add_letter(data.get(), 1, latitude < 0 ? 'S' : 'N');
  add_angle(data.get(), 2, std::abs(latitude));
  add_letter(data.get(), 3, longitude < 0 ? 'W' : 'E');
  add_angle(data.get(), 4, std::abs(longitude));
  unsigned char* bytes = nullptr;
  unsigned size = 0;
  exif_data_save_data(data.get(), &bytes, &size);
  const std::unique_ptr<unsigned char, Unref> held(bytes);
  PLUMB_CHECK(bytes != nullptr, "there is memory for Exif data");
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace imagery
