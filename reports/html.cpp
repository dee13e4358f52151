// The page: templates, style and script of this room, filled with one report.
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

/// The policy in the page's head lets exactly this style and this script stand: whatever else a text might bring is inert twice over.
void add_parts_of_ours(view::Data& page) {
  page.set("style", std::string(page_style()));
  page.set("script", std::string(page_script()));
  page.set("style_hash", base64_of_hex(base::sha256_hex(page_style())));
  page.set("script_hash", base64_of_hex(base::sha256_hex(page_script())));
  page.set("masthead_part", std::string(masthead_template()));
  page.set("shortfalls_part", std::string(shortfalls_template()));
  page.set("timing_part", std::string(timing_template()));
  page.set("findings_part", std::string(findings_template()));
  page.set("requirements_part", std::string(requirements_template()));
  page.set("readings_part", std::string(readings_template()));
  page.set("identity_part", std::string(identity_template()));
}

}  // namespace

base::Result<std::string> render_html(std::string_view report_json) {
  auto report = read_document(report_json);
  if (!report) return tl::unexpected(report.error());
  view::Data page;
  add_parts_of_ours(page);
  view::add_masthead(*report, page);
  view::add_shortfalls(*report, page);
  view::add_timing(*report, page);
  view::add_findings(*report, page);
  view::add_requirements(*report, page);
  view::add_readings(*report, page);
  view::add_identity(*report, page);
  kainjow::mustache::mustache page_of{std::string(page_template())};
  std::string html = page_of.render(page);
  PLUMB_CHECK(page_of.is_valid(), "the page's templates are well formed: " + page_of.error_message());
  return html;
}

}  // namespace reports
