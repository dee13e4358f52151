#include "simulator/kernel/kernel.h"

#include "reference/base/check.h"

namespace kernel {
namespace {

constexpr std::size_t kArity = 4;  // a wide heap is half as deep, and its children share a cache line or two

}  // namespace

Kernel::Kernel(base::Instant start) : now_(start) { heap_.reserve(1024); }

void Kernel::at(base::Instant when, Target& target, std::uint32_t what, std::uint64_t which) {
  PLUMB_CHECK(when >= now_, "nothing is scheduled for the past");
  const Event event{when, sequence_++, &target, which, what};
  std::size_t hole = heap_.size();
  heap_.push_back(event);
  while (hole > 0) {
    const std::size_t parent = (hole - 1) / kArity;
    if (!before(event, heap_[parent])) break;
    heap_[hole] = heap_[parent];
    hole = parent;
  }
  heap_[hole] = event;
}

bool Kernel::step(base::Instant until) {
  if (heap_.empty() || heap_.front().at > until) return false;
  const Event first = heap_.front();
  const Event moved = heap_.back();
  heap_.pop_back();
  if (!heap_.empty()) {
    std::size_t hole = 0;
    for (;;) {
      const std::size_t from = hole * kArity + 1;
      if (from >= heap_.size()) break;
      const std::size_t to = from + kArity < heap_.size() ? from + kArity : heap_.size();
      std::size_t least = from;
      for (std::size_t child = from + 1; child < to; ++child) {
        if (before(heap_[child], heap_[least])) least = child;
      }
      if (!before(heap_[least], moved)) break;
      heap_[hole] = heap_[least];
      hole = least;
    }
    heap_[hole] = moved;
  }
  now_ = first.at;
  ++happened_;
  first.target->on_event(first.what, first.which);
  return true;
}

void Kernel::run_until(base::Instant until) {
  while (step(until)) {
  }
  if (now_ < until) now_ = until;
}

}  // namespace kernel
