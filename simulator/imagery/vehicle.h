// The vehicles of an overview, each as the camera sees it from the front or from behind.
#pragma once

#include <cairo.h>

#include <string_view>

#include "simulator/imagery/sight.h"
#include "simulator/imagery/strokes.h"

namespace imagery {

/// How one vehicle differs from others of its body.
struct Look {
  Paint paint;
  std::string_view make;  // the badge; none where empty
};

/// One body from one side.
///
/// Units:   millimetres. Everything is measured from the middle of the vehicle on the ground, downwards positive, so that heights are
///          negative.
struct Model {
  double width, height;
  double mm_per_px;           // how far off it is looked at, so that it fills the overview
  double plate_y;             // the middle of its plate
  double lamp_x, lamp_y;      // the middle of its right lamp; the left one mirrors it
  void (*draw)(cairo_t* at, const Look& look);
};

[[nodiscard]] const Model& model_of(Body body, Face face);

void draw_car_front(cairo_t* at, const Look& look);
void draw_car_rear(cairo_t* at, const Look& look);
void draw_van_front(cairo_t* at, const Look& look);
void draw_van_rear(cairo_t* at, const Look& look);
void draw_lorry_front(cairo_t* at, const Look& look);
void draw_lorry_rear(cairo_t* at, const Look& look);
void draw_bus_front(cairo_t* at, const Look& look);
void draw_bus_rear(cairo_t* at, const Look& look);
void draw_motorcycle_rear(cairo_t* at, const Look& look);

}  // namespace imagery
