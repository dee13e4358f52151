#include "tests/house/rooms.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

namespace house {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 32> kLibraries{{
    {"fmt/", "fmt"},
    {"tl/", "expected"},
    {"date/", "date"},
    {"openssl/", "crypto"},
    {"jpeglib.h", "jpeg"},
    {"jerror.h", "jpeg"},
    {"cairo", "cairo"},
    {"libexif/", "exif"},
    {"nlohmann/", "nlohmann"},
    {"simdjson.h", "simdjson"},
    {"csv.h", "csv"},
    {"zip.h", "zip"},
    {"tsl/", "robin_map"},
    {"Random123/", "random123"},
    {"simgrid/", "simgrid"},
    {"xbt/", "simgrid"},
    {"xbt.h", "simgrid"},
    {"gdal", "gdal"},
    {"ogr", "gdal"},
    {"cpl_", "gdal"},
    {"boost/program_options", "program_options"},
    {"valijson/", "valijson"},
    {"kainjow/", "mustache"},
    {"pugixml.hpp", "pugixml"},
    {"gtest/", "gtest"},
    {"gmock/", "gtest"},
    {"rapidcheck", "rapidcheck"},
    {"benchmark/", "benchmark"},
    {"unistd.h", "posix"},
    {"fcntl.h", "posix"},
    {"sys/", "posix"},
    {"csignal", "posix"},
}};

std::set<std::string> split(std::string_view text, char divider) {
  std::set<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(divider);
    parts.emplace(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

bool under(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool is_test(std::string_view path) { return path.starts_with("tests/"); }

/// What every room may include beside its row: the standard library, and what the shared precompiled header holds.
bool is_open_to_all(std::string_view library) { return library == "std" || library == "fmt" || library == "expected"; }

bool may_include(const Room& room, std::string_view path, const std::string& library) {
  if (is_open_to_all(library) || room.libs.contains(library)) return true;
  return is_test(path) && (library == "gtest" || library == "rapidcheck" || library == "posix");
}

bool breaks_never(std::string_view from, std::string_view reached) {
  if (under(from, "conformance/oracle") || under(from, "conformance/cases"))
    return under(reached, "reference") && !under(reached, "reference/base");
  if (under(from, "reference"))
    return under(reached, "simulator") || under(reached, "conformance") || under(reached, "scenarios") || under(reached, "reports");
  return false;
}

/// "a.h, through b.h, through c.h"
std::string way_back(const std::map<std::string, std::string>& closure, std::string at) {
  std::string way = at;
  for (auto from = closure.find(at); from != closure.end() && !from->second.empty(); from = closure.find(from->second))
    way += ", through " + from->second;
  return way;
}

}  // namespace

Table parse_table(std::string_view text) {
  Table table;
  for (const auto line : lines_of(text)) {
    const auto first = line.find('|');
    const auto second = line.find('|', first + 1);
    if (second == std::string_view::npos) continue;
    table[std::string(line.substr(0, first))] = {split(line.substr(first + 1, second - first - 1), ','),
                                                 split(line.substr(second + 1), ',')};
  }
  return table;
}

std::string room_of(const Table& table, std::string_view path) {
  if (path.starts_with("tests/unit/")) path.remove_prefix(std::string_view("tests/unit/").size());
  for (const auto& [folder, room] : table)
    if (under(path, folder)) return folder;
  return {};
}

std::set<std::string> reach_of(const Table& table, const std::string& room) {
  std::set<std::string> reach{"reference/base"};
  std::deque<std::string> open{room};
  while (!open.empty()) {
    const auto at = open.front();
    open.pop_front();
    if (!reach.insert(at).second || !table.contains(at)) continue;
    for (const auto& used : table.at(at).uses) open.push_back(used);
  }
  return reach;
}

std::string library_of(std::string_view header) {
  for (const auto& [prefix, library] : kLibraries)
    if (header.starts_with(prefix)) return std::string(library);
  const bool plain = std::ranges::all_of(header, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  return plain ? "std" : "";
}

Offences forbidden_rooms(const Table& table, const Tree& tree) {
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (!is_source(path)) continue;
    const auto room = room_of(table, path);
    const auto reach = reach_of(table, room);
    for (const auto& include : includes_of(text)) {
      const auto other = room_of(table, include.name);
      if (include.quoted && !tree.contains(include.name))
        offences.push_back(path + " includes \"" + include.name + "\", which is no file from the root");
      else if (!include.quoted && !other.empty())
        offences.push_back(path + " includes <" + include.name + ">: ours are quoted");
      else if (include.quoted && !room.empty() && !other.empty() && !reach.contains(other))
        offences.push_back(path + " includes " + include.name + ": " + room + " may not use " + other);
      else if (include.quoted && !is_test(path) && is_test(include.name))
        offences.push_back(path + " includes " + include.name + ", a test's");
    }
  }
  return offences;
}

Offences forbidden_libraries(const Table& table, const Tree& tree) {
  Offences offences;
  std::map<std::string, std::string> schema_source;
  for (const auto& [path, text] : tree) {
    const auto room = room_of(table, path);
    if (!is_source(path) || room.empty()) continue;
    for (const auto& include : includes_of(text)) {
      if (include.quoted) continue;
      const auto library = library_of(include.name);
      if (library.empty())
        offences.push_back(path + " includes <" + include.name + ">, which belongs to no library of the table");
      else if (!may_include(table.at(room), path, library))
        offences.push_back(path + " includes <" + include.name + ">: " + library + " is not in the row of " + room);
      if (library != "valijson") continue;
      const auto& only = schema_source.emplace(room, path).first->second;
      if (is_header(path) || only != path) offences.push_back(path + " includes valijson: one source of a room may");
    }
  }
  return offences;
}

std::map<std::string, std::string> closure_of(const Tree& tree, const std::string& path) {
  std::map<std::string, std::string> came_from{{path, ""}};
  std::deque<std::string> open{path};
  while (!open.empty()) {
    const auto at = open.front();
    open.pop_front();
    const auto source = tree.find(at);
    if (source == tree.end()) continue;
    for (const auto& include : includes_of(source->second))
      if (include.quoted && tree.contains(include.name) && came_from.emplace(include.name, at).second) open.push_back(include.name);
  }
  return came_from;
}

Offences broken_nevers(const Tree& tree) {
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (!is_source(path) || !(under(path, "reference") || under(path, "conformance"))) continue;
    const auto closure = closure_of(tree, path);
    for (const auto& [reached, from] : closure)
      if (breaks_never(path, reached)) offences.push_back(path + " reaches " + way_back(closure, reached));
  }
  return offences;
}

Offences idle_libraries(const Table& table, const Tree& tree) {
  std::map<std::string, std::set<std::string>> included;
  for (const auto& [path, text] : tree) {
    if (!is_source(path) || is_test(path)) continue;
    for (const auto& include : includes_of(text))
      if (!include.quoted) included[room_of(table, path)].insert(library_of(include.name));
  }
  Offences offences;
  for (const auto& [folder, room] : table)
    for (const auto& library : room.libs)
      if (!included[folder].contains(library)) offences.push_back("no source of " + folder + " includes " + library);
  return offences;
}

}  // namespace house
