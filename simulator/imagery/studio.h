// The studio: pictures of vehicles and plates, as JPEG that keeps to a budget.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "reference/base/bytes.h"
#include "simulator/imagery/geotag.h"
#include "simulator/imagery/sight.h"

namespace imagery {

/// How many bytes a picture may take.
///
/// Source:  2.2.4-d and f: 3 kB and 25 kB, a kB being 1,000 bytes (R-07, the strict reading).
struct Budget {
  std::size_t patch_bytes_max = 3'000;
  std::size_t overview_bytes_max = 25'000;
};

/// What every picture of ours fits into, geotag included.
inline constexpr Budget kLeastBudget{1'500, 10'000};

/// Draws pictures by cairo and writes them by libjpeg. One studio draws many: it keeps glyphs, buffers and the compressor.
///
/// Shape:   baseline JPEG, 4:2:0; a patch is 120 x 60 pixels and shows the plate alone, an overview 640 x 480 and shows the vehicle in the
///          read zone. Its quality is the highest that fits the budget, searched for each picture. With a geotag, an APP1 segment with Exif
///          in place of the JFIF header. The same arguments give the same bytes with one build of cairo, libjpeg-turbo and libexif,
///          whatever was drawn before.
/// Errors:  a budget below kLeastBudget is a broken invariant.
/// Source:  2.2.4-b to h; SI 2001/561 schedules 2 and 3.
class Studio {
 public:
  explicit Studio(Budget budget);
  ~Studio();
  Studio(Studio&&) noexcept;
  Studio& operator=(Studio&&) noexcept;

  /// Takes another budget from the next picture on.
  void keep_to(Budget budget);

  [[nodiscard]] base::Bytes patch(const Sight& sight, const std::optional<Geotag>& place);
  [[nodiscard]] base::Bytes overview(const Sight& sight, const std::optional<Geotag>& place);

  /// The same pictures at a quality from 1 to 100, however large: what a device sends that does not adjust them.
  [[nodiscard]] base::Bytes patch_at_quality(const Sight& sight, const std::optional<Geotag>& place, int quality);
  [[nodiscard]] base::Bytes overview_at_quality(const Sight& sight, const std::optional<Geotag>& place, int quality);

 private:
  struct Equipment;
  std::unique_ptr<Equipment> equipment_;
  Budget budget_;
};

}  // namespace imagery
