// The marks of a population: vehicle by number, nothing stored for any of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "simulator/world/mark_layout.h"

namespace world {

/// Marks of some layouts, of which vehicle after vehicle takes turns.
///
/// Shape:   distinct numbers of [0, count()) have distinct marks but where two layouts allow the same one; another seed gives other marks.
class Marks {
 public:
  Marks(std::vector<MarkLayout> layouts, std::uint64_t seed);
  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] std::string of(std::uint64_t number) const;

 private:
  struct Shuffled {
    MarkLayout layout;
    std::uint64_t factor, offset;   // place = number * factor + offset, modulo the size: each place once
  };
  std::vector<Shuffled> layouts_;
  std::uint64_t count_;
};

/// The memory tags of DVLA, `memory_tag,dvla_office` a line.
/// Errors:  kWorldFileUnreadable; kWorldFileUnfit for a tag that is not two capital letters without I, Q and Z, or one twice.
[[nodiscard]] base::Result<std::vector<std::string>> read_memory_tags(const std::filesystem::path& file);

}  // namespace world
