// The layouts that a mark may have, each as the set of all marks that it allows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/instant.h"

namespace world {

/// What a layout allows at one place of the mark: "A", "B", ..., or "1" to "999".
using Slot = std::vector<std::string>;
/// Slots from left to right, each chosen freely.
using Form = std::vector<Slot>;

/// All marks of a layout, numbered from 0.
///
/// Shape:   no mark twice. Forms of one layout differ by length, or by what kind of character stands where.
class MarkLayout {
 public:
  explicit MarkLayout(std::vector<Form> forms);

  [[nodiscard]] std::uint64_t size() const { return size_; }   ///< 1 to 2^32
  [[nodiscard]] std::string mark(std::uint64_t place) const;   ///< `place` below size()

 private:
  std::vector<Form> forms_;
  std::vector<std::uint64_t> up_to_;   ///< the marks of the forms up to and with each
  std::uint64_t size_ = 0;
};

/// What the marks of a layout depend on beside the law.
struct Issue {
  std::vector<std::string> memory_tags;   ///< of the current style
  base::Instant at;                       ///< age identifiers issued by then
};

/// The layout of a name:
///
///   never_issued      LLNNLLL with age identifier 00 or 01, which no vehicle bears
///   current           LLNNLLL: a memory tag, an age identifier from 51 (September 2001) on, three letters without I and Q
///   prefix            LN{1,3}LLL, 1983 to 2001: age letters without I, O, Q, U, Z, others without I, Q, Z
///   suffix            LLLN{1,3}L, 1963 to 1983: likewise
///   dateless          NNNNL{1,2}, N{1,3}L{1,3}, L{1,3}N{1,3}, L{1,2}NNNN, to 1963
///   northern_ireland  LLLN{1,4} and NNNNLLL, the second or third letter I or Z, never the first
///   q                 QN{1,3}LLL: a vehicle of which nobody knows the age
///   diplomatic        NNNDNNN and NNNXNNN
///   military          LLNNLL and NNLLNN
///
/// Shape:   no number begins with a zero but an age identifier, and those of the last two layouts.
/// Source:  SI 2001/561 schedule 3 part 1 table A, layouts 1 to 9; age identifiers by year and half-year: March to August the year's two
///          digits, September to February those and fifty. The letters in use, and the last three layouts: DVLA practice.
[[nodiscard]] MarkLayout layout_named(std::string_view name, const Issue& issue);

/// "51", "02", "52", ... up to the one of `at`, in order of issue; none before September 2001.
[[nodiscard]] std::vector<std::string> age_identifiers(base::Instant at);

}  // namespace world
