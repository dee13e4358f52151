#include "simulator/actors/voi_files.h"

#include <algorithm>
#include <array>

#include "reference/base/check.h"
#include "reference/lists/list_name.h"
#include "reference/lists/voi_list.h"
#include "simulator/actors/broken_rows.h"

namespace actors {
namespace {

constexpr base::Duration kInForceBefore = base::hours(24 * 7);    // a list began a week before the run
constexpr base::Duration kWeededAfter = base::hours(24 * 30);     // the template makes every entry name a weed date
constexpr std::array<std::string_view, 4> kReasons{"Cloned", "Documents", "Disqualified", "Low Crime"};  // of those that any owner may give
constexpr std::string_view kNationalArea = "LEA";   // of Annex A, whose symbol text stands as the area of national data

/// When the rows of a list are in force.
struct Days {
  base::Instant from, until;
};

Days days_of(const scenario::VoiListSpec& spec, base::Instant on) {
  constexpr std::int64_t kDay = base::hours(24).ns;
  const base::Instant midnight{on.ns - on.ns % kDay};
  return {spec.starts_in ? midnight + *spec.starts_in : on - kInForceBefore, spec.weeds_in ? midnight + *spec.weeds_in : on + kWeededAfter};
}

domain::VoiEntry entry_of(std::string_view mark, std::string information, std::uint32_t row, const Days& days) {
  auto vrm = domain::Vrm::make(mark);
  PLUMB_CHECK(vrm.has_value(), "the world and the scenario give valid marks");
  domain::VoiEntry entry{std::move(*vrm),
                         row % 8 == 0 ? domain::Action::kStop : domain::Action::kAssess,
                         std::string(kReasons[row % kReasons.size()]),
                         std::move(information),
                         days.from,
                         days.until,
                         row};
  if (row % 16 == 0) entry.warning_markers = "VIOLENT";
  entry.gsc = row % 4 == 0 ? "OFFICIAL-SENSITIVE" : "OFFICIAL";
  return entry;
}

std::vector<domain::VoiEntry> entries_of(const std::vector<world::Vehicle>& vehicles, std::uint64_t from, std::uint32_t rows,
                                         const std::string& also, const Days& days) {
  std::vector<domain::VoiEntry> entries;
  for (std::uint32_t row = 1; row <= rows && !vehicles.empty(); ++row) {
    const world::Vehicle& vehicle = vehicles[(from + row - 1) % vehicles.size()];
    entries.push_back(entry_of(vehicle.vrm, fmt::format("{} {}{}", vehicle.colour, vehicle.make, also), row, days));
  }
  return entries;
}

base::Bytes file_of(std::string_view owner, std::vector<domain::VoiEntry> entries) {
  lists::VoiList list;
  list.owner = owner;
  list.entries = std::move(entries);
  return base::Bytes(lists::encode_voi_list(list));
}

}  // namespace

VoiFiles::VoiFiles(std::vector<world::Vehicle> of_interest, base::Instant on)
    : of_interest_(std::make_shared<const std::vector<world::Vehicle>>(std::move(of_interest))), on_(on) {}

std::vector<VoiErrand> VoiFiles::errands(const std::vector<scenario::VoiListSpec>& specs) {
  std::vector<VoiErrand> errands;
  for (const scenario::VoiListSpec& spec : specs) {
    const std::string owner = spec.file.substr(0, spec.file.find('_'));
    const std::string by = spec.by.empty() ? owner : spec.by;
    const Days days = days_of(spec, on_);
    const auto version = [vehicles = of_interest_, from = next_, days, owner, spec](std::uint32_t rows, std::size_t n) {
      auto entries = entries_of(*vehicles, from, rows, n == 0 ? "" : fmt::format(", version {}", n + 1), days);
      for (const std::string& mark : spec.also) {
        entries.push_back(entry_of(mark, "Listed by the scenario", static_cast<std::uint32_t>(entries.size() + 1), days));
      }
      for (domain::VoiEntry& entry : entries) entry.action = spec.watching ? domain::Action::kNoAlert : entry.action;
      std::string csv = lists::encode_voi_list({spec.file, owner, std::move(entries), {}});
      for (std::size_t i = 0; i < spec.broken.size() && !vehicles->empty(); ++i) {
        csv += broken_row(spec.broken[i], (*vehicles)[(from + scenario::rows_of(spec) - 1 - i) % vehicles->size()].vrm);
      }
      return base::Bytes(std::move(csv));
    };
    errands.push_back({base::Duration{-1}, spec.file, by, [version, rows = spec.rows] { return version(rows, 0); }, spec.staged});
    for (std::size_t i = 0; i < spec.changes.size(); ++i) {
      VoiErrand errand{spec.changes[i].at, spec.file, spec.changes[i].by.empty() ? by : spec.changes[i].by, {}, spec.staged};
      if (spec.changes[i].rows) errand.make = [version, rows = *spec.changes[i].rows, i] { return version(rows, i + 1); };
      errands.push_back(std::move(errand));
    }
    next_ += scenario::rows_of(spec);
  }
  std::ranges::stable_sort(errands, {}, &VoiErrand::at);
  return errands;
}

NationalFiles VoiFiles::national(const scenario::NationalSpec& spec) {
  const Days days = days_of({}, on_);
  NationalFiles files;
  files.fast_track = entries_of(*of_interest_, next_, spec.fast_track_rows, "", days);
  files.fast_track_csv = file_of(kNationalArea, files.fast_track);
  files.extract = [vehicles = of_interest_, from = next_, rows = spec.extract_rows, days](std::uint32_t issue) {
    return file_of(kNationalArea, entries_of(*vehicles, from, rows, fmt::format(", issue {}", issue), days));
  };
  next_ += spec.fast_track_rows;
  files.schengen = file_of(kNationalArea, entries_of(*of_interest_, next_, spec.schengen_rows, "", days));
  next_ += spec.schengen_rows;
  files.mmc = file_of(kNationalArea, entries_of(*of_interest_, next_, spec.mmc_rows, "", days));
  next_ += spec.mmc_rows;
  return files;
}

}  // namespace actors
