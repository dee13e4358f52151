// report render: the faces of a report.json, made again.
#include <fstream>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/report_file.h"
#include "conformance/harness/output_folder.h"
#include "reports/report.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

void add_options(po::options_description& options) {
  options.add_options()("out", po::value<std::string>()->value_name("DIR"), "where they go; the report's own folder where not given");
}

constexpr base::ErrorKind kFacesThere{"faces_there", "house", "an --out folder without another report's report.html and junit.xml", 1};

/// Whole, or what was there before: a reader never meets half a page. A `.partial` that is there is taken away first, for a link of
/// that name leads who knows where.
base::Result<bool> replace(const fs::path& file, const std::string& content) {
  const fs::path partial = file.string() + ".partial";
  std::error_code none;
  fs::remove(partial, none);
  std::ofstream out(partial, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  std::error_code error;
  if (out) fs::rename(partial, file, error);
  if (out && !error) return true;
  std::error_code ignored;
  fs::remove(partial, ignored);
  return base::fail(harness::kOutputNotWritable, file.string());
}

bool holds(const fs::path& file, const std::string& content) {
  const auto there = read_report(file);   // as large as a report's faces may be
  return there && *there == content;
}

struct Faces {
  std::string html, junit;
};

/// A folder that holds another report keeps its faces: they would show what its report.json does not say. So does one that holds the
/// faces of a report that is not there.
base::Result<bool> open_folder(const fs::path& folder, const std::string& json, const Faces& faces) {
  std::error_code error, ignored;
  fs::create_directories(folder, error);
  if (error) return base::fail(harness::kOutputNotWritable, fmt::format("{}: {}", folder.string(), error.message()));
  const auto is_there = [&](const char* name) { return fs::exists(fs::symlink_status(folder / name, ignored)); };
  if (is_there("report.json")) {
    if (holds(folder / "report.json", json)) return true;
    return base::fail(kFacesThere, fmt::format("{} holds another report", folder.string()));
  }
  for (const auto& [name, content] : {std::pair("report.html", &faces.html), std::pair("junit.xml", &faces.junit)}) {
    if (is_there(name) && !holds(folder / name, *content))
      return base::fail(kFacesThere, fmt::format("{} is there, and without its report.json", (folder / name).string()));
  }
  return true;
}

base::Result<std::vector<fs::path>> render(const fs::path& report, const fs::path& folder) {
  const auto json = read_report(report);
  if (!json) return tl::unexpected(json.error());
  const auto html = reports::render_html(*json);
  if (!html) return tl::unexpected(found_in(report, html.error()));
  const auto junit = reports::render_junit(*json);
  if (!junit) return tl::unexpected(found_in(report, junit.error()));
  const auto written = open_folder(folder, *json, {*html, *junit})
                           .and_then([&](bool) { return replace(folder / "report.html", *html); })
                           .and_then([&](bool) { return replace(folder / "junit.xml", *junit); });
  if (!written) return tl::unexpected(written.error());
  return std::vector<fs::path>{folder / "report.html", folder / "junit.xml"};
}

int run_report(const po::variables_map& given, Console& console) {
  const auto operands = operands_of(given);
  if (operands[0] != "render") return wrong_usage(console, "report", fmt::format("report can render; found '{}'", operands[0]));
  const fs::path report = operands[1];
  const fs::path folder = given.count("out") > 0 ? fs::path(given["out"].as<std::string>()) : report_folder(report);
  const auto files = render(report, folder);
  if (!files) return failed(console, files.error());
  for (const fs::path& file : *files) console.out << file.string() << "\n";
  return 0;
}

}  // namespace

const Command& report_command() {
  static const Command command{
      "report",
      "make report.html and junit.xml again from a report.json",
      "render REPORT",
      Operand::kTwo,
      "Makes report.html and junit.xml from a report.json, or from that of a folder: byte for byte what the run wrote, where this\n"
      "Plumbline is the one that ran. A folder that holds another report, or its report.html or junit.xml, is refused.",
      "plumbline report render out/cambridgeshire/report.json --out out/again",
      add_options,
      run_report,
  };
  return command;
}

}  // namespace cli
