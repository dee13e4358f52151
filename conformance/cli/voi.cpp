// voi: what concerns lists of vehicles of interest.
#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/voi_check.h"
#include "reference/lists/list_name.h"

namespace cli {
namespace {

void add_options(po::options_description& options) {
  options.add_options()
      ("owner", po::value<std::string>()->value_name("CODE"), "who will upload the list, by the code of Annex A: it must be that one's")
      ("national", "the list is populated for the nation, and may give No Insurance, No MOT, No Tax and No Keeper as a reason")
      ("json", "as JSON, in the form in which NAS answers an upload");
}

int run_voi(const po::variables_map& given, Console& console) {
  const auto operands = operands_of(given);
  if (operands[0] != "check") return wrong_usage(console, "voi", fmt::format("voi can check; found '{}'", operands[0]));
  VoiCheck check;
  check.file = operands[1];
  if (given.count("owner") > 0) {
    check.owner = given["owner"].as<std::string>();
    if (!lists::is_annex_a_code(check.owner)) return wrong_usage(console, "voi", fmt::format("'{}' is no code of Annex A", check.owner));
  }
  if (given.count("national") > 0) check.rules.by = lists::Population::kNational;
  return given.count("json") > 0 ? check_as_json(check, console) : check_as_table(check, console);
}

}  // namespace

const Command& voi_command() {
  static const Command command{
      "voi",
      "check that a VOI list loads, before it is sent",
      "check FILE",
      Operand::kTwo,
      "Reads a VOI list as NAS would, without one, and prints what would be refused: row (entries count from 1, the header not\n"
      "among them), column, what was found, what was expected, and the clause. Its file name is checked, too. Exits 0 where every\n"
      "row loads, 1 where something is refused, 65 where the file cannot be read or is no CSV in UTF-8. Large files are read in\n"
      "pieces. docs/voi-lists.md is the page for those who keep a list.",
      "plumbline voi check \"35_Cambs VOI List.csv\" --owner 35",
      add_options,
      run_voi,
  };
  return command;
}

}  // namespace cli
