// purge: deletes field evidence and keeps the report.
#include <chrono>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/evidence/purge.h"
#include "reports/text.h"

namespace cli {
namespace {

void add_options(po::options_description&) {}

base::Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(since).count()};
}

int run_purge(const po::variables_map& given, Console& console) {
  const auto purged = evidence::purge(operand_of(given), now());
  if (!purged) return failed(console, purged.error());
  if (purged->files == 0)
    console.out << fmt::format("Nothing was there to delete; {} says what was.\n", purged->note.string());
  else
    console.out << fmt::format("{} files deleted, {} bytes; {} says so\n", reports::thousands(purged->files),
                               reports::thousands(purged->bytes), purged->note.string());
  console.out << "Reports are kept; their findings quote the reads that they are about.\n";
  return 0;
}

}  // namespace

const Command& purge_command() {
  static const Command command{
      "purge",
      "delete the evidence of a pack, keep its report",
      "PACK",
      Operand::kRequired,
      "Deletes the events, images and lists of an evidence pack, or of the pack in a report's folder; of a .zip the file. The manifest,\n"
      "which holds hashes alone, and every report stay; purged.json says what was deleted and when, and a second purge adds to it.\n"
      "Other files that no manifest lists are left alone, and nothing is deleted where the pack, the report's folder\n"
      "or evidence is a symbolic link. There is no way back.",
      "plumbline purge out/cambridgeshire",
      add_options,
      run_purge,
  };
  return command;
}

}  // namespace cli
