// A text read line by line, each line where a fast parser may read it in place.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/evidence/files/byte_source.h"
#include "conformance/evidence/files/hashed_file.h"
#include "reference/base/result.h"

namespace evidence {

/// Lines of a file, without their line feeds; the last may lack one.
///
/// Shape:   a line has at most EventReader::kLineBytesMax bytes; behind each, EventReader::kPadding bytes may be read.
class LineFile {
 public:
  explicit LineFile(std::unique_ptr<ByteSource> source);

  /// The next line, good until the next call; nothing at the end. Errors: kPackUnreadable (too long, or not to be read).
  [[nodiscard]] base::Result<std::optional<std::string_view>> next();
  /// SHA-256 of all that was read. To be asked once, at the end.
  [[nodiscard]] std::string sha256() { return hash_.hex(); }

 private:
  [[nodiscard]] base::Result<bool> fill();

  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t from_ = 0;   ///< the first byte not given out yet
  std::size_t to_ = 0;     ///< behind the last byte read
  bool ended_ = false;
  RunningHash hash_;
};

}  // namespace evidence
