#include "tests/house/tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace house {
namespace {

constexpr std::array<std::string_view, 4> kNotOurs{".git", "build", "out", ".cache"};

/// Blanks out one character, but keeps the lines as they are.
void blank(char& c) {
  if (c != '\n') c = ' ';
}

std::size_t blank_until(std::string& text, std::size_t at, std::string_view end) {
  const auto found = text.find(end, at);
  const auto stop = found == std::string::npos ? text.size() : found;
  for (; at < stop; ++at) blank(text[at]);
  return at;
}

std::size_t blank_literal(std::string& text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote && text[at] != '\n') {
    if (text[at] == '\\') blank(text[at++]);
    if (at < text.size()) blank(text[at++]);
  }
  return at + 1;
}

std::size_t blank_raw_literal(std::string& text, std::size_t at) {
  const auto open = text.find('(', at);
  if (open == std::string::npos) return text.size();
  const auto end = ")" + text.substr(at + 2, open - at - 2) + "\"";
  return blank_until(text, open + 1, end) + end.size();
}

/// A digit separator (1'000) opens no literal.
bool opens_literal(const std::string& text, std::size_t at) {
  if (text[at] == '"') return true;
  return text[at] == '\'' && (at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0);
}

}  // namespace

const Tree& tree() {
  static const Tree kTree = read_tree(PLUMBLINE_SOURCE);
  return kTree;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Tree read_tree(const std::filesystem::path& root) {
  Tree tree;
  for (std::filesystem::recursive_directory_iterator at(root), end; at != end; ++at) {
    if (at.depth() == 0 && std::ranges::find(kNotOurs, at->path().filename().string()) != kNotOurs.end()) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file()) continue;
    auto text = read_file(at->path());
    // A picture can be linked to; no rule reads it.
    if (text.find('\0') != std::string::npos) text.clear();
    tree.emplace(at->path().lexically_relative(root).string(), std::move(text));
  }
  return tree;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string code_of(std::string_view source) {
  std::string text(source);
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 2, "//") == 0) {
      at = blank_until(text, at, "\n");
    } else if (text.compare(at, 2, "/*") == 0) {
      at = blank_until(text, at, "*/") + 2;
    } else if (text.compare(at, 2, "R\"") == 0) {
      at = blank_raw_literal(text, at);
    } else if (opens_literal(text, at)) {
      at = blank_literal(text, at);
    } else {
      ++at;
    }
  }
  return text;
}

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  const auto code = code_of(text);
  const auto blanked = lines_of(code);
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto hash = blanked[i].find_first_not_of(" \t");
    if (hash == std::string_view::npos || !blanked[i].substr(hash).starts_with("#include")) continue;
    const auto open = lines[i].find_first_of("\"<", hash);
    const auto close = lines[i].find_first_of("\">", open + 1);
    if (open == std::string_view::npos || close == std::string_view::npos) continue;
    includes.push_back({std::string(lines[i].substr(open + 1, close - open - 1)), lines[i][open] == '"'});
  }
  return includes;
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }

bool is_source(std::string_view path) { return is_header(path) || path.ends_with(".cpp"); }

std::string listed(const Offences& offences) {
  std::string text;
  for (const auto& offence : offences) text += "\n  " + offence;
  return text;
}

}  // namespace house
