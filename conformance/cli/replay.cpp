// replay: feeds a record of a component's doors to a new component, and compares what it does.
#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/plain_file.h"
#include "conformance/cli/recorded_component.h"
#include "reference/doors/replayer.h"
#include "reference/domain/utf8.h"
#include "reports/text.h"

namespace cli {
namespace {

inline constexpr base::ErrorKind kRecordUnreadable{"record_unreadable", "house", "a record that can be read", 1};

void add_options(po::options_description&) {}

/// What came of it, as lines; the exit code.
int print(const doors::Replay& replayed, const doors::RecordHeader& header, Console& console) {
  console.out << fmt::format("{}: {} calls in, {} calls out replayed\n", header.component, reports::thousands(replayed.calls_in),
                             reports::thousands(replayed.calls_out));
  if (replayed.cut_short) console.out << "the record has no end: it was replayed as far as it goes\n";
  if (!replayed.divergence) {
    console.out << (replayed.cut_short ? "identical as far as it goes\n" : "identical\n");
    if (!replayed.cut_short) return 0;
    console.err << "Next: record the run again to its end; what came behind the cut is not known.\n";
    return kIncomplete;
  }
  const doors::Divergence& divergence = *replayed.divergence;
  console.out << fmt::format("first divergence, at call {}:\n  recorded  {}\n  now       {}\n", reports::thousands(divergence.call),
                             domain::made_visible(divergence.expected), domain::made_visible(divergence.got));
  console.err << "Next: the build that made the record gives identical; what has changed since stands at that call.\n";
  return kNonConformant;
}

int run_replay(const po::variables_map& given, Console& console) {
  const std::string file = operand_of(given);
  auto record = open_plain(file, kRecordUnreadable);
  if (!record) return failed(console, record.error());
  const auto header = doors::read_record_header(*record);
  if (!header) return failed(console, found_in_file(file, header.error()));
  const auto factory = recorded_component(*header);
  if (!factory) return failed(console, found_in_file(file, factory.error()));
  const auto replayed = doors::replay(*record, *factory);
  if (!replayed) return failed(console, found_in_file(file, replayed.error()));
  return print(*replayed, *header, console);
}

}  // namespace

const Command& replay_command() {
  static const Command command{
      "replay",
      "run a recorded component again, bit for bit",
      "RECORD",
      Operand::kRequired,
      "Feeds what was recorded at a component's doors (`plumbline simulate --record-nas FILE`) to a new one, and compares every\n"
      "call it makes with the record. Prints `identical`, or the first divergence and exits 1. Exits 2 where the record has no end\n"
      "and is identical as far as it goes.",
      "plumbline replay nas.record",
      add_options,
      run_replay,
  };
  return command;
}

}  // namespace cli
