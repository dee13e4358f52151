#include "reference/formats/salvage.h"

#include <string>

#include "reference/formats/read_json.h"

namespace formats {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// The string that begins with the quote at `at`, and moves `at` behind its end; none where it does not end.
std::optional<std::string_view> take_string(std::string_view text, std::size_t& at) {
  const std::size_t from = ++at;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '"') return text.substr(from, at++ - from);
  }
  return std::nullopt;
}

bool take(std::string_view text, std::size_t& at, char wanted) {
  at = std::min(text.find_first_not_of(kBlanks, at), text.size());
  if (at == text.size() || text[at] != wanted) return false;
  ++at;
  return true;
}

}  // namespace

std::optional<std::string_view> find_string_value(std::string_view text, std::string_view key) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c != '"') {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      ++at;
      continue;
    }
    const auto name = take_string(text, at);
    if (!name) return std::nullopt;
    if (depth != 1 || *name != key || !take(text, at, ':')) continue;
    if (!take(text, at, '"')) continue;
    --at;
    return take_string(text, at);
  }
  return std::nullopt;
}

std::string salvage_read_id(std::string_view text) {
  const auto found = find_string_value(text, "read_id");
  return found && is_read_id(*found) && found->find('\\') == std::string_view::npos ? std::string(*found) : std::string();
}

}  // namespace formats
