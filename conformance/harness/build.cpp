#include "conformance/harness/build.h"

#include <fmt/format.h>

#include "conformance/subjects/version.h"

namespace harness {

std::string suite_version() { return subjects::version(); }

std::string build() {
#if defined(__clang__)
  return fmt::format("{}, clang++ {}.{}.{}", suite_version(), __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  return fmt::format("{}, g++ {}.{}.{}", suite_version(), __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

}  // namespace harness
