// How a mark falls into groups on a plate.
#pragma once

#include <string_view>
#include <vector>

namespace imagery {

/// The groups of a mark, in order.
///
/// Shape:   `vrm` without spaces, letters of either case. Each group refers to `vrm`. None for an empty mark; one for a mark of no known
///          layout.
/// Source:  SI 2001/561 schedule 3 part 1, layouts 1 to 9 (Q marks are of layout 2, Northern Ireland's of 8 and 9); diplomatic marks
///          (101 D 234) and military ones (AB 12 CD, 12 AB 34) in three groups.
[[nodiscard]] std::vector<std::string_view> groups_of(std::string_view vrm);

}  // namespace imagery
