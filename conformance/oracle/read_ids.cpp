#include "conformance/oracle/read_ids.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

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

ReadKey ReadIds::key_of(std::string_view read_id) {
  if (const auto parts = counted(read_id)) {
    const std::uint32_t series = kCountedFrom + counted_.number_of(parts->prefix);
    if (series == finished_.size()) finished_.emplace_back();
    return {series, parts->n};
  }
  if (const auto hex = HexId::of(read_id)) {
    const auto form = static_cast<std::uint32_t>(hex->form);
    return {1 + form, hex_[form].number_of(*hex)};
  }
  return {0, others_.number_of(read_id)};
}

std::string ReadIds::name_of(ReadKey key) const {
  if (key.series == 0) return key.n < others_.size() ? std::string(others_.text(key.n)) : std::string();
  if (key.series >= kCountedFrom) return fmt::format("{}:{}", counted_.text(key.series - kCountedFrom), key.n);
  const std::uint32_t form = key.series - 1;
  return hex_[form].id(key.n, static_cast<HexForm>(form)).text();
}

}  // namespace oracle
