// room: conformance/evidence
//
// Any text as a manifest: it is read, or it is said what is wrong with it, and no path of one that is read leads out of the pack.
#include <cstdint>

#include "conformance/evidence/manifest.h"
#include "reference/base/check.h"
#include "tests/fuzz/memory_pack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::map<std::string, std::string_view> files{{"manifest.json", {reinterpret_cast<const char*>(data), size}}};
  const fuzz::MemoryPack pack(files);
  const auto manifest = evidence::read_manifest(pack);
  if (!manifest) {
    PLUMB_CHECK(manifest.error().detail.find("manifest.json") != std::string::npos, "a fault says where it is");
    return 0;
  }
  for (const auto& [path, hash] : manifest->files) {
    PLUMB_CHECK(evidence::is_inner_path(path) && hash.size() == 64, "a manifest that is read names files of the pack alone");
  }
  PLUMB_CHECK(manifest->sampled_one_in >= 1 && manifest->run.wire_one_in >= 1, "one in so many is at least one in one");
  return 0;
}
