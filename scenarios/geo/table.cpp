#include "scenarios/geo/table.h"

#include <charconv>

#include "scenarios/geo/ogr.h"

namespace geo {

Dataset open_vectors(const std::filesystem::path& file, const char* driver) {
  if (GDALGetDriverByName("CSV") == nullptr) {
    RegisterOGRCSV();
    RegisterOGRGeoJSON();
  }
  const char* const drivers[] = {driver, nullptr};
  return Dataset(static_cast<GDALDataset*>(GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)));
}

base::Result<std::vector<Row>> read_table(const std::filesystem::path& file, const std::vector<std::string>& columns) {
  const auto dataset = open_vectors(file, "CSV");
  OGRLayer* layer = dataset == nullptr ? nullptr : dataset->GetLayer(0);
  if (layer == nullptr) return base::fail(kSourceUnreadable, file.string());
  for (const auto& column : columns) {
    if (layer->GetLayerDefn()->GetFieldIndex(column.c_str()) < 0) {
      return base::fail(kSourceUnfit, fmt::format("{} has no column {}", file.string(), column));
    }
  }
  std::vector<Row> rows;
  for (const auto& feature : *layer) {
    Row& row = rows.emplace_back();
    for (const auto& column : columns) row[column] = feature->GetFieldAsString(column.c_str());
  }
  return rows;
}

base::Result<std::int64_t> whole_number(const Row& row, const std::string& column) {
  const auto& text = row.at(column);
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) {
    return base::fail(kSourceUnfit, fmt::format("{} is '{}', not a whole number", column, text));
  }
  return value;
}

}  // namespace geo
