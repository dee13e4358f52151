#include "reference/base/check.h"

#include <fmt/format.h>

namespace base {

void broken(const char* file, int line, const char* condition, const std::string& why) {
  throw Broken(fmt::format("{}:{}: {} does not hold: {}", file, line, condition, why));
}

}  // namespace base
