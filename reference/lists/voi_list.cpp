#include "reference/lists/voi_list.h"

#include <limits>

#include "reference/lists/csv_rows.h"
#include "reference/lists/voi_template.h"

namespace lists {
namespace {

/// Keeps what a list holds.
struct Keeper : ListSink {
  explicit Keeper(VoiList& kept) : list(kept) {}
  void on_entry(domain::VoiEntry entry) override { list.entries.push_back(std::move(entry)); }
  void on_refused(RefusedRow refused) override { list.refused.push_back(std::move(refused)); }
  VoiList& list;
};

std::string day_of(base::Instant at) { return std::string(domain::CaptureTime::truncate(at).short_text().view().substr(0, 10)); }

bool is_given(base::Instant at) {
  return at.ns != std::numeric_limits<std::int64_t>::min() && at.ns != std::numeric_limits<std::int64_t>::max();
}

std::string cell_of(const domain::VoiEntry& entry, std::string_view area, Column column) {
  switch (column) {
    case kVrm: return entry.vrm.text();
    case kWarningMarkers: return entry.warning_markers;
    case kAction: return std::string(domain::text_of(entry.action));
    case kReason: return entry.reason;
    case kInformation: return entry.information;
    case kLeaAndArea: return std::string(area);
    case kStartDate: return is_given(entry.in_force_from) ? day_of(entry.in_force_from) : "";
    case kWeedDate: return is_given(entry.weeded_at) ? day_of(entry.weeded_at) : "";
    case kGsc: return entry.gsc.empty() ? "OFFICIAL" : entry.gsc;
    case kContact: return std::string(area).append(" control room, day and night");
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

base::Result<VoiList> parse_voi_list(std::string_view file, std::string_view csv, const Rules& rules) {
  const auto name = parse_list_name(file);
  if (!name) return tl::unexpected(name.error());
  VoiList list;
  list.file = file;
  list.owner = name->code;
  Keeper keeper(list);
  const auto counts = parse_rows(csv, rules, keeper);
  if (!counts) return tl::unexpected(counts.error());
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
