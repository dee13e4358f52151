#include "tests/house/files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <regex>
#include <set>

namespace house {
namespace {

// Put together from halves, so that this file does not offend against itself.
const std::array kLater{std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X", std::string("HA") + "CK"};
const std::array kPlaces{
    std::string("/wo") + "rk/",     std::string("/tm") + "p/",
    std::string("/ro") + "ot/",     std::string("/ho") + "me/",
    std::string("../sh") + "ared",  std::string("deb.de") + "bian",
    std::string("pypi") + ".org",   std::string("security.de") + "bian",
    std::string("crates") + ".io",  std::string("registry.n") + "pmjs",
    std::string("proxy.go") + "lang"};

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !is_word_char(text[at - 1])) && (end == text.size() || !is_word_char(text[end]))) return true;
  }
  return false;
}

/// Characters, not bytes: a continuation byte of UTF-8 takes no column.
std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string at_line(const std::string& path, std::size_t index) { return path + ":" + std::to_string(index + 1); }

/// Calls `rule(line)` for each line of each source; what it answers is an offence of that line.
template <class Rule>
Offences in_lines(const Tree& tree, const Rule& rule) {
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (!is_source(path)) continue;
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (const std::string what = rule(path, lines[i]); !what.empty()) offences.push_back(at_line(path, i) + " " + what);
  }
  return offences;
}

bool in_any(std::string_view path, std::initializer_list<std::string_view> folders) {
  return std::ranges::any_of(folders, [&](std::string_view folder) { return path.starts_with(folder); });
}

/// The matches of `pattern` in what is code of the sources of some folders.
Offences matches(const Tree& tree, std::initializer_list<std::string_view> folders, const std::regex& pattern, std::string_view why) {
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (!is_source(path) || !in_any(path, folders)) continue;
    const auto code = code_of(text);
    const auto lines = lines_of(code);
    std::cmatch match;
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (std::regex_search(lines[i].data(), lines[i].data() + lines[i].size(), match, pattern))
        offences.push_back(at_line(path, i) + " " + match.str() + ": " + std::string(why));
  }
  return offences;
}

bool exists(const Tree& tree, const std::string& path) {
  const auto at = tree.lower_bound(path);
  return at != tree.end() && (at->first == path || at->first.starts_with(path + (path.ends_with('/') ? "" : "/")));
}

/// What the first group of `pattern` matches in `text`, each once.
std::set<std::string> groups(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.insert((*at)[1].str());
  return found;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos ? "" : std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

}  // namespace

Ratchet parse_ratchet(std::string_view text) {
  Ratchet ratchet;
  for (const auto line : lines_of(text)) {
    const auto blank = line.find(' ');
    if (line.empty() || line.front() == '#' || blank == std::string_view::npos) continue;
    std::size_t lines = 0;
    std::from_chars(line.data() + blank + 1, line.data() + line.size(), lines);
    ratchet[std::string(line.substr(0, blank))] = lines;
  }
  return ratchet;
}

Offences too_long(const Tree& tree, const Ratchet& ratchet) {
  Offences offences;
  for (const auto& [path, text] : tree) {
    const auto entry = ratchet.find(path);
    const auto allowed = entry == ratchet.end() ? kLinesMax : entry->second;
    const auto lines = lines_of(text).size();
    if (is_source(path) && lines > allowed)
      offences.push_back(path + " has " + std::to_string(lines) + " lines, more than " + std::to_string(allowed) + ": divide it");
  }
  for (const auto& [path, allowed] : ratchet) {
    const auto file = tree.find(path);
    const auto lines = file == tree.end() ? 0 : lines_of(file->second).size();
    if (lines <= kLinesMax) offences.push_back("ratchet.txt: " + path + " needs its entry no more");
    else if (lines < allowed) offences.push_back("ratchet.txt: " + path + " has shrunk to " + std::to_string(lines) + ": say so there");
  }
  return offences;
}

Offences ill_set(const Tree& tree) {
  auto offences = in_lines(tree, [](const std::string&, std::string_view line) -> std::string {
    if (columns_of(line) > kColumnsMax) return "is wider than " + std::to_string(kColumnsMax) + " columns";
    if (line.find('\t') != std::string_view::npos) return "has a tab";
    if (line.ends_with(' ') || line.ends_with('\r')) return "ends in a blank";
    return {};
  });
  for (const auto& [path, text] : tree)
    if (is_source(path) && !text.ends_with('\n')) offences.push_back(path + " has no end of line at its end");
  return offences;
}

Offences ill_named(const Tree& tree) {
  static const std::regex kSnake("([a-z0-9_]+/)+[a-z0-9_]+\\.(h|cpp)");
  static const std::regex kForeign(".*\\.(hpp|hh|hxx|cc|cxx|c|inl|ipp)");
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (is_source(path) && !std::regex_match(path, kSnake)) offences.push_back(path + " is not snake_case");
    if (std::regex_match(path, kForeign)) offences.push_back(path + ": sources end in .h or .cpp");
  }
  return offences;
}

Offences ill_formed_headers(const Tree& tree) {
  static const std::regex kUsing("\\busing namespace\\b");
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (!is_header(path)) continue;
    if (!text.starts_with("//")) offences.push_back(path + " does not open by saying what it is for");
    const auto code = code_of(text);
    if (code.find("\n#pragma once\n") == std::string::npos) offences.push_back(path + " has no #pragma once");
    if (!path.starts_with("tests/") && std::regex_search(code, kUsing)) offences.push_back(path + " has `using namespace`");
  }
  return offences;
}

Offences put_off(const Tree& tree) {
  Offences offences;
  for (const auto& [path, text] : tree) {
    if (!is_source(path) && !path.ends_with(".cmake") && !path.ends_with(".md") && !path.ends_with(".sh")) continue;
    for (const auto& word : kLater)
      if (has_word(text, word)) offences.push_back(path + " says " + word);
  }
  return offences;
}

Offences unrepeatable(const Tree& tree) {
  static const std::regex kChance(
      "std::(\\w+_distribution|random_device|mt19937\\w*|minstd_rand\\w*|default_random_engine|shuffle|sample|hash)\\b"
      "|\\brand\\(");
  static const std::regex kMachine(
      "\\b(system_clock|steady_clock|high_resolution_clock|clock_gettime|gettimeofday|getenv|localtime)\\b"
      "|std::(time|thread|jthread|async|mutex|call_once)\\b");
  auto offences = matches(tree, {"reference/", "simulator/", "scenarios/", "conformance/", "reports/"}, kChance,
                          "differs between libraries or runs; draw from a named stream, hash with base::");
  const auto more = matches(tree,
                            {"reference/", "simulator/", "scenarios/format/", "conformance/catalogue/", "conformance/evidence/",
                             "conformance/oracle/", "conformance/cases/", "conformance/subjects/", "reports/"},
                            kMachine, "nothing here asks the machine; conformance/cli hands it in");
  offences.insert(offences.end(), more.begin(), more.end());
  return offences;
}

Offences tied_to_a_place(const Tree& tree) {
  Offences offences;
  for (const auto& [path, text] : tree)
    for (const auto& place : kPlaces)
      if (text.find(place) != std::string::npos) offences.push_back(path + " names " + place);
  return offences;
}

Offences dead_links(const Tree& tree) {
  static const std::regex kLink("\\]\\(([^)#:]+)[^):]*\\)");
  static const std::regex kPage("\\b(docs/[a-z0-9_/-]+\\.md)");
  Offences offences;
  for (const auto& [path, text] : tree) {
    const auto folder = std::filesystem::path(path).parent_path();
    if (path.ends_with(".md"))
      for (const auto& link : groups(text, kLink))
        if (!exists(tree, (folder / link).lexically_normal().string())) offences.push_back(path + " links to " + link);
    if (is_source(path) || path.ends_with(".md") || path.ends_with(".cmake"))
      for (const auto& page : groups(text, kPage))
        if (!exists(tree, page)) offences.push_back(path + " names " + page);
  }
  return offences;
}

Offences unexplained_packages(std::string_view release, std::string_view check) {
  Offences offences;
  std::set<std::string> seen;
  for (const auto list : {release, check}) {
    for (const auto line : lines_of(list)) {
      const auto hash = line.find('#');
      const auto package = trimmed(line.substr(0, hash));
      if (package.empty()) continue;
      if (hash == std::string_view::npos || trimmed(line.substr(hash + 1)).empty()) offences.push_back(package + " has no reason");
      if (package.find(' ') != std::string::npos) offences.push_back(package + ": one package a line");
      if (!seen.insert(package).second) offences.push_back(package + " is listed twice");
    }
  }
  return offences;
}

}  // namespace house
