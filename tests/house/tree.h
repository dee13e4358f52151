// The tree of sources as the house rules see it: text by path, and what an include line says.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// Text by path from the root; of a file that is no text, such as a picture, an empty one. A rule takes a Tree, so that a
/// test can hand it a made-up one that breaks the rule.
using Tree = std::map<std::string, std::string>;

/// What offends against a rule, one sentence each; empty where nothing does.
using Offences = std::vector<std::string>;

/// Reads every file below `root` but what .gitignore names (build, out, .cache), .git, and what is no text (a zero byte).
Tree read_tree(const std::filesystem::path& root);

/// This tree, read once.
const Tree& tree();

/// Reads one file whole. Errors: an empty text where it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// The lines of `text`, without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// `text` with comments and the insides of string literals blanked out; lines keep their places.
std::string code_of(std::string_view text);

struct Include {
  std::string name;
  bool quoted = false;   ///< "name" rather than <name>
};

/// The includes of a source, in order.
std::vector<Include> includes_of(std::string_view text);

bool is_source(std::string_view path);   ///< .h or .cpp
bool is_header(std::string_view path);   ///< .h

/// Joins offences for a failure's message, one a line.
std::string listed(const Offences& offences);

}  // namespace house
