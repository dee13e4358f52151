#include "reference/lists/voi_parser.h"

#include <utility>

#include <fmt/format.h>

namespace lists {

VoiListParser::VoiListParser(Rules rules, ListSink& sink)
    : rules_(rules), sink_(sink), on_refused_([this](RefusedRow refused) { sink_.on_refused(std::move(refused)); }),
      csv_([this](const Cells& cells) { on_row(cells); }) {}

base::Result<std::size_t> VoiListParser::feed(std::string_view bytes) {
  const std::string_view slice = bytes.substr(0, kSliceBytesMax);
  const std::string text = std::exchange(half_, {}).append(slice);
  const auto wrong_at = utf8_.feed(slice);
  const std::uint64_t right_to = wrong_at.value_or(utf8_.passed());
  const std::size_t right = static_cast<std::size_t>(right_to - std::exchange(read_to_, right_to));
  if (const auto fault = csv_.feed(std::string_view(text).substr(0, right))) return not_csv(*fault);
  if (wrong_at) return not_utf8(*wrong_at);
  half_ = text.substr(right);
  return slice.size();
}

base::Result<ListCounts> VoiListParser::finish() {
  if (const auto at = utf8_.finish()) return not_utf8(*at);
  if (const auto fault = csv_.finish()) return not_csv(*fault);
  const std::uint64_t bad = counts_.refused + (counts_.header_is_wrong ? 1 : 0);
  if (rules_.bad_row == BadRow::kRefusesTheFile && bad > 0) return base::fail(kListHasBadRows, fmt::format("found {} that do not", bad));
  return counts_;
}

void VoiListParser::on_row(const Cells& cells) {
  if (std::exchange(at_start_, false) && is_header(cells)) {
    check_header(cells, rules_, [this](RefusedRow refused) {
      counts_.header_is_wrong = true;
      sink_.on_refused(std::move(refused));
    });
    return;
  }
  ++counts_.rows;
  if (auto entry = read_row(cells, static_cast<std::uint32_t>(counts_.rows), rules_, on_refused_)) {
    ++counts_.loaded;
    sink_.on_entry(std::move(*entry));
  } else {
    ++counts_.refused;
  }
}

tl::unexpected<base::Error> VoiListParser::not_csv(std::string_view what) const {
  const std::string where = counts_.rows == 0 ? "before the first row's end" : fmt::format("after row {}", counts_.rows);
  return base::fail(kListNotCsv, fmt::format("{}, {}", what, where));
}

tl::unexpected<base::Error> VoiListParser::not_utf8(std::uint64_t at) const {
  const std::string_view hint = at == 0 ? "; is it UTF-16?" : "";
  return not_csv(fmt::format("the text is no UTF-8 at byte {}{}", at, hint));
}

base::Result<ListCounts> parse_rows(std::string_view csv, const Rules& rules, ListSink& sink) {
  VoiListParser parser(rules, sink);
  while (!csv.empty()) {
    const auto taken = parser.feed(csv);
    if (!taken) return tl::unexpected(taken.error());
    csv.remove_prefix(*taken);
  }
  return parser.finish();
}

}  // namespace lists
