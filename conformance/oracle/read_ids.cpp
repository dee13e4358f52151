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

ReadIds::ReadIds() : series_names_{std::string()}, finished_(1) {}

std::uint32_t ReadIds::number_of(Numbers& numbers, std::deque<std::string>& names, std::string_view text) {
  if (const auto at = numbers.find(text); at != numbers.end()) return at->second;
  const auto number = static_cast<std::uint32_t>(names.size());
  names.emplace_back(text);
  numbers.emplace(text, number);
  return number;
}

ReadKey ReadIds::key_of(std::string_view read_id) {
  const auto parts = counted(read_id);
  if (!parts) return {0, number_of(others_, other_names_, read_id)};
  const std::uint32_t series = number_of(series_, series_names_, parts->prefix);
  if (series == finished_.size()) finished_.emplace_back();
  return {series, parts->n};
}

std::string ReadIds::name_of(ReadKey key) const {
  if (key.series == 0) return key.n < other_names_.size() ? other_names_[key.n] : std::string();
  return series_names_[key.series] + ':' + std::to_string(key.n);
}

}  // namespace oracle
