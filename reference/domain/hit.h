// Entries of VOI lists, and the hits they give (clauses 5 and 6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reference/domain/read.h"

namespace domain {

/// What to do when a vehicle comes to notice (clause 5, column 5).
enum class Action : std::uint8_t { kStop, kAssess, kNoAlert };
[[nodiscard]] std::string_view text_of(Action action);
/// The action of exactly this word; none where there is no such.
[[nodiscard]] std::optional<Action> find_action(std::string_view word);

/// One row of a VOI list, as far as matching and a hit's text need it. `row` counts entries from 1, header not counted.
struct VoiEntry {
  Vrm vrm;
  Action action = Action::kAssess;
  std::string reason;
  std::string information;
  base::Instant in_force_from;   ///< 00:00 GMT of the start date; the least instant where none is given (R-20)
  base::Instant weeded_at;       ///< 00:00 GMT of the weed date; the greatest instant where none is given (R-20)
  std::uint32_t row = 0;
  std::string warning_markers;
  std::string gsc;               ///< OFFICIAL, OFFICIAL-SENSITIVE
};

/// Which data a hit comes from (clauses 4 and 5).
enum class DataSource : std::uint8_t { kVoi, kFastTrack, kExtract, kSchengen, kMmc };
/// voi, fast-track, extract, schengen, mmc.
[[nodiscard]] std::string_view text_of(DataSource source);
[[nodiscard]] std::optional<DataSource> find_data_source(std::string_view word);

/// Names an image that the store has with its capture.
struct ImageReference {
  std::string sha256;
  std::uint32_t bytes = 0;
};

/// The report of a match of a read with an entry of a list. `hit_id` and `capture_id` follow from what was matched, so that the same
/// match made twice has the same ids.
struct Hit {
  std::string hit_id;
  std::string capture_id;
  std::string read_id;      ///< the sender's, or empty
  std::string list;         ///< file name of the list, or the name of the national data
  VoiEntry entry;
  Vrm vrm;
  CameraId camera;
  CaptureTime time;
  Location location;
  std::string username = {};
  CameraClass camera_class = CameraClass::kStatic;
  std::optional<ImageReference> plate_patch = {}, overview = {};
  DataSource source = DataSource::kVoi;
  std::int64_t data_age_s = 0;    ///< at receipt of the read: how long ago the data left its source; 0 of a list or a live answer
  std::string symbol = {};        ///< what the bottom white section of the symbol shows (Annex A); empty for national data
};

/// The answer to a read that was taken in. Wire form: {"capture_id", "read_id", "received_at"}.
struct Acknowledgement {
  std::string capture_id;
  std::string read_id;
  base::Instant received_at;
};

/// The answer to a read that was not: every fault of it, in order of precedence. Wire form: a problem document (RFC 9457).
struct Refusal {
  std::string read_id;      ///< as far as it could be made out, or empty
  std::vector<FieldFault> faults;
};

}  // namespace domain
