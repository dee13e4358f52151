#include "simulator/imagery/vehicle.h"

#include <array>
#include <cstddef>

namespace imagery {
namespace {

struct Sides {
  Model front, rear;
};

constexpr std::array kModels{
    Sides{{1800, 1470, 4.5, -475, 690, -735, draw_car_front}, {1800, 1470, 4.5, -690, 745, -820, draw_car_rear}},
    Sides{{2060, 2500, 6.2, -450, 790, -930, draw_van_front}, {2060, 2500, 6.2, -950, 945, -1180, draw_van_rear}},
    Sides{{2500, 3250, 7.6, -590, 960, -640, draw_lorry_front}, {2500, 3250, 7.6, -660, 960, -665, draw_lorry_rear}},
    Sides{{2520, 2950, 7.0, -455, 960, -760, draw_bus_front}, {2520, 2950, 7.0, -690, 1090, -1350, draw_bus_rear}},
    Sides{{850, 1740, 4.2, -640, 0, -865, draw_motorcycle_rear}, {850, 1740, 4.2, -640, 0, -865, draw_motorcycle_rear}},
};

}  // namespace

const Model& model_of(Body body, Face face) {
  const Sides& sides = kModels[static_cast<std::size_t>(body)];
  return face == Face::kFront ? sides.front : sides.rear;
}

}  // namespace imagery
