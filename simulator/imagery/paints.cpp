#include "simulator/imagery/paints.h"

#include <algorithm>
#include <array>
#include <utility>

namespace imagery {
namespace {

constexpr std::array<std::pair<std::string_view, Paint>, 21> kPaints{{
    {"SILVER/ALUMINIUM", {0.70, 0.72, 0.74}}, {"SILVER", {0.70, 0.72, 0.74}},     {"BLACK", {0.09, 0.09, 0.10}},
    {"BLUE", {0.12, 0.25, 0.56}},             {"GREY", {0.38, 0.40, 0.42}},       {"RED", {0.70, 0.09, 0.11}},
    {"WHITE", {0.92, 0.92, 0.91}},            {"GREEN", {0.10, 0.36, 0.20}},      {"BEIGE/BUFF", {0.77, 0.69, 0.53}},
    {"BEIGE", {0.77, 0.69, 0.53}},            {"YELLOW", {0.92, 0.76, 0.12}},     {"BROWN", {0.36, 0.23, 0.14}},
    {"ORANGE", {0.90, 0.42, 0.08}},           {"GOLD", {0.70, 0.58, 0.30}},       {"BRONZE", {0.45, 0.33, 0.20}},
    {"PURPLE", {0.33, 0.14, 0.42}},           {"MAROON", {0.36, 0.06, 0.11}},     {"PINK", {0.88, 0.48, 0.60}},
    {"TURQUOISE", {0.10, 0.58, 0.60}},        {"CREAM", {0.90, 0.86, 0.70}},      {"MULTI-COLOUR", {0.52, 0.44, 0.50}},
}};

}  // namespace

Paint paint_of(std::string_view colour) {
  const auto* found = std::ranges::find(kPaints, colour, &std::pair<std::string_view, Paint>::first);
  return found == kPaints.end() ? paint_of("GREY") : found->second;
}

}  // namespace imagery
