#include <algorithm>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/version.h"

namespace subjects {
namespace {

/// "2.2.1-a" before "2.10-a": numbers as numbers.
bool in_order(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  const auto number = [](std::string_view text, std::size_t& at) {
    int value = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) value = value * 10 + (text[at] - '0');
    return value;
  };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (i < a.size() && j < b.size()) {
    if (digit(a[i]) && digit(b[j])) {
      const int x = number(a, i), y = number(b, j);
      if (x != y) return x < y;
    } else if (a[i] != b[j]) {
      return a[i] == '-' || (b[j] != '-' && a[i] < b[j]);
    } else {
      ++i;
      ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

std::vector<Mutant> gathered() {
  std::vector<Mutant> all = camera_mutants();
  for (const auto& some : {lea_mutants(), nas_mutants(), list_mutants(), list_desk_mutants(), hit_mutants(), source_mutants()})
    all.insert(all.end(), some.begin(), some.end());
  std::stable_sort(all.begin(), all.end(), [](const Mutant& a, const Mutant& b) { return in_order(a.requirement, b.requirement); });
  return all;
}

}  // namespace

const std::vector<Mutant>& mutants() {
  static const std::vector<Mutant> all = gathered();
  return all;
}

Subject subject_of(const Mutant& mutant) {
  return {std::string(mutant.id), "whole", "Plumbline (mutant)", std::string(mutant.what), version(), mutant.cast};
}

}  // namespace subjects
