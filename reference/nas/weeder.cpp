#include "reference/nas/weeder.h"

#include <charconv>

#include <fmt/format.h>

#include "reference/nas/answer.h"
#include "reference/nas/tags.h"

namespace nas {

base::Instant midnight_before(base::Instant at) {
  constexpr std::int64_t kDay = base::hours(24).ns;
  const std::int64_t into = at.ns % kDay;
  return {at.ns - (into < 0 ? into + kDay : into)};
}

void Weeder::arm(base::Now now) { timers_.arm(kMidnightTimer, midnight_before(now.wall) + base::hours(24) - now.wall); }

void Weeder::on_midnight(base::Now now) {
  arm(now);
  shelf_.weed(midnight_before(now.wall));
  for (const std::string& file : shelf_.files_in_force()) look_at(now, file);
}

void Weeder::look_at(base::Now now, const std::string& file) {
  const Manifest* manifest = shelf_.in_force(file);
  if (manifest != nullptr) due_.push_back({file, manifest->upload, midnight_before(now.wall), 0});
}

void Weeder::work() {
  if (due_.empty()) return;
  Due& due = due_.front();
  const Manifest* manifest = shelf_.in_force(due.file);
  const lists::EntrySource* source = shelf_.index().source_of(due.file);
  bool more = false;
  if (manifest != nullptr && manifest->upload == due.upload && source != nullptr) {
    const std::size_t place = due.place;
    std::vector<std::uint32_t> rows;
    more = source->weeded_at(due.midnight, due.place, rows);
    if (!rows.empty()) note(due, place, rows);
  }
  if (!more) due_.pop_front();
}

// Text: the file name, and a row number a line. No file name holds a line end.
void Weeder::note(const Due& due, std::size_t place, const std::vector<std::uint32_t>& rows) {
  std::string text = due.file;
  for (const std::uint32_t row : rows) text += fmt::format("\n{}", row);
  const std::string key = fmt::format("{}/{:x}/{:08x}", due.upload, static_cast<std::uint64_t>(due.midnight.ns), place);
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
