#include "simulator/world/source_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace world {
namespace {

constexpr std::uintmax_t kBytesMax = 64U << 20;

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const auto comma = line.find(',');
    fields.emplace_back(line.substr(0, comma));
    if (comma == std::string_view::npos) return fields;
    line.remove_prefix(comma + 1);
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

base::Result<std::string> read_file(const std::filesystem::path& file) {
  std::error_code fault;
  const auto size = std::filesystem::file_size(file, fault);
  if (fault || size > kBytesMax) return base::fail(kWorldFileUnreadable, file.string());
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad() || bytes.size() != size) return base::fail(kWorldFileUnreadable, file.string());
  return bytes;
}

base::Result<std::vector<std::vector<std::string>>> read_plain_csv(const std::filesystem::path& file, std::string_view header) {
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  const auto lines = lines_of(*text);
  if (lines.empty() || lines.front() != header) {
    return base::fail(kWorldFileUnfit, fmt::format("{} does not begin with the line '{}'", file.string(), header));
  }
  const auto columns = fields_of(header).size();
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    rows.push_back(fields_of(lines[i]));
    if (rows.back().size() != columns) {
      return base::fail(kWorldFileUnfit,
                        fmt::format("{}:{} has {} fields, the header {}", file.string(), i + 1, rows.back().size(), columns));
    }
  }
  return rows;
}

bool whole_number(std::string_view text, std::uint64_t& value) {
  if (text.empty() || text.size() > 15) return false;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && end == text.data() + text.size();
}

}  // namespace world
