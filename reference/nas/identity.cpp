#include "reference/nas/identity.h"

#include <array>

#include "reference/base/hash.h"

namespace nas {
namespace {

constexpr std::uint64_t kSeedHigh = 0x706c756d626c696eULL;   // any two numbers that differ, and never change
constexpr std::uint64_t kSeedLow = 0x6e61732d6964732eULL;

constexpr std::size_t kHexDigits = 16;

void write_hex(char* to, std::uint64_t number) {
  for (std::size_t i = kHexDigits; i-- > 0; number >>= 4) to[i] = "0123456789abcdef"[number & 15];
}

std::string id(char letter, std::string_view name) {
  std::array<char, 2 + 2 * kHexDigits> text;
  text[0] = letter;
  text[1] = '-';
  write_hex(&text[2], base::hash64(name, kSeedHigh));
  write_hex(&text[2 + kHexDigits], base::hash64(name, kSeedLow));
  return {text.data(), text.size()};
}

/// A name made of parts, each with its length before it, so that no two lists of parts give one name. Names of reads with a
/// `read_id` stay within the first array, for this is done for each read.
class Name {
 public:
  explicit Name(char kind) { append({&kind, 1}); }

  Name& number(std::uint64_t value) {
    std::array<char, 8> bytes;
    for (std::size_t k = 0; k < bytes.size(); ++k) bytes[k] = static_cast<char>((value >> (8 * k)) & 255);
    return append({bytes.data(), bytes.size()});
  }
  Name& text(std::string_view part) { return number(part.size()).append(part); }
  Name& image(std::string_view bytes) {
    return number(bytes.size()).number(base::hash64(bytes, kSeedHigh)).number(base::hash64(bytes, kSeedLow));
  }

  [[nodiscard]] std::string_view view() const { return far_.empty() ? std::string_view(near_.data(), used_) : far_; }

 private:
  Name& append(std::string_view part) {
    if (far_.empty() && used_ + part.size() <= near_.size()) {
      part.copy(near_.data() + used_, part.size());
      used_ += part.size();
      return *this;
    }
    if (far_.empty()) far_.assign(near_.data(), used_);
    far_ += part;
    return *this;
  }

  std::array<char, 96> near_{};
  std::size_t used_ = 0;
  std::string far_;
};

template <class T>
std::uint64_t or_none(const std::optional<T>& value) {
  return value ? static_cast<std::uint64_t>(*value) + 1 : 0;
}

// One number: names of reads are short, for this is done for each.
void add_camera(Name& name, const domain::CameraId& camera) {
  const auto feed = static_cast<std::uint64_t>(camera.feed.number());
  const auto source = static_cast<std::uint64_t>(camera.source.value());
  name.number(feed << 32 | source << 16 | static_cast<std::uint64_t>(camera.nrd.value()));
}

void add_optional_text(Name& name, const std::optional<std::string>& text) {
  name.number(text ? 1 : 0).text(text ? std::string_view(*text) : std::string_view());
}

void add_position(Name& name, domain::Location location) {
  name.number(location.has_fix() ? 1 : 0);
  name.number(static_cast<std::uint32_t>(location.latitude_deg_e7()));
  name.number(static_cast<std::uint32_t>(location.longitude_deg_e7()));
}

std::string id_of_all_fields(const domain::Read& read) {
  Name name('w');
  add_camera(name, read.camera);
  name.text(read.vrm.text());
  name.number(static_cast<std::uint64_t>(read.time.instant().ns));
  add_position(name, read.location);
  name.number(static_cast<std::uint64_t>(read.camera_class)).text(read.username);
  name.number(static_cast<std::uint16_t>(read.preset_id));
  add_optional_text(name, read.lane_id);
  add_optional_text(name, read.alias_id);
  name.number(or_none(read.direction_deg)).number(or_none(read.confidence_permille));
  name.image(read.plate_patch ? read.plate_patch->view() : std::string_view());
  name.image(read.overview ? read.overview->view() : std::string_view());
  return id('c', name.view());
}

}  // namespace

std::string capture_id_of(const domain::Read& read) {
  if (!read.read_id) return id_of_all_fields(read);
  Name name('r');
  add_camera(name, read.camera);
  return id('c', name.text(*read.read_id).view());
}

std::string hit_id_of(std::string_view capture_id, std::string_view list, std::uint32_t row) {
  return id('h', Name('h').text(capture_id).text(list).number(row).view());
}

std::string refused_key_of(std::string_view sender, const doors::Content& content) {
  Name name('x');
  name.text(sender).image(content.text.view()).image(content.plate_patch.view()).image(content.overview.view());
  return id('r', name.view());
}

}  // namespace nas
