// The answer to an upload of a VOI list (docs/wire.md).
#pragma once

#include <string>
#include <string_view>

#include "reference/lists/voi_list.h"

namespace nas {

/// {"version", "rows", "loaded", "refused": [{"row", "column", "found", "expected", "clause"}]}
///
/// Shape:   `rows` counts what was taken in and what was refused.
[[nodiscard]] std::string encode_list_answer(const lists::VoiList& list, std::string_view version);

/// The version of a list: the SHA-256 of its bytes, so that the same bytes are the same version everywhere.
[[nodiscard]] std::string version_of(std::string_view csv);

}  // namespace nas
