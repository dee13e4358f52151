// inspect: lays out what a person has to look at, and records what they say of it.
#include <chrono>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/run_options.h"
#include "conformance/evidence/pack.h"
#include "conformance/harness/inspection_sheet.h"
#include "conformance/harness/inspections.h"
#include "reference/domain/utf8.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSampleMax = 1'000'000;
constexpr std::string_view kRecord = "inspections.ndjson";

void add_options(po::options_description& options) {
  options.add_options()
      ("requirement", po::value<std::string>()->value_name("ID")->default_value("2.2.4-i"), "what is inspected: 2.2.4-i, 2.3-e or 5-p")
      ("count", po::value<std::string>()->value_name("N")->default_value("60"), "how many things are laid out")
      ("seed", po::value<std::string>()->value_name("N")->default_value("1"), "draws the sample")
      ("out", po::value<std::string>()->value_name("DIR"), "where it is laid out")
      ("inspector", po::value<std::string>()->value_name("NAME"), "who looked at a folder that was laid out")
      ("result", po::value<std::string>()->value_name("pass|fail"), "what they say of it");
}

base::Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(since).count()};
}

/// Adds a line whole, or not at all.
base::Result<void> append(const fs::path& file, const std::string& line) {
  std::error_code ignored;
  const bool was_there = fs::exists(file, ignored);
  if (was_there && !fs::is_regular_file(file, ignored))
    return base::fail(harness::kInspectionNotWritten, file.string() + ": found no plain file");
  const std::uintmax_t before = was_there ? fs::file_size(file, ignored) : 0;
  std::ofstream out(file, std::ios::binary | std::ios::app);
  if (out << line << std::flush) return {};
  out.close();
  if (was_there) fs::resize_file(file, before, ignored);
  else fs::remove(file, ignored);
  return base::fail(harness::kInspectionNotWritten, file.string());
}

/// A pack, or the folder of a report with its pack.
fs::path pack_in(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "manifest.json", ignored) ? folder : folder / "evidence";
}

int lay_out(const fs::path& evidence, const po::variables_map& given, Console& console) {
  harness::Layout layout;
  layout.requirement = given["requirement"].as<std::string>();
  layout.evidence = evidence.string();
  const auto seed = whole_number(given["seed"].as<std::string>(), 0, kSeedMax);
  if (!seed) return wrong_usage(console, "inspect", fmt::format("--seed takes a whole number from 0 to {}", kSeedMax));
  const auto count = whole_number(given["count"].as<std::string>(), 1, kSampleMax);
  if (!count) return wrong_usage(console, "inspect", fmt::format("--count takes a whole number from 1 to {}", kSampleMax));
  layout.seed = *seed;
  if (harness::criterion_of(layout.requirement).empty())
    return wrong_usage(console, "inspect", "--requirement takes 2.2.4-i, 2.3-e or 5-p; the others are judged without a person");
  if (given.count("out") == 0) return wrong_usage(console, "inspect", "--out says where the sample is laid out");
  harness::Sampler sampler(layout.requirement, static_cast<std::size_t>(*count), layout.seed);
  if (const auto read = evidence::read_pack(pack_in(evidence), sampler); !read) return failed(console, read.error());
  layout.sample = sampler.sample();
  layout.seen = sampler.seen();
  if (layout.sample.empty())
    return failed(console, base::Error(evidence::kPackUnreadable,
                                       fmt::format("{} holds nothing to look at for {}", evidence.string(), layout.requirement)));
  const fs::path out = given["out"].as<std::string>();
  if (const auto laid = harness::lay_out(out, layout); !laid) return failed(console, laid.error());
  console.out << fmt::format("{}\n\n{}\n{} of {} seen, numbered from 1.\n\nNext: look at it, then\n"
                             "  plumbline inspect {} --inspector NAME --result pass|fail\n",
                             (out / "sheet.html").string(), harness::criterion_of(layout.requirement), layout.sample.size(), layout.seen,
                             out.string());
  return 0;
}

int record(const fs::path& folder, const po::variables_map& given, Console& console) {
  const auto sheet = harness::read_sheet(folder);
  if (!sheet) return failed(console, sheet.error());
  const std::string result = given.count("result") > 0 ? given["result"].as<std::string>() : "";
  const std::string inspector = given.count("inspector") > 0 ? given["inspector"].as<std::string>() : "";
  if (inspector.empty()) return wrong_usage(console, "inspect", "--inspector says who looked at it");
  if (result != "pass" && result != "fail") return wrong_usage(console, "inspect", "--result takes pass or fail");
  if (!domain::is_utf8(inspector)) return wrong_usage(console, "inspect", "--inspector takes a name in UTF-8");
  const harness::Inspection inspection{now(), sheet->requirement, sheet->sample, sheet->criterion, result == "pass", inspector};
  const fs::path file = folder / kRecord;
  if (const auto written = append(file, harness::line_of(inspection)); !written) return failed(console, written.error());
  console.out << fmt::format("{}: {} of {} by {}, {} things\n\n"
                             "Next: plumbline accredit SCENARIO --inspections {}, where the evidence is of a run,\n"
                             "      plumbline judge EVIDENCE --inspections {}, where it was handed in\n",
                             file.string(), result, sheet->requirement, domain::made_visible(inspector), sheet->sample.size(),
                             file.string(), file.string());
  return 0;
}

int run_inspect(const po::variables_map& given, Console& console) {
  const fs::path folder = operand_of(given);
  std::error_code ignored;
  if (fs::exists(folder / "sheet.json", ignored)) return record(folder, given, console);
  return lay_out(folder, given, console);
}

}  // namespace

const Command& inspect_command() {
  static const Command command{
      "inspect",
      "lay out what a person has to look at, and record what they say",
      "FOLDER",
      Operand::kRequired,
      "Of an evidence pack, or a report's folder with its pack, it lays out a sample as sheet.html. Of a folder that was laid out it\n"
      "records an inspector's word in inspections.ndjson, which `accredit` and `judge` take up as evidence with --inspections.",
      "plumbline inspect out/static --requirement 2.2.4-i --out out/look && plumbline inspect out/look --inspector 'A. Marsh' --result "
      "pass",
      add_options,
      run_inspect,
  };
  return command;
}

}  // namespace cli
