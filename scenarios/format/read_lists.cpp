// VOI lists and what becomes of them, and national data.
#include "scenarios/format/reader.h"

namespace scenario {
namespace {

std::optional<base::Duration> days_where_given(Reader& reader, const std::string& pointer) {
  if (reader.find(pointer) == nullptr) return std::nullopt;
  const base::Duration length = reader.duration(pointer);
  if (length.ns % base::hours(24).ns != 0) reader.complain(pointer, fmt::format("found '{}', expected whole days", reader.text(pointer)));
  return length;
}

std::vector<ListChangeSpec> changes_of(Reader& reader, const std::string& list) {
  std::vector<ListChangeSpec> changes;
  for (std::size_t i = 0; i < reader.size(list + "/changes"); ++i) {
    const std::string at = fmt::format("{}/changes/{}", list, i);
    ListChangeSpec change{.at = reader.duration(at + "/at")};
    if (reader.find(at + "/rows") != nullptr) change.rows = reader.count(at + "/rows");
    const bool removed = reader.find(at + "/removed") != nullptr;
    if (change.rows.has_value() == removed) reader.complain(at, "found both or neither, expected rows or removed");
    if (reader.find(at + "/by") != nullptr) change.by = reader.text(at + "/by");
    changes.push_back(std::move(change));
  }
  return changes;
}

VoiListSpec voi_list_of(Reader& reader, const std::string& at) {
  VoiListSpec list{.file = reader.text(at + "/file"), .rows = reader.count(at + "/rows")};
  list.also = reader.texts(at + "/also");
  list.broken = reader.texts(at + "/broken");
  list.starts_in = days_where_given(reader, at + "/starts_in");
  list.weeds_in = days_where_given(reader, at + "/weeds_in");
  if (reader.find(at + "/by") != nullptr) list.by = reader.text(at + "/by");
  if (const Json* staged = reader.find(at + "/staged")) list.staged = staged->get<bool>();
  if (const Json* watching = reader.find(at + "/watching")) list.watching = watching->get<bool>();
  list.changes = changes_of(reader, at);
  return list;
}

}  // namespace

std::vector<VoiListSpec> read_voi_lists(Reader& reader) {
  std::vector<VoiListSpec> lists;
  for (std::size_t i = 0; i < reader.size("/voi_lists"); ++i) lists.push_back(voi_list_of(reader, fmt::format("/voi_lists/{}", i)));
  return lists;
}

std::optional<NationalSpec> read_national(Reader& reader) {
  if (reader.find("/national") == nullptr) return std::nullopt;
  return NationalSpec{.fast_track_rows = reader.count("/national/fast_track/rows"),
                      .answer = reader.duration("/national/fast_track/answer"),
                      .extract_rows = reader.count("/national/extract/rows"),
                      .extract = read_timetable(reader, "/national/extract"),
                      .schengen_rows = reader.count("/national/schengen/rows"),
                      .mmc_rows = reader.count("/national/mmc/rows")};
}

Timetable read_timetable(Reader& reader, const std::string& at) {
  return {.first = reader.duration(at + "/first"), .every = reader.duration(at + "/every"), .count = reader.count(at + "/count")};
}

}  // namespace scenario
