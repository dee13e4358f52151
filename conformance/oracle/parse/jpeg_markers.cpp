#include "conformance/oracle/parse/jpeg_markers.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace oracle::parse {
namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t kEscape = 0xff, kTem = 0x01, kRst0 = 0xd0, kRst7 = 0xd7, kSoi = 0xd8, kEoi = 0xd9, kSos = 0xda, kApp1 = 0xe1;

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kFormats{{
    {"\x89PNG\r\n\x1a\n"sv, "PNG"},
    {"GIF87a"sv, "GIF"},
    {"GIF89a"sv, "GIF"},
    {"BM"sv, "BMP"},
    {"II*\0"sv, "TIFF"},
    {"MM\0*"sv, "TIFF"},
    {"\0\0\0\x0cjP  "sv, "JPEG 2000"},
    {"\xff\x4f\xff\x51"sv, "JPEG 2000"},
    {"\xff\x0a"sv, "JPEG XL"},
    {"%PDF"sv, "PDF"},
}};

/// C0 to CF but for those that are no frames: Huffman and arithmetic tables, and one that is reserved.
bool is_frame(std::uint8_t marker) { return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; }
bool stands_alone(std::uint8_t marker) { return marker == kTem || (marker >= kRst0 && marker <= kRst7); }

class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}

  JpegMarkers whole() {
    while (found_.trouble.empty() && !ended_) step();
    return found_;
  }

 private:
  [[nodiscard]] std::uint8_t byte(std::size_t at) const { return static_cast<std::uint8_t>(bytes_[at]); }
  void stop(std::string_view trouble) { found_.trouble = trouble; }

  /// One marker, with its segment and, behind a scan's, its entropy-coded data.
  void step() {
    if (at_ >= bytes_.size()) return stop("it ends before its end-of-image marker");
    if (byte(at_) != kEscape) return stop("bytes between two segments that belong to neither");
    while (at_ < bytes_.size() && byte(at_) == kEscape) ++at_;   // any number of them may stand before a marker
    if (at_ == bytes_.size()) return stop("it ends before its end-of-image marker");
    const std::uint8_t marker = byte(at_++);
    if (marker == kEoi) return end();
    if (marker == 0 || marker == kSoi) return stop("a marker where none may stand");
    if (!stands_alone(marker)) segment(marker);
  }

  void end() {
    ended_ = true;
    found_.trailing_bytes = bytes_.size() - at_;
    if (found_.process == 0) return stop("no frame");
    if (found_.scans == 0) stop("a frame without a scan: no picture data");
  }

  void segment(std::uint8_t marker) {
    constexpr std::size_t kLengthBytes = 2;
    if (bytes_.size() - at_ < kLengthBytes) return stop("a segment that is cut off");
    const std::size_t length = std::size_t{byte(at_)} << 8 | byte(at_ + 1);
    if (length < kLengthBytes) return stop("a segment whose length is less than its own two bytes");
    if (length > bytes_.size() - at_) return stop("a segment that is cut off");
    const std::string_view content = bytes_.substr(at_ + kLengthBytes, length - kLengthBytes);
    at_ += length;
    if (is_frame(marker)) return frame(marker, content);
    if (marker == kSos) return scan();
    if (marker == kApp1 && content.starts_with("Exif\0\0"sv) && found_.exif.empty()) found_.exif = content.substr(6);
  }

  void frame(std::uint8_t marker, std::string_view content) {
    constexpr std::size_t kLeast = 6;
    if (found_.process != 0) return stop("a second frame");
    if (content.size() < kLeast) return stop("a frame header that is too short");
    const auto number = [&](std::size_t at) { return static_cast<int>(static_cast<std::uint8_t>(content[at])); };
    found_.process = marker;
    found_.precision_bits = number(0);
    found_.height = number(1) << 8 | number(2);
    found_.width = number(3) << 8 | number(4);
    if (found_.width == 0 || found_.height == 0) stop("a frame of no size");
  }

  /// Passes over entropy-coded data, in which an escape is followed by 0 or is a restart marker.
  void scan() {
    if (found_.process == 0) return stop("a scan before its frame");
    ++found_.scans;
    while (at_ < bytes_.size()) {
      const void* escape = std::memchr(bytes_.data() + at_, kEscape, bytes_.size() - at_);
      if (escape == nullptr) break;
      at_ = static_cast<std::size_t>(static_cast<const char*>(escape) - bytes_.data());
      if (at_ + 1 == bytes_.size()) break;
      const std::uint8_t next = byte(at_ + 1);
      if (next != 0 && next != kEscape && !(next >= kRst0 && next <= kRst7)) return;
      at_ += next == kEscape ? 1 : 2;
    }
    at_ = bytes_.size();
  }

  std::string_view bytes_;
  std::size_t at_ = 2;   // behind SOI
  bool ended_ = false;
  JpegMarkers found_;
};

}  // namespace

std::string_view foreign_format(std::string_view bytes) {
  if (bytes.starts_with("\xff\xd8\xff"sv)) return {};
  for (const auto& [signature, name] : kFormats) {
    if (bytes.starts_with(signature)) return name;
  }
  if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "WebP";
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return "HEIF";
  return "something that is no picture";
}

JpegMarkers markers_of(std::string_view bytes) { return Walk(bytes).whole(); }

}  // namespace oracle::parse
