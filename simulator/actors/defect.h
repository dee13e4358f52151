// What a faulty camera does to a read before it sends it: each defect a mutation of the encoded text.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "reference/formats/read_json.h"

namespace actors {

/// A way to break a read, and what it breaks.
struct Defect {
  std::string_view name;
  std::string_view clause;
  void (*apply)(formats::EncodedRead& read);
};

/// All there are, in a fixed order.
[[nodiscard]] std::span<const Defect> defects();
[[nodiscard]] const Defect* find_defect(std::string_view name);

/// The value of a field of an encoded object: quotes and brackets included, views of `text`. Nothing where the field is not there.
[[nodiscard]] std::optional<std::string_view> raw_field(std::string_view text, std::string_view field);

}  // namespace actors
