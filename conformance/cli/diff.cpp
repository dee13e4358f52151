// diff: what one report says that another did not.
#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/report_file.h"
#include "reports/diff.h"
#include "reports/document.h"

namespace cli {
namespace {

void add_options(po::options_description& options) { options.add_options()("json", "as JSON, for programs"); }

base::Result<nlohmann::json> document_of(const std::string& path) {
  auto text = read_report(path);
  if (!text) return tl::unexpected(text.error());
  auto document = reports::read_document(*text);
  if (!document) return tl::unexpected(found_in(path, document.error()));
  return document;
}

int exit_code_of(reports::Comparison result) {
  return result == reports::Comparison::kSame ? 0 : result == reports::Comparison::kWorse ? 1 : 2;
}

int run_diff(const po::variables_map& given, Console& console) {
  const auto operands = operands_of(given);
  const auto a = document_of(operands[0]);
  if (!a) return failed(console, a.error());
  const auto b = document_of(operands[1]);
  if (!b) return failed(console, b.error());
  const reports::Diff diff = reports::compare(*a, *b);
  console.out << (given.count("json") > 0 ? diff.document.dump(2) + "\n" : reports::diff_text(diff));
  if (diff.result != reports::Comparison::kSame) {
    console.err << fmt::format("Next: report.html in {} shows each requirement with its findings.\n",
                               report_folder(operands[1]).string());
  }
  return exit_code_of(diff.result);
}

}  // namespace

const Command& diff_command() {
  static const Command command{
      "diff",
      "compare two reports",
      "A B",
      Operand::kTwo,
      "Compares two reports, by file or by folder: first what makes the comparison questionable (another suite, specification,\n"
      "profile, scenario or seed), then the requirements whose status or verdict changed, worse first, then counts and times.\n"
      "Exits 0 for the same verdicts, 1 where something got worse, 2 where something changed otherwise, 65 where a report cannot\n"
      "be read.",
      "plumbline diff out/monday out/tuesday",
      add_options,
      run_diff,
  };
  return command;
}

}  // namespace cli
