#include "reference/lists/voi_list.h"

#include <limits>

#include "reference/domain/utf8.h"
#include "reference/lists/csv_rows.h"
#include "reference/lists/voi_row.h"
#include "reference/lists/voi_template.h"

namespace lists {
namespace {

bool is_header(const Cells& cells) {
  const std::string& first = cells[0];
  constexpr std::string_view kUpper = "VRM", kLower = "vrm";
  if (first.size() != kUpper.size()) return false;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] != kUpper[i] && first[i] != kLower[i]) return false;
  }
  return true;
}

std::string day_of(base::Instant at) { return std::string(domain::CaptureTime::truncate(at).short_text().view().substr(0, 10)); }

bool is_given(base::Instant at) {
  return at.ns != std::numeric_limits<std::int64_t>::min() && at.ns != std::numeric_limits<std::int64_t>::max();
}

std::string cell_of(const domain::VoiEntry& entry, std::string_view area, Column column) {
  switch (column) {
    case kVrm: return entry.vrm.text();
    case kAction: return std::string(domain::text_of(entry.action));
    case kReason: return entry.reason;
    case kInformation: return entry.information;
    case kLeaAndArea: return std::string(area);
    case kStartDate: return is_given(entry.in_force_from) ? day_of(entry.in_force_from) : "";
    case kWeedDate: return is_given(entry.weeded_at) ? day_of(entry.weeded_at) : "";
    case kGsc: return "OFFICIAL";
    default: return "";
  }
}

template <class CellOf>
void write_row(std::string& csv, const CellOf& cell) {
  for (int column = 1; column <= kColumns; ++column) {
    if (column > 1) csv += ',';
    write_cell(csv, cell(static_cast<Column>(column)));
  }
  csv += "\r\n";
}

}  // namespace

base::Result<VoiList> parse_voi_list(std::string_view file, std::string_view csv, Population by) {
  VoiList list;
  list.file = file;
  list.owner = file.substr(0, file.find('_'));
  const bool named = file.find('_') != std::string_view::npos && is_annex_a_code(list.owner);
  if (!named) return base::fail(kListNameUnknown, "found '" + domain::excerpt(file) + "'");
  if (!domain::is_utf8(csv)) return base::fail(kListNotCsv, "the text is no UTF-8");

  bool first = true;
  std::uint32_t row = 0;
  const auto fault = read_csv(csv, [&](const Cells& cells) {
    if (!std::exchange(first, false) || !is_header(cells)) {
      if (auto entry = read_row(cells, ++row, by, list.refused)) list.entries.push_back(std::move(*entry));
    }
  });
  if (fault) return base::fail(kListNotCsv, *fault);
  return list;
}

std::string encode_voi_list(const VoiList& list) {
  std::string csv;
  csv.reserve(256 + list.entries.size() * 128);
  write_row(csv, [](Column column) { return name_of(column); });
  const std::string_view area = symbol_text(list.owner);
  for (const domain::VoiEntry& entry : list.entries) {
    write_row(csv, [&](Column column) { return cell_of(entry, area, column); });
  }
  return csv;
}

}  // namespace lists
