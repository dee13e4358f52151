// What people do: tests of connectivity, marks typed in, sessions at cameras.
#include "scenarios/format/reader.h"

namespace scenario {
namespace {

Timetable timetable_of(Reader& reader, std::string_view list, std::size_t i) {
  return read_timetable(reader, fmt::format("/{}/{}", list, i));
}

std::vector<ConnectivityTestSpec> connectivity_tests_of(Reader& reader) {
  std::vector<ConnectivityTestSpec> tests;
  for (std::size_t i = 0; i < reader.size("/connectivity_tests"); ++i) {
    tests.push_back(
        {.camera = reader.text(nth("connectivity_tests", i, "camera")), .when = timetable_of(reader, "connectivity_tests", i)});
  }
  return tests;
}

std::vector<ManualEntrySpec> manual_entries_of(Reader& reader) {
  std::vector<ManualEntrySpec> entries;
  for (std::size_t i = 0; i < reader.size("/manual_entries"); ++i) {
    entries.push_back({.lea = reader.text(nth("manual_entries", i, "lea")),
                       .source = static_cast<std::uint32_t>(reader.number(nth("manual_entries", i, "source"))),
                       .username = reader.text(nth("manual_entries", i, "username")),
                       .when = timetable_of(reader, "manual_entries", i)});
  }
  return entries;
}

std::vector<SessionSpec> sessions_of(Reader& reader) {
  std::vector<SessionSpec> sessions;
  for (std::size_t i = 0; i < reader.size("/sessions"); ++i) {
    sessions.push_back({.camera = reader.text(nth("sessions", i, "camera")),
                        .username = reader.text(nth("sessions", i, "username")),
                        .on = reader.duration(nth("sessions", i, "on")),
                        .off = reader.duration(nth("sessions", i, "off"))});
  }
  return sessions;
}

}  // namespace

void read_people(Reader& reader, Scenario& scenario) {
  scenario.connectivity_tests = connectivity_tests_of(reader);
  scenario.manual_entries = manual_entries_of(reader);
  scenario.sessions = sessions_of(reader);
}

}  // namespace scenario
