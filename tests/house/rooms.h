// The table of rooms, as the configuration wrote it, and what the sources may include by it.
//
// A forbidden include compiles, since every room sees the root: only a look at the sources shows it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/tree.h"

namespace house {

struct Room {
  std::set<std::string> uses;   ///< as its row says
  std::set<std::string> libs;
};

/// Rooms by folder.
using Table = std::map<std::string, Room>;

/// Reads build/rooms.txt. Shape: a line a room, "folder|used,used|lib,lib".
Table parse_table(std::string_view text);

/// The room that `path` lies in, or whose unit test it is; empty where it lies in none.
std::string room_of(const Table& table, std::string_view path);

/// All rooms that `room` may include: itself, reference/base, and what it uses, and so on.
std::set<std::string> reach_of(const Table& table, const std::string& room);

/// The library that a <header> belongs to: "std" for the standard library's, empty where nobody knows it.
std::string library_of(std::string_view header);

/// Includes between rooms that the table does not allow, and ones that name no file from the root.
Offences forbidden_rooms(const Table& table, const Tree& tree);

/// Headers of libraries that a room's row does not name, and valijson in a header or in a second source of a room.
Offences forbidden_libraries(const Table& table, const Tree& tree);

/// The two nevers, in the transitive closure of includes: the oracle or a case that reaches anything of the reference but
/// base; the reference reaching the simulator, the conformance rooms, scenarios or reports.
Offences broken_nevers(const Tree& tree);

/// Libraries of a row that no source of the room includes: a permission nobody needs is taken away.
Offences idle_libraries(const Table& table, const Tree& tree);

/// All files of ours that `path` includes, directly or not, and through which file it came to each.
std::map<std::string, std::string> closure_of(const Tree& tree, const std::string& path);

}  // namespace house
