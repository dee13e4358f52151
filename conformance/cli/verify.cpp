// verify: recomputes hashes and verdicts, and names what differs.
#include <algorithm>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/report_file.h"
#include "conformance/harness/verify.h"
#include "reference/domain/utf8.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShown = 20;

void add_options(po::options_description& options) {
  options.add_options()("evidence", po::value<std::string>()->value_name("EVIDENCE"),
                        "of a report: what it was judged from; evidence/ beside it where not given");
}

bool is_report(const fs::path& path) {
  std::error_code ignored;
  return path.extension() == ".json" || fs::exists(path / "report.json", ignored);
}

base::Result<harness::Verification> verify(const fs::path& path, const po::variables_map& given) {
  if (!is_report(path)) return harness::verify_pack(path);
  const auto json = read_report(path);
  if (!json) return tl::unexpected(json.error());
  const fs::path evidence = given.count("evidence") > 0 ? given["evidence"].as<std::string>() : "";
  return harness::verify_report({report_folder(path), *json, evidence}).map_error([&](const base::Error& error) {
    return error.kind->name.starts_with("report") ? found_in(path, error) : error;
  });
}

/// What a report or a pack holds is somebody else's text, and moves nobody's cursor.
void print_differences(const std::vector<harness::Difference>& differences, Console& console) {
  using domain::made_visible;
  for (std::size_t i = 0; i < std::min(differences.size(), kShown); ++i) {
    const harness::Difference& d = differences[i];
    console.out << fmt::format("differs      {}\n               recorded {}\n               found    {}\n", made_visible(d.where),
                               made_visible(d.recorded), made_visible(d.found));
  }
  if (differences.size() > kShown) console.out << fmt::format("             and {} more\n", differences.size() - kShown);
}

int print(const harness::Verification& v, Console& console) {
  for (const std::string& what : v.checked) console.out << fmt::format("checked      {}\n", domain::made_visible(what));
  for (const auto* unchecked : {&v.not_checked, &v.open}) {
    for (const std::string& what : *unchecked) console.out << fmt::format("not checked  {}\n", domain::made_visible(what));
  }
  print_differences(v.differences, console);
  if (!v.differences.empty()) {
    console.out << (v.differences.size() == 1 ? "\nOne thing differs.\n" : fmt::format("\n{} things differ.\n", v.differences.size()));
    console.err << "Next: it is not what was recorded; have it again from whoever wrote it, or judge its evidence again.\n";
    return kInvalid;
  }
  if (v.open.empty()) {
    console.out << "\nNothing differs.\n";
    return kConformant;
  }
  console.out << "\nNothing differs of what was checked; not all verdicts were.\n";
  console.err << "Next: name its whole evidence with --evidence, or run again what the report has commands for.\n";
  return kIncomplete;
}

int run_verify(const po::variables_map& given, Console& console) {
  const fs::path path = operand_of(given);
  if (given.count("evidence") > 0 && !is_report(path)) return wrong_usage(console, "verify", "--evidence is for a report");
  const auto verified = verify(path, given);
  if (!verified) return failed(console, verified.error());
  return print(*verified, console);
}

}  // namespace

const Command& verify_command() {
  static const Command command{
      "verify",
      "recompute hashes and verdicts, name what differs",
      "PACK|REPORT",
      Operand::kRequired,
      "Of an evidence pack it recomputes the hash of every file and reads the events to the end. Of a report (report.json, or its\n"
      "folder) it renders the other files again, adds the verdicts up again, and judges its evidence again. Exits 0 where nothing\n"
      "differs, 2 where nothing does and not all verdicts could be checked, 3 where something does, 65 where it cannot be read.",
      "plumbline verify out/cambridgeshire",
      add_options,
      run_verify,
  };
  return command;
}

}  // namespace cli
