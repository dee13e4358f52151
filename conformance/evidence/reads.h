// Reads alone, without anything that happened around them: reads.ndjson, one read a line, or reads.csv.
#pragma once

#include <filesystem>
#include <string>

#include "conformance/evidence/files/container.h"
#include "conformance/evidence/pack.h"

namespace evidence {

/// What a file of reads cannot say of its cameras.
struct ReadsOptions {
  std::string camera_class = "static";   ///< where a read has no camera_class of its own that is one
  bool lea_controlled = true;
};

/// Tells the witness each camera before its first read, and each read as sent, in order of the file. Nobody knows when: instants count
/// microseconds from 1970. A read's id is its place in the file, "line:17", so that a finding says where it is.
///
/// Shape:   each line the text of a read as it was sent, which may hold images as base64; one that it names by SHA-256 is looked for in
///          images/ beside the file. A line that is no JSON object is a read all the same, and its fault a finding.
/// Errors:  kPackUnreadable: no such file, a byte order mark, an array over the reads, a line over 16 MiB or that is an event of a pack, no
///          line that stands from brace to brace: then it is no file of reads.
[[nodiscard]] base::Result<PackCounts> tell_ndjson(const std::filesystem::path& file, const ReadsOptions& options, base::Witness& witness);

/// Likewise of a table (RFC 4180, UTF-8) whose first row has the names of a read's fields. Ids are "row:17", counted as a
/// spreadsheet shows them: the first row of the file is 1, a blank row counts, and one whose quotes hold line breaks is one.
///
/// Shape:   an empty cell is a field that is not there; numbers and true or false stand as such in the read; plate_patch and overview are
///          names of files beside the table.
/// Errors:  kPackUnreadable, with row and column: a name that is none of a read's fields or stands twice, a row with more or fewer cells
///          than there are names, one over 1 MiB, a quote out of place, an image that is not there.
[[nodiscard]] base::Result<PackCounts> tell_csv(const std::filesystem::path& file, const ReadsOptions& options, base::Witness& witness);

/// The same of a text by this name, with what lies beside it.
[[nodiscard]] base::Result<PackCounts> tell_ndjson(const std::string& name, std::unique_ptr<ByteSource> text, const Container& beside,
                                                   const ReadsOptions& options, base::Witness& witness);
[[nodiscard]] base::Result<PackCounts> tell_csv(const std::string& name, std::unique_ptr<ByteSource> text, const Container& beside,
                                                const ReadsOptions& options, base::Witness& witness);

}  // namespace evidence
