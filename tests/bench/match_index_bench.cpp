// rooms: reference/lists
//
// The match index with 45 million entries beside absl::flat_hash_map of the same marks: memory, time of a lookup, and how long the
// longest call takes while a list of a million rows is read, put in force and its old version taken out. Turn and turn about in one
// process; times are processor time.
//
//   match_index_bench [--scale N]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <unistd.h>

#include "reference/base/hash.h"
#include "reference/lists/csv_rows.h"
#include "reference/lists/list_loader.h"
#include "reference/lists/match_index.h"

namespace {

/// Processor time: what neighbours take is not counted.
struct Clock {
  using time_point = std::chrono::nanoseconds;
  static time_point now() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
  }
};

constexpr std::uint64_t kEntries = 45'000'000;
constexpr std::uint64_t kListRows = 1'000'000;   // the list that is replaced; the rest are lists of as many rows, and one nation's
constexpr std::uint64_t kLookups = 1'000'000;
constexpr int kRounds = 5;
constexpr std::size_t kGroup = 32;
const std::string kReplaced = "35_Replaced VOI List.csv";

double since(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

/// What the process holds in memory. Units: bytes.
std::uint64_t resident() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0, pages = 0;
  statm >> size >> pages;
  return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

/// Numbers of 30 bits in an order as good as any, each once.
std::uint64_t shuffled(std::uint64_t n) {
  constexpr std::uint64_t kMask = (std::uint64_t{1} << 30) - 1;
  n = (n * 0x2c1b3c6dU) & kMask;
  n ^= n >> 15;
  n = (n * 0x297a2d39U) & kMask;
  n ^= n >> 14;
  return (n * 0x1b56c4e9U) & kMask;
}

/// The n-th mark of a series: a letter that names it, two letters, two digits and three letters, no two alike. Marks do not come in the
/// order of the alphabet, since a hash that multiplies would lay neighbours out side by side.
std::string mark(std::uint64_t n, char series) {
  n = shuffled(n);
  std::string text(8, series);
  for (int i : {7, 6, 5}) {
    text[static_cast<std::size_t>(i)] = static_cast<char>('A' + n % 26);
    n /= 26;
  }
  for (int i : {4, 3}) {
    text[static_cast<std::size_t>(i)] = static_cast<char>('0' + n % 10);
    n /= 10;
  }
  for (int i : {2, 1}) {
    text[static_cast<std::size_t>(i)] = static_cast<char>('A' + n % 26);
    n /= 26;
  }
  return text;
}

base::Instant midnight(std::int64_t day) { return base::Instant{} + base::hours(24) * day; }

domain::VoiEntry entry_of(std::uint64_t n) {
  return {*domain::Vrm::make(mark(n, 'A')), domain::Action::kAssess, {}, {}, midnight(18'000 + static_cast<std::int64_t>(n % 700)),
          midnight(19'000 + static_cast<std::int64_t>(n % 900)), static_cast<std::uint32_t>(n % kListRows + 1)};
}
const base::Instant kAt = midnight(18'900);

void fill(lists::MatchIndex& index, std::uint64_t entries, std::uint64_t rows) {
  for (std::uint64_t first = 0; first < entries; first += rows) {
    const std::string file = first == 0 ? kReplaced : "35_List " + std::to_string(first);
    const lists::VersionId draft = index.begin(file, "35");
    const std::uint64_t end = std::min(first + rows, entries);
    std::deque<domain::VoiEntry> ahead;   // announced, so that filling waits less for memory
    for (std::uint64_t n = first; n < end || !ahead.empty(); ++n) {
      if (n < end) index.prepare(ahead.emplace_back(entry_of(n)).vrm);
      if (ahead.size() < kGroup && n < end) continue;
      index.add(draft, ahead.front());
      ahead.pop_front();
    }
    index.put_in_force(draft, {});
  }
}

using Peer = absl::flat_hash_map<std::uint64_t, std::uint64_t>;

void fill(Peer& peer, std::uint64_t entries) {
  for (std::uint64_t n = 0; n < entries; ++n) peer[*lists::pack(mark(n, 'A'), lists::MarkEquality::kAsWritten)] = n % kListRows + 1;
}

/// Marks to be looked up, so many in a hundred of them listed; others each round, or the caches would know them.
std::vector<domain::Vrm> reads(std::uint64_t entries, std::uint64_t count, std::uint64_t listed_of_100, std::uint64_t round) {
  std::vector<domain::Vrm> marks;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t drawn = base::mix64(round * count + i);
    marks.push_back(*domain::Vrm::make(mark(drawn % entries, (drawn >> 40) % 100 < listed_of_100 ? 'A' : 'B')));
  }
  return marks;
}

/// How lookups follow one another: each begun when the one before has ended, as a lookup among other work is; announced in groups, as the
/// reads of a commit are; or one behind the other, with whatever overlap the processor finds.
enum class Pace { kOneByOne, kInGroups, kBackToBack };

struct Result {
  double ns_a_lookup;
  std::uint64_t sum;
};

/// Until everything asked of memory so far has come.
void wait_for_memory() {
#if defined(__x86_64__)
  __builtin_ia32_mfence();
#endif
}

/// The index, and the peer, behind the same two calls.
struct Ours {
  const lists::MatchIndex& index;
  std::vector<lists::Match> matches = {};
  void prepare(const domain::Vrm& vrm) { index.prepare(vrm); }
  std::uint64_t find(const domain::Vrm& vrm) {
    matches.clear();
    index.find(vrm, kAt, matches);
    std::uint64_t sum = 0;
    for (const lists::Match& match : matches) sum += match.row;
    return sum;
  }
};
struct Theirs {
  const Peer& peer;
  void prepare(const domain::Vrm& vrm) { peer.prefetch(*lists::pack(vrm.text(), lists::MarkEquality::kAsWritten)); }
  std::uint64_t find(const domain::Vrm& vrm) {
    const auto found = peer.find(*lists::pack(vrm.text(), lists::MarkEquality::kAsWritten));
    return found == peer.end() ? 0 : found->second;
  }
};

template <class Subject>
Result look_up(Subject subject, const std::vector<domain::Vrm>& marks, Pace pace) {
  std::uint64_t sum = 0;
  const auto from = Clock::now();
  for (std::size_t group = 0; group + kGroup <= marks.size(); group += kGroup) {
    for (std::size_t k = 0; k < kGroup && pace == Pace::kInGroups; ++k) subject.prepare(marks[group + k]);
    for (std::size_t k = 0; k < kGroup; ++k) {
      if (pace == Pace::kOneByOne) wait_for_memory();
      sum += subject.find(marks[pace == Pace::kOneByOne ? (group + k) ^ (sum >> 63) : group + k]);
    }
  }
  return {since(from) * 1e9 / static_cast<double>(marks.size()), sum};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

bool compare(const lists::MatchIndex& index, const Peer& peer, std::uint64_t entries, std::uint64_t lookups, std::uint64_t listed_of_100,
             Pace pace) {
  static constexpr const char* kNames[] = {"one by one  ", "in groups   ", "back to back"};
  std::vector<double> ours, theirs, ratios;
  for (int round = 0; round < kRounds; ++round) {
    const auto marks = reads(entries, lookups, listed_of_100, static_cast<std::uint64_t>(round));
    const auto others = reads(entries, lookups, listed_of_100, static_cast<std::uint64_t>(round));
    const Result one = look_up(Ours{index}, marks, pace);
    const Result other = look_up(Theirs{peer}, others, pace);
    if (one.sum != other.sum) {
      std::printf("the two did not find the same\n");
      return false;
    }
    ours.push_back(one.ns_a_lookup);
    theirs.push_back(other.ns_a_lookup);
    ratios.push_back(one.ns_a_lookup / other.ns_a_lookup);
  }
  std::printf("%s, %3llu %% listed: index %6.1f ns a lookup, flat_hash_map %6.1f ns; ratio %.2f\n", kNames[static_cast<int>(pace)],
              static_cast<unsigned long long>(listed_of_100), median(ours), median(theirs), median(ratios));
  return true;
}

/// Rows of the list that comes in, as many as a parser takes at once.
std::string csv_from(std::uint64_t first, std::uint64_t rows) {
  std::string csv;
  for (std::uint64_t n = first; n < std::min(first + 100, rows); ++n) {
    csv += mark(n + 17, 'A') + ",FORD,FOCUS,RED,Assess,,Drugs,1AP,\"Brief, free text that says why\",CAMBS South,01/01/2019,31/12/2024";
    csv += ",,OFFICIAL,,101\r\n";
  }
  return csv;
}

/// Calls `step` until it says that it is done. Gives the longest call. Units: milliseconds.
template <class Step>
double longest_ms(Step&& step) {
  double longest = 0;
  for (bool more = true; more;) {
    const auto from = Clock::now();
    more = step();
    longest = std::max(longest, since(from) * 1e3);
  }
  return longest;
}

/// The texts of a list of a nation are the store's, so they are not kept here.
bool replace_one(lists::MatchIndex& index, std::uint64_t rows, std::uint64_t before) {
  const auto begin = Clock::now();
  auto loader = std::make_unique<lists::ListLoader>(index, kReplaced);
  double reading = 0;
  bool well = true;
  for (std::uint64_t row = 0; row < rows; row += 100) {
    const std::string csv = csv_from(row, rows);
    reading = std::max(reading, longest_ms([&] {
      well = well && loader->feed(csv).has_value();
      return false;
    }));
  }
  well = well && loader->finish().has_value();
  const double most = static_cast<double>(resident() - before);
  const double putting = longest_ms([&] { return loader->put_in_force(), false; });
  const double tending = longest_ms([&] { return index.tend(); });
  std::printf("replaced: %.1f s in all; longest call: feed %.2f ms, put_in_force %.3f ms, tend %.2f ms; resident %.0f MB\n",
              since(begin), reading, putting, tending, most / 1e6);
  return well;
}

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::uint64_t scale = 1;
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string_view(argv[i]) == "--scale") scale = std::max<std::uint64_t>(1, std::strtoull(argv[i + 1], nullptr, 10));
  }
  const std::uint64_t entries = kEntries / scale, rows = std::max<std::uint64_t>(1, kListRows / scale);
  const std::uint64_t lookups = std::max<std::uint64_t>(1, kLookups / std::min<std::uint64_t>(scale, 10));

  const std::uint64_t before = resident();
  lists::MatchIndex index;
  auto from = Clock::now();
  fill(index, entries, rows);
  const double index_s = since(from), index_bytes = static_cast<double>(resident() - before);
  std::printf("%llu entries: index filled in %.1f s, resident %.0f MB, %.1f bytes an entry\n", static_cast<unsigned long long>(entries),
              index_s, index_bytes / 1e6, index_bytes / static_cast<double>(entries));
  {
    const std::uint64_t between = resident();
    Peer peer;
    from = Clock::now();
    fill(peer, entries);
    std::printf("%llu entries: flat_hash_map filled in %.1f s, resident %.0f MB\n", static_cast<unsigned long long>(entries), since(from),
                static_cast<double>(resident() - between) / 1e6);
    for (const Pace pace : {Pace::kOneByOne, Pace::kInGroups, Pace::kBackToBack}) {
      for (const std::uint64_t listed : {2U, 50U, 100U}) {
        if (!compare(index, peer, entries, lookups, listed, pace)) return 1;
      }
    }
  }
  for (int turn = 0; turn < 4; ++turn) {
    if (!replace_one(index, rows, before)) return 1;
  }
  return 0;
}
