// rooms: simulator/kernel
//
// The kernel's events a second beside a bare binary heap (std::priority_queue) of the same (time, sequence, payload), in the hold
// model: so many events pending, each schedules one more when it happens. Turn and turn about in one process; the ratio counts.
//
//   kernel_bench [--scale N]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <string_view>
#include <vector>

#include "reference/base/hash.h"
#include "simulator/kernel/kernel.h"

namespace {

constexpr int kRounds = 5;

/// How far ahead the n-th event schedules the next: up to about 1 ms, a quarter of them at one of 1,000 instants shared by many.
std::int64_t delay_ns(std::uint64_t n) {
  const std::uint64_t drawn = base::mix64(n);
  return static_cast<std::int64_t>((drawn & 3) == 0 ? (drawn >> 2) % 1'000 * 1'000 : (drawn >> 2) % 1'000'000);
}

class Hold : public kernel::Target {
 public:
  explicit Hold(kernel::Kernel& kernel) : kernel_(&kernel) {}
  void on_event(std::uint32_t what, std::uint64_t which) override {
    sum += which;
    kernel_->after({delay_ns(next_)}, *this, what, next_);
    ++next_;
  }
  void fill(std::uint64_t pending) {
    for (; next_ < pending; ++next_) kernel_->after({delay_ns(next_)}, *this, 1, next_);
  }
  std::uint64_t sum = 0;

 private:
  kernel::Kernel* kernel_;
  std::uint64_t next_ = 0;
};

struct Result {
  double events_a_second;
  std::uint64_t sum;
};

double since(std::chrono::steady_clock::time_point from) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

Result with_kernel(std::uint64_t pending, std::uint64_t events) {
  kernel::Kernel kernel(base::Instant{0});
  Hold hold(kernel);
  hold.fill(pending);
  const auto from = std::chrono::steady_clock::now();
  const base::Instant never{std::int64_t{1} << 62};
  for (std::uint64_t n = 0; n < events; ++n) static_cast<void>(kernel.step(never));
  return {static_cast<double>(events) / since(from), hold.sum};
}

struct Bare {
  std::int64_t at;
  std::uint64_t sequence;
  void* target;
  std::uint64_t which;
  std::uint32_t what;
  friend bool operator<(const Bare& a, const Bare& b) { return a.at != b.at ? a.at > b.at : a.sequence > b.sequence; }
};

Result with_priority_queue(std::uint64_t pending, std::uint64_t events) {
  std::priority_queue<Bare> queue;
  std::uint64_t next = 0;
  for (; next < pending; ++next) queue.push({delay_ns(next), next, nullptr, next, 1});
  std::uint64_t sum = 0;
  const auto from = std::chrono::steady_clock::now();
  for (std::uint64_t n = 0; n < events; ++n) {
    const Bare first = queue.top();
    queue.pop();
    sum += first.which;
    queue.push({first.at + delay_ns(next), next, nullptr, next, first.what});
    ++next;
  }
  return {static_cast<double>(events) / since(from), sum};
}

/// The middle of an odd number of rounds.
double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

bool compare(std::uint64_t pending, std::uint64_t events) {
  std::vector<double> ours, bare;
  for (int round = 0; round < kRounds; ++round) {
    const Result one = with_kernel(pending, events);
    const Result other = with_priority_queue(pending, events);
    if (one.sum != other.sum) {
      std::printf("the two did not do the same work\n");
      return false;
    }
    ours.push_back(one.events_a_second);
    bare.push_back(other.events_a_second);
  }
  std::printf("kernel, %7llu pending: %6.2f M events/s; bare binary heap %6.2f M events/s; ratio %.2f\n",
              static_cast<unsigned long long>(pending), median(ours) / 1e6, median(bare) / 1e6, median(ours) / median(bare));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t scale = 1;
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string_view(argv[i]) == "--scale") scale = std::strtoull(argv[i + 1], nullptr, 10);
  }
  const std::uint64_t events = std::max<std::uint64_t>(1, 5'000'000 / std::max<std::uint64_t>(1, scale));
  bool same = true;
  for (const std::uint64_t pending : {std::uint64_t{1'000}, std::uint64_t{100'000}}) same = compare(pending, events) && same;
  return same ? 0 : 1;
}
