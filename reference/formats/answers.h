// Answers and hits as JSON (docs/wire.md): acknowledgement, refusal (a problem document, RFC 9457), hit.
#pragma once

#include <string>
#include <string_view>

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

/// {"hit_id", "capture_id", "read_id", "list", "row", "source": "voi", "vrm", "action", "reason", "information", "camera", "time",
/// "location"}; no read_id where the read had none. When the entry is in force does not cross: a hit that was decoded has an entry in force
/// at any time.
[[nodiscard]] std::string encode(const domain::Hit& hit);
[[nodiscard]] base::Result<domain::Hit> decode_hit(std::string_view text);
[[nodiscard]] std::uint32_t encoded_bytes(const domain::Hit& hit);

}  // namespace formats
