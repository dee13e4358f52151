// The only way this room opens a file with GDAL: as vectors, by one named driver, and closed again.
#pragma once

#include <filesystem>
#include <memory>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace geo {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// Opens a vector file with `driver` ("CSV", "GeoJSON") and no other: a file of another kind is refused, whatever it is called.
/// Null where it cannot be opened.
[[nodiscard]] Dataset open_vectors(const std::filesystem::path& file, const char* driver);

}  // namespace geo
