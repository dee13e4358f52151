// The plate patch: what a camera cuts out of its picture, the plate and nothing else.
#pragma once

#include "simulator/imagery/glyph_areas.h"
#include "simulator/imagery/planes.h"
#include "simulator/imagery/sight.h"

namespace imagery {

inline constexpr int kPatchWidth = 120;
inline constexpr int kPatchHeight = 60;

/// Draws patches. Keeps glyphs and buffers from patch to patch.
///
/// The plate fills the frame, stretched to it as devices do: around the mark a margin of 11 to 18 mm beside and 8 to 14 mm above, so that
/// the plate's own edge stays outside. At night the picture is an infra-red camera's, without colour.
class PatchDrawer {
 public:
  PatchDrawer() : large_(Lettering{}), small_({64, 44, 10}) {}

  /// Draws what `sight` shows on `to`, 120 x 60; without a mark, the bodywork where its plate would be.
  void draw(const Sight& sight, Planes& to);

 private:
  GlyphAreas large_, small_;
  std::vector<std::uint8_t> ink_, dirt_;
};

}  // namespace imagery
