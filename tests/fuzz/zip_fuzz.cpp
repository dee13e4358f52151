// room: conformance/oracle conformance/evidence
//
// Any bytes as a .zip: it is opened, its manifest read and its events told, or it is said what is wrong with it, and no path of one that is
// opened leads out of it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "conformance/evidence/opened_pack.h"
#include "reference/base/check.h"

namespace {

class Nobody final : public base::Witness {
 public:
  void hear(const base::Event&) override {}
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int file = memfd_create("zip", MFD_CLOEXEC);
  if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  if (const auto zip = evidence::open_zip(path)) {
    const auto held = (*zip)->list();
    for (const auto& each : *held) PLUMB_CHECK(evidence::is_inner_path(each.path), "a .zip that is opened stays inside");
    Nobody nobody;
    if (const auto pack = evidence::Pack::open(path)) static_cast<void>(pack->tell(nobody));
  } else {
    PLUMB_CHECK(!zip.error().detail.empty(), "a fault is told");
  }
  close(file);
  return 0;
}
