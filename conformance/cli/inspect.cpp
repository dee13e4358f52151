// inspect: lays out what a person has to look at, and records what they say of it.
#include <chrono>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/evidence/pack.h"
#include "conformance/harness/inspection_sheet.h"
#include "conformance/harness/inspections.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSample = 60;
constexpr std::string_view kRecord = "inspections.ndjson";

void add_options(po::options_description& options) {
  options.add_options()
      ("requirement", po::value<std::string>()->value_name("ID")->default_value("2.2.4-i"), "what is inspected: 2.2.4-i, 2.3-e or 5-p")
      ("count", po::value<std::size_t>()->value_name("N")->default_value(kSample), "how many things are laid out")
      ("seed", po::value<std::uint64_t>()->value_name("N")->default_value(1), "draws the sample")
      ("out", po::value<std::string>()->value_name("DIR"), "where it is laid out")
      ("inspector", po::value<std::string>()->value_name("NAME"), "who looked at a folder that was laid out")
      ("result", po::value<std::string>()->value_name("pass|fail"), "what they say of it");
}

base::Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(since).count()};
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
  layout.seed = given["seed"].as<std::uint64_t>();
  if (harness::criterion_of(layout.requirement).empty())
    return wrong_usage(console, "inspect", "--requirement takes 2.2.4-i, 2.3-e or 5-p; the others are judged without a person");
  if (given.count("out") == 0) return wrong_usage(console, "inspect", "--out says where the sample is laid out");
  harness::Sampler sampler(layout.requirement, given["count"].as<std::size_t>(), layout.seed);
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
  const harness::Inspection inspection{now(), sheet->requirement, sheet->sample, sheet->criterion, result == "pass", inspector};
  const fs::path file = folder / kRecord;
  std::ofstream out(file, std::ios::binary | std::ios::app);
  if (!(out << harness::line_of(inspection) << std::flush))
    return failed(console, base::Error(harness::kSheetNotWritable, file.string()));
  console.out << fmt::format("{}: {} of {} by {}, {} things\n\nNext: plumbline accredit SCENARIO --inspections {}\n", file.string(), result,
                             sheet->requirement, inspector, sheet->sample.size(), file.string());
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
      "records an inspector's word in inspections.ndjson, which `accredit --inspections` takes up as evidence.",
      "plumbline inspect out/static --requirement 2.2.4-i --out out/look && plumbline inspect out/look --inspector 'A. Marsh' --result "
      "pass",
      add_options,
      run_inspect,
  };
  return command;
}

}  // namespace cli
