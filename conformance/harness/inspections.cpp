#include "conformance/harness/inspections.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "conformance/catalogue/catalogue.h"
#include "conformance/evidence/event_reader.h"
#include "conformance/harness/small_file.h"

namespace harness {
namespace {

constexpr std::size_t kInspectionBytesMax = std::size_t{64} << 20;

struct Criterion {
  std::string_view requirement, text;
};
constexpr std::array kCriteria{
    Criterion{"2.2.4-i", "Each plate patch shows a plate and nothing beside it; each overview shows the vehicle where it was read."},
    Criterion{"5-p", "Each entry says which force and area it comes from, who can be asked day and night, and something that helps whoever "
                     "stops the vehicle."},
    Criterion{"2.3-e", "No alias tells anybody who does not know it already where exactly the camera stands."},
};

/// Inspections name no files.
class NoContents final : public evidence::PackContents {
 public:
  base::Result<std::optional<base::Bytes>> image(std::string_view) override { return std::nullopt; }
  base::Result<std::optional<base::Bytes>> list(std::string_view) override { return std::nullopt; }
};

base::Result<Inspection> inspection_of(const base::Event& event) {
  const auto* told = std::get_if<base::event::Inspection>(&event.body);
  if (told == nullptr) return base::fail(kInspectionsUnreadable, "found an event of another kind, expected inspection");
  if (criterion_of(told->requirement).empty())
    return base::fail(kInspectionsUnreadable, fmt::format("found requirement '{}', which no person is asked to judge", told->requirement));
  if (told->sample.empty()) return base::fail(kInspectionsUnreadable, "found an empty sample, expected what was looked at");
  Inspection inspection{event.at, std::string(told->requirement), {}, std::string(told->criterion), told->passed,
                        std::string(told->inspector)};
  for (const std::string_view hash : told->sample) inspection.sample.emplace_back(hash);
  return inspection;
}

base::Result<Inspection> inspection_in(std::string line, evidence::EventReader& reader) {
  line.reserve(line.size() + evidence::EventReader::kPadding);   // readable behind the line, as the reader asks
  const auto event = reader.read(line);
  if (!event) return base::fail(kInspectionsUnreadable, event.error().detail);
  if (!*event) return base::fail(kInspectionsUnreadable, "found an event of another kind, expected inspection");
  return inspection_of((*event)->event);
}

}  // namespace

base::Result<std::vector<Inspection>> read_inspections(const std::filesystem::path& file) {
  const auto text = read_small_file(file, kInspectionBytesMax, kInspectionsUnreadable);
  if (!text) return tl::unexpected(text.error());
  NoContents contents;
  evidence::EventReader reader(contents);
  std::vector<Inspection> all;
  std::size_t number = 1;
  for (std::size_t from = 0, end = 0; from < text->size(); from = end + 1, ++number) {
    end = std::min(text->find('\n', from), text->size());
    const std::string line = text->substr(from, end - from);
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    auto inspection = inspection_in(line, reader);
    if (!inspection)
      return base::fail(kInspectionsUnreadable, fmt::format("{}, line {}: {}", file.string(), number, inspection.error().detail));
    all.push_back(*std::move(inspection));
  }
  if (all.empty()) return base::fail(kInspectionsUnreadable, file.string() + ": it holds none");
  return all;
}

std::string line_of(const Inspection& inspection) {
  const nlohmann::ordered_json json{{"at", base::to_rfc3339(inspection.at)},
                                    {"kind", "inspection"},
                                    {"requirement", inspection.requirement},
                                    {"sample", inspection.sample},
                                    {"criterion", inspection.criterion},
                                    {"result", inspection.passed ? "pass" : "fail"},
                                    {"inspector", inspection.inspector}};
  return json.dump() + "\n";
}

void tell(const std::vector<Inspection>& inspections, base::Witness& witness) {
  for (const Inspection& inspection : inspections) {
    const std::vector<std::string_view> sample(inspection.sample.begin(), inspection.sample.end());
    witness.hear({inspection.at, base::event::Inspection{inspection.requirement, sample, inspection.criterion, inspection.passed,
                                                         inspection.inspector}});
  }
}

std::string_view criterion_of(std::string_view requirement) {
  for (const Criterion& criterion : kCriteria) {
    if (criterion.requirement == requirement) return criterion.text;
  }
  return {};
}

}  // namespace harness
