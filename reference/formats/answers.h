// Answers and hits as JSON (docs/wire.md): acknowledgement, refusal (a problem document, RFC 9457), hit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "reference/domain/hit.h"

namespace formats {

inline constexpr base::ErrorKind kAnswerMalformed{"answer_malformed", "house", "an answer as docs/wire.md gives it"};

inline constexpr std::size_t kAnswerBytesMax = 65'536;
inline constexpr std::string_view kReadRefusedType = "urn:plumbline:problem:read-refused";

/// {"capture_id": ..., "read_id": ..., "received_at": RFC 3339 with microseconds}; no read_id where the read had none
[[nodiscard]] std::string encode(const domain::Acknowledgement& acknowledgement);
[[nodiscard]] base::Result<domain::Acknowledgement> decode_acknowledgement(std::string_view text);
/// The bytes that encode() would give, without encoding.
[[nodiscard]] std::uint32_t encoded_bytes(const domain::Acknowledgement& acknowledgement);

/// application/problem+json: type, title, status 422, read_id, faults: [{"field", "clause", "fault", "reason"}], where `fault` is
/// the name of the kind and `reason` says in words what was expected and found. A fault of the whole text has an empty field.
[[nodiscard]] std::string encode(const domain::Refusal& refusal);

/// What a refusal says of one fault, as the receiver of a problem document sees it.
struct SaidFault {
  std::string field, clause, reason, fault;
};
struct SaidRefusal {
  std::string read_id;
  std::vector<SaidFault> faults;
};
[[nodiscard]] base::Result<SaidRefusal> decode_refusal(std::string_view text);

/// What the answer to an upload says: {"version", "rows", "loaded", "refused": [{"row", "column", "found", "expected", "clause"}]}.
struct SaidRefusedRow {
  std::int64_t row = 0;
  std::int64_t column = 0;
  std::string found, expected, clause;
};
struct SaidListAnswer {
  std::string version;
  std::int64_t rows = 0;
  std::int64_t loaded = 0;
  std::vector<SaidRefusedRow> refused;
};
/// Shape:   of any length, for a list may have a refused row for each of its rows.
[[nodiscard]] base::Result<SaidListAnswer> decode_list_answer(std::string_view text);

/// {"hit_id", "capture_id", "read_id", "list", "row", "source", "data_age_s", "vrm", "action", "reason", "information", "warning_markers",
/// "gsc", "symbol", "camera", "time", "location", "username", "camera_class", "plate_patch": {"sha256", "bytes"}, "overview"}; what is
/// empty or not there is left out. When the entry is in force does not cross, and the images are not read back: a hit that was decoded has
/// an entry in force at any time, and none.
[[nodiscard]] std::string encode(const domain::Hit& hit);
[[nodiscard]] base::Result<domain::Hit> decode_hit(std::string_view text);
[[nodiscard]] std::uint32_t encoded_bytes(const domain::Hit& hit);

}  // namespace formats
