#include <limits>

#include <fmt/format.h>

#include "conformance/evidence/event_reader.h"
#include "conformance/evidence/line_file.h"
#include "conformance/evidence/loaded_files.h"
#include "conformance/evidence/manifest.h"
#include "conformance/evidence/pack.h"

namespace evidence {
namespace {

constexpr std::string_view kEvents = "events.ndjson";

base::Error at_line(std::uint64_t number, std::string_view what) {
  return {kPackUnreadable, fmt::format("{}, line {}: {}", kEvents, number, what)};
}

/// Tells all lines of the file; the counts, or the first fault.
base::Result<PackCounts> tell(LineFile& file, EventReader& reader, base::Witness& witness) {
  PackCounts counts;
  base::Instant last{std::numeric_limits<std::int64_t>::min()};
  for (std::uint64_t number = 1;; ++number) {
    const auto line = file.next();
    if (!line) return tl::unexpected(at_line(number, line.error().detail));
    if (!*line) return counts;
    if ((*line)->empty()) continue;
    const auto event = reader.read(**line);
    if (!event) return tl::unexpected(at_line(number, event.error().detail));
    if (!*event) {
      ++counts.unknown;
      continue;
    }
    if ((*event)->at < last) return tl::unexpected(at_line(number, "expected \"at\" in order; found one before the line above"));
    last = (*event)->at;
    witness.hear(**event);
    ++counts.told;
  }
}

}  // namespace

base::Result<PackCounts> read_pack_counted(const std::filesystem::path& directory, base::Witness& witness) {
  const auto manifest = read_manifest(directory);
  if (!manifest) return tl::unexpected(manifest.error());
  const auto listed = manifest->files.find(std::string(kEvents));
  if (listed == manifest->files.end()) return base::fail(kPackUnreadable, "manifest.json: expected \"files\" to hold events.ndjson");
  LineFile file(directory / kEvents);
  if (!file.open()) return base::fail(kPackUnreadable, (directory / kEvents).string() + ": expected a file that can be read");
  LoadedFiles contents(directory);
  EventReader reader(contents);
  auto counts = tell(file, reader, witness);
  if (!counts) return counts;
  if (file.sha256() != listed->second) return base::fail(kPackUnreadable, "events.ndjson: expected the hash that manifest.json gives");
  counts->sampled_one_in = manifest->sampled_one_in;
  return counts;
}

base::Result<std::uint64_t> read_pack(const std::filesystem::path& directory, base::Witness& witness) {
  return read_pack_counted(directory, witness).map([](const PackCounts& counts) { return counts.told; });
}

}  // namespace evidence
