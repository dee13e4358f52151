#include "conformance/cli/run_options.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace cli {
namespace {

/// The whole of `text` as a decimal number; nothing else, no sign, no blank.
template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

auto malformed(const char* option, const std::string& found, const char* takes) {
  return base::fail(kOptionMalformed, fmt::format("--{} takes {}; found '{}'", option, takes, found));
}

/// "bytes", or "sampled 1/N" with N from 1; the word may be left out.
std::optional<std::uint32_t> one_in_of(std::string_view text) {
  if (text == "bytes") return 1;
  constexpr std::string_view kWord = "sampled", kShare = "1/";
  if (text.substr(0, kWord.size()) == kWord) text.remove_prefix(std::min(kWord.size() + 1, text.size()));
  if (text.substr(0, kShare.size()) != kShare) return std::nullopt;
  const auto n = number_of<std::uint32_t>(text.substr(kShare.size()));
  return n && *n > 0 ? n : std::nullopt;
}

}  // namespace

void add_run_options(po::options_description& options) {
  options.add_options()
      ("seed", po::value<std::string>()->value_name("N"), "draw by this seed instead of the scenario's")
      ("fidelity", po::value<std::string>()->value_name("queue|flow"), "how links carry reads: in closed form, or sharing bandwidth")
      ("wire", po::value<std::string>()->value_name("bytes|\"sampled 1/N\""), "which reads are encoded: all, or one in N");
}

base::Result<RunOptions> run_options_of(const po::variables_map& given) {
  RunOptions options;
  const auto text = [&](const char* name) { return given[name].as<std::string>(); };
  if (given.count("seed") > 0) {
    options.seed = number_of<std::uint64_t>(text("seed"));
    if (!options.seed) return malformed("seed", text("seed"), "a whole number from 0 to 18446744073709551615");
  }
  if (given.count("fidelity") > 0) {
    if (text("fidelity") != "queue" && text("fidelity") != "flow") return malformed("fidelity", text("fidelity"), "queue or flow");
    options.fidelity = text("fidelity") == "queue" ? scenario::Fidelity::kQueue : scenario::Fidelity::kFlow;
  }
  if (given.count("wire") > 0) {
    options.sampled_one_in = one_in_of(text("wire"));
    if (!options.sampled_one_in) return malformed("wire", text("wire"), "bytes, or \"sampled 1/N\"");
  }
  return options;
}

}  // namespace cli
