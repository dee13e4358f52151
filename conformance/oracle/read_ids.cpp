#include "conformance/oracle/read_ids.h"

#include <charconv>
#include <optional>

namespace oracle {
namespace {

struct Counted {
  std::string_view prefix;
  std::uint32_t n;
};

/// An id as prefix and number, where writing that number again gives the same id.
std::optional<Counted> counted(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view digits = id.substr(colon + 1);
  std::uint32_t n = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  const bool whole = !digits.empty() && parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
  if (!whole || (digits.front() == '0' && digits.size() > 1)) return std::nullopt;
  return Counted{id.substr(0, colon), n};
}

}  // namespace

ReadIds::ReadIds() : finished_(1) {
  static_cast<void>(series_.number_of(""));   // 0 is for ids of any form
}

ReadKey ReadIds::key_of(std::string_view read_id) {
  const auto parts = counted(read_id);
  if (!parts) return {0, others_.number_of(read_id)};
  const std::uint32_t series = series_.number_of(parts->prefix);
  if (series == finished_.size()) finished_.emplace_back();
  return {series, parts->n};
}

std::string ReadIds::name_of(ReadKey key) const {
  if (key.series == 0) return key.n < others_.size() ? std::string(others_.text(key.n)) : std::string();
  return std::string(series_.text(key.series)) + ':' + std::to_string(key.n);
}

}  // namespace oracle
