#include <charconv>

#include <fmt/format.h>

#include "reference/doors/component.h"

namespace doors {
namespace {

constexpr std::size_t kDigits = 16;

}  // namespace

std::string numbered_key(std::string_view who, std::uint64_t number) { return fmt::format("{}/{:016x}", who, number); }

std::optional<Numbered> parse_numbered_key(std::string_view key) {
  if (key.size() <= kDigits || key[key.size() - kDigits - 1] != '/') return std::nullopt;
  Numbered found{key.substr(0, key.size() - kDigits - 1), 0};
  const char* const end = key.data() + key.size();
  const auto [stop, error] = std::from_chars(end - kDigits, end, found.number, 16);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return found;
}

}  // namespace doors
