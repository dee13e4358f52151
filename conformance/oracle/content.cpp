#include "conformance/oracle/content.h"

#include <cstring>

namespace oracle {

namespace {

constexpr std::size_t kBytes = 16;

/// The same mark with each of its bytes exchanged for another. The last byte is the length, or says that the rest are hashes.
template <class Exchange>
PackedVrm exchanged(const PackedVrm& vrm, Exchange exchange) {
  unsigned char bytes[kBytes];
  std::memcpy(bytes, &vrm.a, sizeof vrm.a);
  std::memcpy(bytes + sizeof vrm.a, &vrm.b, sizeof vrm.b);
  if (bytes[kBytes - 1] >= kBytes) return vrm;
  for (std::size_t i = 0; i < bytes[kBytes - 1]; ++i) bytes[i] = exchange(bytes[i]);
  PackedVrm out;
  std::memcpy(&out.a, bytes, sizeof out.a);
  std::memcpy(&out.b, bytes + sizeof out.a, sizeof out.b);
  return out;
}

/// Whether a text names an image by its hash. One letter of that key stands in hardly any other word of a read, and is looked for first.
bool names_an_image(std::string_view text) {
  constexpr std::string_view kKey = "\"sha256\"";
  constexpr std::size_t kRare = kKey.find('h');
  for (std::size_t at = text.find(kKey[kRare]); at != text.npos; at = text.find(kKey[kRare], at + 1)) {
    if (at >= kRare && text.substr(at - kRare, kKey.size()) == kKey) return true;
  }
  return false;
}

}  // namespace

PackedVrm PackedVrm::upper() const {
  return exchanged(*this, [](unsigned char c) { return c >= 'a' && c <= 'z' ? static_cast<unsigned char>(c - 'a' + 'A') : c; });
}

PackedVrm PackedVrm::glyphs() const {
  return exchanged(*this, [](unsigned char c) -> unsigned char { return c == 'O' ? '0' : c == 'I' ? '1' : c; });
}

PackedVrm PackedVrm::of(std::string_view vrm) {
  constexpr std::uint64_t kLong = std::uint64_t{0xff} << 56;
  if (vrm.size() >= kBytes) return {base::hash64(vrm, 1), base::hash64(vrm, 2) | kLong};
  char bytes[kBytes] = {};
  std::memcpy(bytes, vrm.data(), vrm.size());
  bytes[kBytes - 1] = static_cast<char>(vrm.size());
  PackedVrm packed;
  std::memcpy(&packed.a, bytes, sizeof packed.a);
  std::memcpy(&packed.b, bytes + sizeof packed.a, sizeof packed.b);
  return packed;
}

Content Contents::of(const base::event::ReadBody& read) {
  if (read.facts != nullptr) return {base::mix64(base::hash64(read.facts->vrm) ^ read.facts->size_bytes), false};
  std::uint64_t digest = base::hash64(read.text);
  digest = base::mix64(digest ^ image(read.plate_patch));
  digest = base::mix64(digest ^ image(read.overview));
  const bool none = read.plate_patch == nullptr && read.overview == nullptr;
  const bool unheld = !read.unheld_plate_patch.empty() || !read.unheld_overview.empty();
  return {digest, unheld || (none && names_an_image(read.text))};
}

}  // namespace oracle
