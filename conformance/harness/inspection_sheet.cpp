#include "conformance/harness/inspection_sheet.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/read_text.h"
#include "conformance/harness/inspections.h"
#include "conformance/harness/printable.h"
#include "conformance/harness/small_file.h"
#include "reports/text.h"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSheetBytesMax = std::size_t{256} << 20;   // of a million things
constexpr std::string_view kFormat = "plumbline-inspection-sheet";

constexpr std::string_view kStyle = R"(<style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem}
ol{list-style:none;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
li{border:1px solid #8886;border-radius:.4rem;padding:.6rem}img{display:block;width:100%;image-rendering:auto;background:#8883}
b{font-variant-numeric:tabular-nums}small{display:block;overflow-wrap:anywhere;opacity:.75}.alias{font-size:1.3rem;overflow-wrap:anywhere}
</style>
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : reports::shown(printable(text))) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

/// What the read says of itself, for whoever looks at its images.
std::string told_by(const Specimen& specimen) {
  if (specimen.row != 0) return fmt::format("row {} of {}: columns 10, 16 and 9", specimen.row, specimen.list);
  const auto read = nlohmann::json::parse(specimen.read_text, nullptr, false);
  const auto text = [&](const char* field) {
    return read.is_object() && read.contains(field) && read[field].is_string() ? read[field].get<std::string>() : std::string("?");
  };
  return fmt::format("read {}: {} at {}", specimen.read_id, text("vrm"), text("time"));
}

/// Each line of a text in its own; where it is empty, that it is.
std::string lines_of(std::string_view text) {
  std::string html;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    html += fmt::format("<div>{}</div>", end == from ? "<i>(empty)</i>" : escaped(text.substr(from, end - from)));
    from = end + 1;
  }
  return html;
}

std::string item_of(const Specimen& specimen, std::size_t number) {
  const std::string shown =
      specimen.image.empty() ? fmt::format("<div class=\"alias\">{}</div>", lines_of(specimen.text))
                             : fmt::format("<img src=\"images/{}.jpg\" alt=\"{} {}\">", specimen.sha256, specimen.what, number);
  return fmt::format("<li><b>{}</b> {}{}<small>{}</small><small>{}</small></li>\n", number, specimen.what, shown,
                     escaped(told_by(specimen)), specimen.sha256.substr(0, 12));
}

std::string html_of(const Layout& layout) {
  std::string html = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n";
  html += fmt::format("<title>Inspection for {}</title>\n{}<h1>Inspection for {}</h1>\n", escaped(layout.requirement), kStyle,
                      escaped(layout.requirement));
  html +=
      fmt::format("<p><strong>{}</strong></p>\n<p>Does that hold for everything below? {} of {} seen in {}, drawn by seed {}.</p>\n<ol>\n",
                  criterion_of(layout.requirement), layout.sample.size(), layout.seen, escaped(layout.evidence), layout.seed);
  for (std::size_t i = 0; i < layout.sample.size(); ++i) html += item_of(layout.sample[i], i + 1);
  return html + "</ol></html>\n";
}

std::string json_of(const Layout& layout) {
  nlohmann::ordered_json sample = nlohmann::ordered_json::array();
  for (const Specimen& specimen : layout.sample) {
    nlohmann::ordered_json thing{{"sha256", specimen.sha256}, {"what", specimen.what}};
    if (specimen.row == 0) thing["read_id"] = printable(specimen.read_id);
    if (specimen.row != 0) thing.update({{"list", printable(specimen.list)}, {"row", specimen.row}});
    sample.push_back(std::move(thing));
  }
  const nlohmann::ordered_json json{{"format", kFormat},
                                    {"version", 1},
                                    {"requirement", layout.requirement},
                                    {"criterion", criterion_of(layout.requirement)},
                                    {"evidence", printable(layout.evidence)},
                                    {"seed", layout.seed},
                                    {"seen", layout.seen},
                                    {"sample", std::move(sample)}};
  return json.dump(2) + "\n";
}

base::Result<void> write(const fs::path& file, std::string_view content) {
  std::ofstream out(file, std::ios::binary);
  if (out << content << std::flush) return {};
  return base::fail(kSheetNotWritable, file.string());
}

base::Result<void> write_into(const fs::path& folder, const Layout& layout) {
  std::error_code fault;
  fs::create_directories(folder / "images", fault);
  if (fault) return base::fail(kSheetNotWritable, fmt::format("{}: {}", folder.string(), fault.message()));
  for (const Specimen& specimen : layout.sample) {
    if (specimen.image.empty()) continue;
    if (auto written = write(folder / "images" / (specimen.sha256 + ".jpg"), specimen.image.view()); !written) return written;
  }
  return write(folder / "sheet.html", html_of(layout)).and_then([&] { return write(folder / "sheet.json", json_of(layout)); });
}

/// What is wrong with a sheet that has the form of one; empty where nothing is.
std::string fault_of(const Sheet& sheet) {
  const std::string_view criterion = criterion_of(sheet.requirement);
  if (criterion.empty()) return fmt::format("found requirement '{}', which no person is asked to judge", sheet.requirement);
  if (sheet.criterion != criterion) return fmt::format("found another criterion than that of {}", sheet.requirement);
  if (sheet.sample.empty()) return "found an empty sample";
  for (const std::string& hash : sheet.sample) {
    if (!evidence::is_sha256(hash)) return fmt::format("found '{}', expected a SHA-256 in 64 lower-case hexadecimal digits", hash);
  }
  return {};
}

}  // namespace

base::Result<void> lay_out(const fs::path& folder, const Layout& layout) {
  std::error_code fault, ignored;
  const bool was_there = fs::exists(folder, fault);
  if (was_there && !fs::is_directory(folder, fault)) return base::fail(kSheetNotWritable, folder.string() + " is no folder");
  if (was_there && !fs::is_empty(folder, fault)) return base::fail(kSheetNotWritable, folder.string() + " is not empty");
  auto written = write_into(folder, layout);
  if (written) return written;
  for (const char* made : {"images", "sheet.html", "sheet.json"}) fs::remove_all(folder / made, ignored);
  if (!was_there) fs::remove(folder, ignored);
  return written;
}

base::Result<Sheet> read_sheet(const fs::path& folder) {
  const fs::path file = folder / "sheet.json";
  const auto text = read_small_file(file, kSheetBytesMax, kSheetUnreadable);
  if (!text) return tl::unexpected(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  try {
    if (json.at("format") != kFormat || json.at("version") != 1) throw nlohmann::json::other_error::create(0, "another format", &json);
    Sheet sheet{json.at("requirement").get<std::string>(), json.at("criterion").get<std::string>(), {}};
    for (const auto& thing : json.at("sample")) sheet.sample.push_back(thing.at("sha256").get<std::string>());
    if (const std::string wrong = fault_of(sheet); !wrong.empty())
      return base::fail(kSheetUnreadable, fmt::format("{}: {}", file.string(), wrong));
    return sheet;
  } catch (const nlohmann::json::exception&) {
    return base::fail(kSheetUnreadable, file.string() + " is not as it was written");
  }
}

}  // namespace harness
