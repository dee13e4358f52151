#include "simulator/actors/misreading.h"

#include <array>
#include <vector>

#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace actors {
namespace {

constexpr std::array<std::string_view, 9> kClasses{"D0QO", "1I", "5S", "YV", "8B3", "Z2", "FE", "CG", "MNWH"};

/// The others of a character's class.
std::string looks_like(char c) {
  for (const std::string_view one : kClasses) {
    const auto at = one.find(c);
    if (at == std::string_view::npos) continue;
    std::string others(one);
    others.erase(at, 1);
    return others;
  }
  return {};
}

}  // namespace

std::string misread(std::string_view vrm, std::uint64_t drawn) {
  std::vector<std::size_t> unclear;
  for (std::size_t i = 0; i < vrm.size(); ++i) {
    if (!looks_like(vrm[i]).empty()) unclear.push_back(i);
  }
  std::string read(vrm);
  if (unclear.empty()) return read;
  const std::size_t at = unclear[kernel::uniform(drawn, unclear.size())];
  const std::string others = looks_like(vrm[at]);
  read[at] = others[kernel::uniform(base::mix64(drawn), others.size())];
  return read;
}

}  // namespace actors
