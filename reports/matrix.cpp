#include "reports/matrix.h"

#include <algorithm>

#include <fmt/format.h>

namespace reports {
namespace {

constexpr double kCell = 20, kNames = 210, kHead = 62, kBehind = 40;
constexpr std::size_t kNameLettersMax = 30;   // of ids that are longer the beginning is enough: the table below has them whole

std::size_t column_of(std::vector<std::string>& columns, const std::string& id) {
  const auto at = std::find(columns.begin(), columns.end(), id);
  if (at != columns.end()) return static_cast<std::size_t>(at - columns.begin());
  columns.push_back(id);
  return columns.size() - 1;
}

/// As many bytes of UTF-8 as make whole characters.
std::string shortened(const std::string& text) {
  if (text.size() <= kNameLettersMax) return text;
  std::size_t end = kNameLettersMax - 1;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

double x_of(std::size_t column) { return kNames + kCell * (static_cast<double>(column) + 0.5); }
double y_of(std::size_t row) { return kHead + kCell * (static_cast<double>(row) + 0.5); }

std::string mark_of(bool killed, double x, double y) {
  if (killed) return fmt::format(R"(<rect class="killed" x="{:.1f}" y="{:.1f}" width="11" height="11"/>)", x - 5.5, y - 5.5);
  return fmt::format(R"(<path class="survived" d="M{:.1f} {:.1f}l7 7l-7 7l-7-7z"/>)", x, y - 7);
}

std::string rows_of(const std::vector<Mutant>& mutants, std::vector<std::string>& columns) {
  std::string svg;
  for (std::size_t row = 0; row < mutants.size(); ++row) {
    const Mutant& mutant = mutants[row];
    const double y = y_of(row);
    svg += fmt::format(R"(<text class="{}" x="{:.0f}" y="{:.1f}" text-anchor="end">{}</text>)", mutant.killed ? "name" : "name survivor",
                       kNames - 10, y + 4, escaped(shortened(mutant.id)));
    svg += mark_of(mutant.killed, x_of(column_of(columns, mutant.requirement)), y);
    for (const std::string& id : mutant.consequences) {
      svg += fmt::format(R"(<circle class="also" cx="{:.1f}" cy="{:.1f}" r="3.5"/>)", x_of(column_of(columns, id)), y);
    }
  }
  return svg;
}

std::string head_of(const std::vector<std::string>& columns, std::size_t rows) {
  std::string svg;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const double x = x_of(column);
    svg += fmt::format(R"(<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y1="{1:.1f}" y2="{2:.1f}"/>)", x, kHead, y_of(rows) - kCell / 2);
    svg += fmt::format(R"svg(<text class="name" transform="translate({:.1f} {:.1f}) rotate(-55)">{}</text>)svg", x + 2, kHead - 6,
                       escaped(shortened(columns[column])));
  }
  return svg;
}

std::string lines_of(std::size_t rows, double right) {
  std::string svg;
  for (std::size_t row = 0; row < rows; ++row) {
    svg += fmt::format(R"(<line class="grid" x1="{0:.0f}" x2="{1:.1f}" y1="{2:.1f}" y2="{2:.1f}"/>)", kNames, right, y_of(row));
  }
  return svg;
}

}  // namespace

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string kill_matrix_svg(const std::vector<Mutant>& mutants, const std::string& labelled_by) {
  if (mutants.empty()) return {};
  std::vector<std::string> columns;
  const std::string rows = rows_of(mutants, columns);
  const double right = x_of(columns.size() - 1) + kCell / 2;
  const double height = y_of(mutants.size()) - kCell / 2 + 4;
  return fmt::format(R"(<svg class="matrix" viewBox="0 0 {0:.0f} {1:.0f}" width="{0:.0f}" height="{1:.0f}" role="img" )", right + kBehind,
                     height) +
         fmt::format(R"(aria-labelledby="{}">)", labelled_by) +
         head_of(columns, mutants.size()) + lines_of(mutants.size(), right) + rows + "</svg>";
}

}  // namespace reports
