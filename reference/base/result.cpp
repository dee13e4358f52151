#include "reference/base/result.h"

#include <fmt/format.h>

namespace base {

std::string Error::message() const {
  std::string text = fmt::format("{} ({}): expected {}", kind->name, kind->clause, kind->expects);
  if (!detail.empty()) text += "; " + detail;
  return text;
}

}  // namespace base
