// The combinations of readings that one requirement is judged under, as sets of bits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"

namespace oracle {

/// One reading as it is taken: `alternative` counts from 0, the default.
struct Choice {
  std::string reading;
  std::uint32_t alternative = 0;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A set of combinations, one bit each.
using Under = std::uint64_t;

/// Every way to choose one alternative for each of some readings.
///
/// Shape:   numbered from 0, which is the default of each; at most 64, since a set of them is one word. Of no readings there is one
///          combination.
class Combinations {
 public:
  static constexpr std::size_t kMost = 64;

  /// `readings` are ids of the catalogue.
  Combinations(const catalogue::Catalogue& catalogue, const std::vector<std::string_view>& readings);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Under all() const { return size_ == kMost ? ~Under{0} : (Under{1} << size_) - 1; }
  /// Those in which the reading is taken so. `reading` is one of those given.
  [[nodiscard]] Under where(std::string_view reading, std::uint32_t alternative) const;
  [[nodiscard]] std::vector<Choice> choices(std::size_t number) const;
  /// The one that a profile chooses.
  [[nodiscard]] std::size_t chosen_by(const catalogue::Profile& profile) const;

  /// Of each reading, the alternatives under which a set holds something; readings that make no difference to it are left out.
  struct Alternatives {
    std::string reading;
    std::vector<std::uint32_t> under;
  };
  [[nodiscard]] std::vector<Alternatives> projected(Under set) const;

 private:
  struct Axis {
    std::string reading;
    std::uint32_t alternatives = 1;
    std::size_t stride = 1;
  };
  [[nodiscard]] const Axis& axis(std::string_view reading) const;

  std::vector<Axis> axes_;
  std::size_t size_ = 1;
};

}  // namespace oracle
