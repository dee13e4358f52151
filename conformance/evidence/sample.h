// Which events a sampled pack keeps.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "reference/base/witness.h"

namespace evidence {

/// What becomes of an event.
enum class Fate : std::uint8_t {
  kKept,
  kDropped,
  kOpen,   ///< a pass whose read has not been sent yet
};

/// Decides for each event of a run in order.
///
/// Shape:   events of a read are kept where hash64(read_id) falls in the sample, its hits and the capture given back among them; a pass
///          shares the fate of the first read sent that names it; all other events are kept, those of reads without an id among them.
class Sample {
 public:
  explicit Sample(std::uint32_t one_in) : one_in_(one_in) {}

  [[nodiscard]] Fate fate(const base::event::Body& body);
  /// For a read.sent: whether `read_id` falls in the sample, which settles the pass it names.
  [[nodiscard]] bool holds(std::string_view read_id) const;

 private:
  std::uint32_t one_in_;
  std::unordered_set<std::uint64_t> hits_, captures_;  ///< of sampled reads, by hash of their id
};

/// Lines that wait, in order, for what they depend on: a pass stands before its read, whose id decides about both.
///
/// Shape:   a pass that no read has named kPatience after it is kept: it belongs to no read.
class WaitingLines {
 public:
  static constexpr base::Duration kPatience = base::seconds(10);

  [[nodiscard]] bool empty() const { return lines_.empty(); }
  void add(std::string line);
  void add_pass(std::string_view pass_id, base::Instant at, std::string line);
  /// Settles a pass, if it waits.
  void settle(std::string_view pass_id, Fate fate);
  /// Moves the lines that are settled by `now`, up to the first that is not, to `out`.
  void release(base::Instant now, std::string& out);
  /// Moves all lines to `out`; open passes are kept.
  void release_all(std::string& out);

 private:
  struct Line {
    std::string text;
    base::Instant at;
    std::uint64_t pass = 0;
    Fate fate = Fate::kKept;
  };
  void pop(std::string& out);

  std::deque<Line> lines_;
  std::uint64_t first_ = 0;  ///< number of the first line in lines_
  std::unordered_map<std::uint64_t, std::uint64_t> open_;  ///< hash of pass_id to number of line
};

}  // namespace evidence
