// The page: templates, style and script of this room, filled with one report.
#include <array>

#include <fmt/format.h>

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "reports/document.h"
#include "reports/embedded.h"
#include "reports/report.h"
#include "reports/view.h"

namespace reports {
namespace {

/// Hexadecimal digits as base64, which is how a content security policy names what it lets run.
std::string base64_of_hex(std::string_view hex) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string out;
  unsigned bits = 0, held = 0;
  for (const char c : hex) {
    bits = bits << 4 | nibble(c);
    held += 4;
    if (held >= 6) {
      held -= 6;
      out += kDigits[bits >> held & 63];
    }
  }
  if (held > 0) out += kDigits[bits << (6 - held) & 63];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

/// A part of the page: its template, and what fills it.
struct Part {
  std::string_view name;
  std::string_view (*page_part)();
  void (*fill)(const view::Json& report, view::Data& page);
};
constexpr std::array kParts{
    Part{"masthead", masthead_template, view::add_masthead},
    Part{"shortfalls", shortfalls_template, view::add_shortfalls},
    Part{"requirements", requirements_template, view::add_requirements},
    Part{"findings", findings_template, view::add_findings},
    Part{"timing", timing_template, view::add_timing},
    Part{"sites", sites_template, view::add_sites},
    Part{"suite", suite_template, view::add_suite},
    Part{"calibration", calibration_template, view::add_calibration},
    Part{"readings", readings_template, view::add_readings},
    Part{"populations", populations_template, view::add_populations},
    Part{"identity", identity_template, view::add_identity},
};

/// The policy in the page's head lets exactly this style and this script stand: whatever else a text might bring is inert twice over.
void add_parts_of_ours(view::Data& page) {
  page.set("style", std::string(page_style()));
  page.set("script", std::string(page_script()));
  page.set("style_hash", base64_of_hex(base::sha256_hex(page_style())));
  page.set("script_hash", base64_of_hex(base::sha256_hex(page_script())));
  for (const Part& part : kParts) page.set(std::string(part.name) + "_part", std::string(part.page_part()));
}

}  // namespace

base::Result<std::string> render_html(std::string_view report_json) {
  auto report = read_document(report_json);
  if (!report) return tl::unexpected(report.error());
  view::Data page;
  add_parts_of_ours(page);
  for (const Part& part : kParts) part.fill(*report, page);
  kainjow::mustache::mustache page_of{std::string(page_template())};
  std::string html = page_of.render(page);
  PLUMB_CHECK(page_of.is_valid(), "the page's templates are well formed: " + page_of.error_message());
  return html;
}

}  // namespace reports
