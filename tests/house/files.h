// The rules of a single file: its length, its words, its form. What a machine can check of docs/craft.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tests/house/tree.h"

namespace house {

inline constexpr std::size_t kLinesMax = 350;
inline constexpr std::size_t kColumnsMax = 140;

/// Longest allowed length of those files that were too long when the rule came, by path.
using Ratchet = std::map<std::string, std::size_t>;

/// Reads ratchet.txt. Shape: a line a file, "path lines"; # begins a comment.
Ratchet parse_ratchet(std::string_view text);

/// Sources longer than kLinesMax. One that the ratchet names may be as long as it says and not longer; where it has become
/// shorter, or needs its entry no more, that is an offence, too: so it only turns one way.
Offences too_long(const Tree& tree, const Ratchet& ratchet);

/// Lines wider than kColumnsMax characters, tabs, blanks at a line's end, a last line without an end, in sources.
Offences ill_set(const Tree& tree);

/// Names of sources that are not snake_case, or end in neither .h nor .cpp where code of C++ lies.
Offences ill_named(const Tree& tree);

/// Headers without #pragma once, without a comment that opens them, or, but in a test's, with `using namespace`.
Offences ill_formed_headers(const Tree& tree);

/// Words that promise work for later. A comment says why, or what is; what is missing stands in an issue.
Offences put_off(const Tree& tree);

/// Standard distributions, engines and random devices anywhere; clocks, threads and the environment in the rooms below the
/// command line. Only conformance/cli reads the real-time clock, and hands it in.
Offences unrepeatable(const Tree& tree);

/// Folders of the machine a file was written on, and hosts of package registries, in any file.
Offences tied_to_a_place(const Tree& tree);

/// Links of a page (.md) to files that are not there, and pages under docs that a source names and nobody wrote.
Offences dead_links(const Tree& tree);

/// Packages of a list (packages.txt) without a reason, listed twice, or in both lists.
Offences unexplained_packages(std::string_view release, std::string_view check);

}  // namespace house
