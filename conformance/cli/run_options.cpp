#include "conformance/cli/run_options.h"

#include <charconv>

#include <fmt/format.h>

#include "scenarios/format/quantity.h"

namespace cli {
namespace {

auto malformed(const char* option, const std::string& found, std::string_view takes) {
  return base::fail(kOptionMalformed, fmt::format("--{} takes {}; found '{}'", option, takes, found));
}

/// "bytes", or "sampled 1/N" with N from 1; the word may be left out.
std::optional<std::uint32_t> one_in_of(std::string_view text) {
  if (text == "bytes") return 1;
  constexpr std::string_view kWord = "sampled ";
  if (text.starts_with(kWord)) text.remove_prefix(kWord.size());
  const auto one_in = scenario::parse_one_in(text);
  return one_in ? std::optional(*one_in) : std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

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
    options.seed = whole_number(text("seed"), 0, kSeedMax);
    if (!options.seed) return malformed("seed", text("seed"), fmt::format("a whole number from 0 to {}", kSeedMax));
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
