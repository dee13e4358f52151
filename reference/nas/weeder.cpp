#include "reference/nas/weeder.h"

#include <charconv>

#include <fmt/format.h>

#include "reference/nas/answer.h"
#include "reference/nas/national.h"
#include "reference/nas/tags.h"

namespace nas {
namespace {

constexpr std::uint32_t kPartsLookedAtOnce = 4'096;

}  // namespace

base::Instant midnight_before(base::Instant at) {
  constexpr std::int64_t kDay = base::hours(24).ns;
  const std::int64_t into = at.ns % kDay;
  return {at.ns - (into < 0 ? into + kDay : into)};
}

void Weeder::arm(base::Now now) { doors_.timers.arm(kMidnightTimer, midnight_before(now.wall) + base::hours(24) - now.wall); }

void Weeder::on_midnight(base::Now now) {
  arm(now);
  shelf_.weed(midnight_before(now.wall));
  for (const std::string& file : shelf_.files_in_force()) look_at(now, file);
}

void Weeder::look_at(base::Now now, const std::string& file) {
  const Manifest* manifest = shelf_.in_force(file);
  if (manifest != nullptr) due_.push_back({file, manifest->upload, midnight_before(now.wall), 0});
}

/// Null where the version is in force no more.
const lists::PartDirectory* Weeder::parts_of(const Due& due) const {
  const Manifest* manifest = shelf_.in_force(due.file);
  return manifest != nullptr && manifest->upload == due.upload ? shelf_.index().parts_of(due.file) : nullptr;
}

void Weeder::work() {
  if (!has_work()) return;
  Due& due = due_.front();
  const lists::PartDirectory* parts = parts_of(due);
  const std::uint32_t count = parts == nullptr ? 0 : parts->parts();
  for (std::uint32_t looked = 0; due.part < count; ++due.part) {
    if (looked++ == kPartsLookedAtOnce) return;
    if (!parts->has_weeded(due.part, due.midnight)) continue;
    reading_ = tags_.query();
    doors_.store.open(*reading_, {doors::Table::kListParts, part_key(due.upload, due.part)});
    return doors_.store.next(*reading_, 1);
  }
  due_.pop_front();
}

bool Weeder::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) {
  if (reading_ != tag) return false;
  doors_.store.close(tag);
  reading_.reset();
  Due& due = due_.front();
  const lists::PartDirectory* parts = parts_of(due);
  if (parts != nullptr && !rows.empty()) {
    std::vector<std::uint32_t> weeded;
    lists::read_part(rows.front().content.text.view(), parts->place(due.part), rules_of(due.file), [](std::uint32_t) { return true; },
                     [&](const domain::VoiEntry& entry) {
                       if (entry.weeded_at == due.midnight) weeded.push_back(entry.row);
                     });
    if (!weeded.empty()) note(due, weeded);
  }
  ++due.part;
  return true;
}

// Text: the file name, and a row number a line. No file name holds a line end.
void Weeder::note(const Due& due, const std::vector<std::uint32_t>& rows) {
  std::string text = due.file;
  for (const std::uint32_t row : rows) text += fmt::format("\n{}", row);
  const std::string key = fmt::format("{}/{:x}/{:08x}", due.upload, static_cast<std::uint64_t>(due.midnight.ns), due.part);
  chores_.add_once({doors::Table::kWeeded, key, content_of(std::move(text))});
}

std::optional<Weeded> weeded_of(const doors::Row& row) {
  if (row.table != doors::Table::kWeeded) return std::nullopt;
  std::string_view rest = row.content.text.view();
  const auto line = [&rest] {
    const std::size_t end = rest.find('\n');
    const std::string_view found = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return found;
  };
  Weeded weeded{std::string(line()), {}};
  while (!rest.empty()) {
    const std::string_view digits = line();
    std::uint32_t number = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec != std::errc{}) return std::nullopt;
    weeded.rows.push_back(number);
  }
  return weeded;
}

}  // namespace nas
