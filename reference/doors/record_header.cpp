#include "reference/doors/record_header.h"

#include <charconv>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "reference/doors/record_format.h"

namespace doors {
namespace {

/// Takes a header line apart, which has no room for variety: the recorder writes it so and not otherwise.
class HeaderLine {
 public:
  explicit HeaderLine(std::string_view rest) : rest_(rest) {}

  bool literal(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  /// Up to the next quote.
  std::string_view word() { return until(rest_.find('"')); }
  bool integer(std::int64_t& value) {
    const std::string_view digits = until(rest_.find_first_not_of("-0123456789"));
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc() && end == digits.data() + digits.size();
  }

 private:
  std::string_view until(std::size_t end) {
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(found.size());
    return found;
  }
  std::string_view rest_;
};

bool read_settings(HeaderLine& line, std::vector<Setting>& settings) {
  while (line.literal(settings.empty() ? "\"" : ",\"")) {
    Setting setting;
    setting.name = line.word();
    if (!line.literal("\":") || !line.integer(setting.value)) return false;
    settings.push_back(std::move(setting));
  }
  return line.literal("}}");
}

}  // namespace

std::string encode_record_header(const RecordHeader& header) {
  std::string line = fmt::format(R"({{"format":"{}","version":{},"component":"{}","options":{{)", record::kFormat, record::kVersion,
                                 header.component);
  for (std::size_t i = 0; i < header.settings.size(); ++i) {
    line += fmt::format(R"({}"{}":{})", i == 0 ? "" : ",", header.settings[i].name, header.settings[i].value);
  }
  return line += "}}\n";
}

base::Result<RecordHeader> read_record_header(std::istream& record) {
  constexpr std::size_t kLineMax = 4'096;
  std::string text;
  for (char c = 0; text.size() < kLineMax && record.get(c) && c != '\n';) text += c;
  HeaderLine line(text);
  std::int64_t version = 0;
  if (!line.literal(fmt::format(R"({{"format":"{}","version":)", record::kFormat)) || !line.integer(version))
    return base::fail(kNotARecord);
  if (version != record::kVersion) return base::fail(kRecordVersionUnknown, fmt::format("found {}", version));
  if (!line.literal(R"(,"component":")")) return base::fail(kNotARecord);
  RecordHeader header;
  header.component = line.word();
  if (!line.literal(R"(","options":{)") || !read_settings(line, header.settings)) return base::fail(kNotARecord);
  return header;
}

}  // namespace doors
