#include <fmt/format.h>

#include "conformance/evidence/clocks.h"
#include "conformance/evidence/event_reader.h"
#include "conformance/evidence/files/line_file.h"
#include "conformance/evidence/files/loaded_files.h"
#include "conformance/evidence/opened_pack.h"
#include "conformance/evidence/purge.h"

namespace evidence {
namespace {

constexpr std::string_view kEvents = "events.ndjson";

base::Error at_line(std::uint64_t number, const base::Error& fault) {
  return {*fault.kind, fmt::format("{}, line {}: {}", kEvents, number, fault.detail)};
}

/// Tells all lines of the file; the counts, or the first fault.
base::Result<PackCounts> tell(LineFile& file, EventReader& reader, base::Witness& witness) {
  PackCounts counts;
  Clocks clocks;
  for (std::uint64_t number = 1;; ++number) {
    const auto line = file.next();
    if (!line) return tl::unexpected(at_line(number, line.error()));
    if (!*line) return counts;
    if ((*line)->find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto read = reader.read(**line);
    if (!read) return tl::unexpected(at_line(number, read.error()));
    if (!*read) {
      ++counts.unknown;
      continue;
    }
    const auto event = clocks.place(**read);
    if (!event) return tl::unexpected(at_line(number, event.error()));
    witness.hear(*event);
    ++counts.told;
  }
}

base::Error events_gone(const Container& pack) {
  if (const std::string at = purged_at(pack); !at.empty())
    return {kPackUnreadable, fmt::format("events.ndjson: its evidence was deleted on {}, as purged.json says", at)};
  return {kPackContradicts, "events.ndjson: manifest.json lists it, and it is not there"};
}

base::Result<PackCounts> tell(const Container& pack, const Manifest& manifest, base::Witness& witness) {
  const auto listed = manifest.files.find(std::string(kEvents));
  if (listed == manifest.files.end()) return base::fail(kPackUnreadable, "manifest.json: expected \"files\" to hold events.ndjson");
  for (const auto& [path, hash] : manifest.files) {
    const std::string name = named_hash(path);
    if (!name.empty() && name != hash)
      return base::fail(kPackContradicts, fmt::format("manifest.json: expected the SHA-256 that {} is named by; found {}", path, hash));
  }
  auto events = pack.open(std::string(kEvents));
  if (!events) return tl::unexpected(events.error());
  if (*events == nullptr) return tl::unexpected(events_gone(pack));
  LineFile file(std::move(*events));
  LoadedFiles contents(pack);
  EventReader reader(contents);
  auto counts = tell(file, reader, witness);
  if (!counts) return counts;
  if (const std::string found = file.sha256(); found != listed->second)
    return base::fail(kPackContradicts, fmt::format("events.ndjson: expected the SHA-256 that manifest.json gives; found {}", found));
  counts->sampled_one_in = manifest.sampled_one_in;
  counts->missing_files = contents.missing();
  counts->sha256 = manifest.sha256;
  return counts;
}

/// The same fault, with the pack that it is in.
base::Error in_pack(const std::filesystem::path& path, const base::Error& fault) {
  const std::string name = path.string();
  return fault.detail.starts_with(name) ? fault : base::Error(*fault.kind, fmt::format("{}: {}", name, fault.detail));
}

}  // namespace

base::Result<Pack> Pack::open(const std::filesystem::path& path) {
  auto container = open_container(path);
  if (!container) return tl::unexpected(in_pack(path, container.error()));
  auto manifest = read_manifest(**container);
  if (!manifest) return tl::unexpected(in_pack(path, manifest.error()));
  return Pack(path, *std::move(container), *std::move(manifest));
}

base::Result<PackCounts> Pack::tell(base::Witness& witness) const {
  return evidence::tell(*container_, manifest_, witness).map_error([this](const base::Error& fault) { return in_pack(path_, fault); });
}

base::Result<PackCounts> read_pack_counted(const std::filesystem::path& path, base::Witness& witness) {
  return Pack::open(path).and_then([&](const Pack& pack) { return pack.tell(witness); });
}

base::Result<std::uint64_t> read_pack(const std::filesystem::path& path, base::Witness& witness) {
  return read_pack_counted(path, witness).map([](const PackCounts& counts) { return counts.told; });
}

}  // namespace evidence
