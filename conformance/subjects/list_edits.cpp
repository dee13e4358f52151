#include "conformance/subjects/list_edits.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace subjects {
namespace {

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -10'000;
  return value;
}

}  // namespace

std::string with_rows(std::string_view csv, const EditRow& edit) {
  std::string out;
  bool first = true;
  std::uint64_t row = 0;
  const auto trouble = lists::read_csv(csv, [&](const Cells& read) {
    Cells cells = read;
    const bool header = std::exchange(first, false) && cells.front() == "VRM";
    if (!header) edit(++row, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ',';
      lists::write_cell(out, cells[i]);
    }
    out += "\r\n";
  });
  return trouble ? std::string(csv) : out;
}

std::string& cell(Cells& cells, lists::Column column) {
  static thread_local std::string nowhere;
  const auto at = static_cast<std::size_t>(column - 1);
  return at < cells.size() ? cells[at] : nowhere;
}

EditRow setting(lists::Column column, std::string text, std::uint64_t n) {
  return [column, text = std::move(text), n](std::uint64_t row, Cells& cells) {
    if (row % n == 0) cell(cells, column) = text;
  };
}

std::string moved(std::string_view text, int days) {
  namespace chrono = std::chrono;
  if (text.size() != 10) return std::string(text);
  const chrono::year_month_day day{chrono::year{number(text.substr(6))}, chrono::month{static_cast<unsigned>(number(text.substr(3, 2)))},
                                   chrono::day{static_cast<unsigned>(number(text.substr(0, 2)))}};
  if (!day.ok()) return std::string(text);
  const chrono::year_month_day then{chrono::sys_days{day} + chrono::days{days}};
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(then.day()), static_cast<unsigned>(then.month()),
                     static_cast<int>(then.year()));
}

}  // namespace subjects
