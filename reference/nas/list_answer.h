// The answer to an upload of a VOI list (docs/wire.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/lists/voi_list.h"

namespace nas {

/// {"version", "rows", "loaded", "refused": [{"row", "column", "found", "expected", "clause"}]}
///
/// Shape:   `rows` counts what was taken in and what was refused, each row once; a header that is refused is row 0 and counted nowhere.
[[nodiscard]] std::string encode_list_answer(const lists::VoiList& list, std::string_view version);

/// The same in parts, for an answer that is written as it comes: the beginning, the refused with a comma between, the end.
[[nodiscard]] std::string list_answer_beginning(std::string_view version, std::uint64_t rows, std::uint64_t loaded);
[[nodiscard]] std::string encode_refused(const lists::RefusedRow& refused);
inline constexpr std::string_view kListAnswerEnd = "]}";

/// The version of a list: the SHA-256 of its bytes, so that the same bytes are the same version everywhere.
[[nodiscard]] std::string version_of(std::string_view csv);

}  // namespace nas
