// A list that is being uploaded: read in pieces as it comes, and cut into the parts that are stored.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/hash.h"
#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/lists/list_loader.h"
#include "reference/nas/list_manifest.h"

namespace nas {

/// What an upload is for, and how far it is: bytes come, are read, are cut into parts, and the parts stored; when all are read and the
/// answer is written, the version can be put in force. A removal is an upload of nothing.
struct Upload {
  enum class Stage : std::uint8_t {
    kReading,    ///< bytes are awaited or read
    kAnswering,  ///< the answer is being written
    kReady,      ///< to be put in force
    kTold,       ///< the store has it; to be answered when it is in force here
    kOver,       ///< answered; what is here only waits for its last slice or for a commit
  };

  doors::Principal from;
  doors::Session session;
  doors::Message request;             ///< without its content
  std::string file;
  std::string id;
  bool is_removal = false;
  bool is_tried = false;              ///< a commit was to put it in force
  std::optional<std::string> sha256_due;
  base::Instant issued_at;

  Stage stage = Stage::kReading;
  bool all_here = false;              ///< the last slice has come
  base::Duration heard_at;            ///< the last slice, mono
  std::uint64_t bytes = 0;            ///< that have come

  std::deque<base::Bytes> unread;
  std::size_t read_to = 0;            ///< of the first of `unread`
  lists::ListLoader* draft = nullptr; ///< the shelf's
  lists::ListCounts counts;
  base::Sha256 hash;
  std::string version;
  std::string part;                   ///< what is gathering, its last row perhaps not whole
  std::deque<base::Bytes> parts;      ///< whole, not stored yet
  std::uint32_t parts_stored = 0;
  std::optional<doors::CommitTag> storing;
  std::uint32_t storing_parts = 0;    ///< how many the commit under way holds
  std::uint64_t held = 0;             ///< bytes here that are not stored

  std::string answer;
  std::size_t answered_rows = 0;
  doors::ListEpoch epoch;             ///< where the store has it

  [[nodiscard]] std::uint32_t parts_made() const { return parts_stored + static_cast<std::uint32_t>(parts.size()); }
};

/// What a part has at least, but for the last: whoever looks a row up reads a part, some 130 rows.
inline constexpr std::size_t kPartBytes = 16 * 1024;

/// Reads a piece of what has come.
/// Errors:  VoiListParser's.
[[nodiscard]] base::Result<void> read_piece(Upload& upload);
/// All has come and was read: counts and hash are known from now on.
/// Errors:  VoiListParser's.
[[nodiscard]] base::Result<void> finish_reading(Upload& upload);
/// Writes a piece of the answer. Says whether more is to be written.
bool write_piece_of_answer(Upload& upload);

}  // namespace nas
