// What is said when something went wrong, and what to do next.
#include <array>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "reference/domain/utf8.h"

namespace cli {
namespace {

/// By the name of the error's kind. What is not here concerns a file that was handed in.
struct Advice {
  std::string_view kind;
  ExitCode code;
  std::string_view next;
};
constexpr std::array kAdvice{
    Advice{"profile_unknown", kUsage, "name one of these, or leave --profile out."},
    Advice{"role_unknown", kUsage, "name the role that the evidence is of, as docs/evidence-pack.md lists them."},
    Advice{"claim_unknown", kUsage, "name claims as docs/judging.md lists them, or none."},
    Advice{"evidence_unknown", kUnreadableInput, "docs/evidence-pack.md says what can be handed in, and how it is named."},
    Advice{"pack_unreadable", kUnreadableInput, "mend it at the place named; docs/evidence-pack.md says what stands there."},
    Advice{"pack_contradicts_itself", kInvalid, "nothing was judged: have the evidence written again, whole, by whoever gathered it."},
    Advice{"pack_not_purged", kUsage, "delete it by hand, or name a pack that you may write to; `plumbline purge` may be run again."},
    Advice{"trace_unfit", kUsage, "name a scenario file, an evidence pack, or a report's folder that has its pack in evidence/."},
    Advice{"read_unknown", kUnreadableInput,
           "findings in a report name their reads; a read of a sampled pack can be traced by its scenario."},
    Advice{"nothing_selected", kNothingSelected, "`plumbline requirements` lists every clause and id, and which have a case."},
    Advice{"output_not_empty", kUsage,
           "name another folder, or add --force to replace the report in it (other files there are left alone)."},
    Advice{"output_not_writable", kUsage, "name a folder you may write to, on a disk with room."},
    Advice{"output_over_evidence", kUsage, "name another folder: evidence is kept as it is, --force or not."},
    Advice{"pack_not_writable", kUsage, "name a folder you may write to, on a disk with room, or keep no evidence with --evidence none."},
    Advice{"record_not_written", kUsage, "name a file you may write to, on a disk with room."},
    Advice{"record_exists", kUsage, "name another file, or add --force to replace a record that is there."},
    Advice{"record_empty", kUnreadableInput, "make a record with `plumbline simulate SCENARIO --record-nas FILE`."},
    Advice{"faces_there", kUsage, "name another folder with --out, or take away the files named."},
    Advice{"sheet_not_writable", kUsage, "name a folder that is empty or not there, on a disk with room."},
    Advice{"inspection_not_written", kUsage, "name a folder you may write to, on a disk with room."},
    Advice{"sheet_unreadable", kUnreadableInput, "lay the sample out again with `plumbline inspect EVIDENCE --out DIR`."},
    Advice{"inspections_unreadable", kUnreadableInput, "name the inspections.ndjson of a folder that `plumbline inspect` laid out."},
    Advice{"record_holds_no_values", kUsage, "record with --wire bytes, so that every read has bytes."},
    Advice{"record_void", kUnreadableInput, "record again with --wire bytes, so that every read has bytes."},
    Advice{"not_a_record", kUnreadableInput, "make a record with `plumbline simulate SCENARIO --record-nas FILE`."},
    Advice{"record_unreadable", kUnreadableInput, "make a record with `plumbline simulate SCENARIO --record-nas FILE`."},
    Advice{"report_unreadable", kUnreadableInput, "name a report.json, or the folder that holds one."},
    Advice{"report_not_by_schema", kUnreadableInput, "name a report.json as Plumbline wrote it; reports/report.schema.json is its form."},
    Advice{"report_of_other_version", kUnreadableInput, "render it with the Plumbline that wrote it, or run `plumbline accredit` again."},
    Advice{"scenario_unreadable", kUnreadableInput, "`plumbline scenarios` lists the scenarios there are."},
    Advice{"voi_file_unreadable", kUnreadableInput, "name a file that is there and that you may read."},
    Advice{"voi_file_changed", kUnreadableInput, "check it again once nobody writes to it."},
    Advice{"list_not_csv", kUnreadableInput, "save the list as CSV in UTF-8, cells with a comma or a quote in quotes, and check it again."},
    Advice{"fault_unknown", kUnreadableInput, "mend the scenario's faults; docs/faults.md lists them."},
    Advice{"fault_target_unknown", kUnreadableInput, "mend the scenario's faults; docs/faults.md says how targets are written."},
    Advice{"provocation_unfit", kUnreadableInput, "mend what the scenario has people do; docs/scenario.md says how they are named."},
};
constexpr Advice kInput{"", kUnreadableInput, "mend the file at the place named, and run the command again."};

const Advice& advice_on(std::string_view kind) {
  for (const Advice& advice : kAdvice) {
    if (advice.kind == kind) return advice;
  }
  return kInput;
}

}  // namespace

int wrong_usage(Console& console, std::string_view command, std::string_view what) {
  const std::string of = command.empty() ? "" : fmt::format("{} ", command);
  console.err << fmt::format("plumbline: {}\nNext: `plumbline {}--help` shows what can be said, with an example.\n",
                             domain::made_visible(what), of);
  return kUsage;
}

int failed(Console& console, const base::Error& error) {
  const Advice& advice = advice_on(error.kind->name);
  console.err << fmt::format("plumbline: {}\nNext: {}\n", domain::made_visible(error.message()), advice.next);
  return advice.code;
}

}  // namespace cli
