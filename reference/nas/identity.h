// The ids that follow from what they name, so that a repeat has the same (docs/decisions/0002).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/domain/read.h"
#include "reference/doors/component.h"

namespace nas {

/// The capture id of a read: "c-" and 32 hexadecimal digits.
///
/// Shape:   from camera and `read_id`, or, where the sender gives none, from all fields and images but `buffered`, which says how a
///          read came and not what it is. The same for a read that came as text and as value.
[[nodiscard]] std::string capture_id_of(const domain::Read& read);

/// The hit id of the match of a capture with a row of a list: "h-" and 32 hexadecimal digits. The same for every operator.
[[nodiscard]] std::string hit_id_of(std::string_view capture_id, std::string_view list, std::uint32_t row);

/// The key under which a refused read is kept: "r-" and 32 hexadecimal digits, from who sent it and what it was.
[[nodiscard]] std::string refused_key_of(std::string_view sender, const doors::Content& content);

}  // namespace nas
