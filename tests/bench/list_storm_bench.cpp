// rooms: reference/nas
//
// A list of a million rows is replaced at one NAS, behind fake doors, while reads go through it: the longest call of each kind, which is
// also what a read waits at most for whatever is on when it comes. The doors' rule is 5 ms a call.
//
//   list_storm_bench [--scale N]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "reference/nas/tags.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace {

/// The longest of many calls, in processor time: the clock on the wall would measure who else is at the machine.
struct Longest {
  double worst_ms = 0;
  std::uint64_t calls = 0;

  template <class Call>
  void time(Call&& call) {
    const std::clock_t begin = std::clock();
    call();
    worst_ms = std::max(worst_ms, 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    ++calls;
  }
  void print(const char* name) const {
    std::printf("%-22s %9llu calls, longest %7.3f ms\n", name, static_cast<unsigned long long>(calls), worst_ms);
  }
};

class Storm {
 public:
  explicit Storm(std::uint32_t rows) : rows_(rows) { bench_.start_all(); }

  void upload(int version) {
    const std::string csv = make(version);
    constexpr std::size_t kSlice = 16 * 1024;
    for (std::size_t at = 0; at < csv.size(); at += kSlice) {
      const auto last = at + kSlice < csv.size() ? doors::Last::kNo : doors::Last::kYes;
      const auto content = nas::test::text_content(csv.substr(at, kSlice));
      const doors::Message slice{doors::Channel::kVoiList, exchange_, 0, nas::test::kListFile, content};
      slices_.time([&] { bench_.message(nas::test::kOwner, slice, last); });
      go_on();
    }
    ++exchange_;
    while (bench_.timers.armed.contains(nas::kWorkTimer) || !bench_.store.commits.empty()) go_on();
    if (bench_.transport.taken(nas::test::kOwner.peer).size() != 1) std::abort();   // the answer to the upload
  }
  void print() const {
    slices_.print("slice of the list");
    work_.print("work over a timer");
    commits_.print("commit of a read, list");
    follows_.print("change that was told");
    reads_.print("read");
    texts_.print("text of a hit");
  }
  [[nodiscard]] std::uint64_t hits() const { return hits_; }
  [[nodiscard]] std::uint64_t reads() const { return reads_.calls; }

 private:
  /// What is due, each call by itself, and a read now and then.
  void go_on() {
    if (bench_.timers.armed.contains(nas::kWorkTimer)) work_.time([&] { bench_.fire(nas::kWorkTimer); });
    while (!bench_.store.commits.empty()) commits_.time([&] { bench_.settle(nas::test::Fate::kDurable); });
    follows_.time([&] { static_cast<void>(bench_.tell_followers()); });
    if (++rounds_ % 16 != 0) return;
    const auto read = nas::test::value_of(nas::test::read_of("AB00AAA", "s" + std::to_string(rounds_)));
    reads_.time([&] { bench_.send_read(rounds_, read); });
    while (!bench_.store.asked.empty()) texts_.time([&] { bench_.give_rows(); });
    while (!bench_.store.commits.empty()) commits_.time([&] { bench_.settle(nas::test::Fate::kDurable); });
    follows_.time([&] { static_cast<void>(bench_.tell_followers()); });
    for (const std::string& hit : bench_.hits()) {
      ++hits_;
      bench_.acknowledge(hit);
    }
  }
  [[nodiscard]] std::string make(int version) const {
    std::string csv = "AB00AAA,,,,Stop,,Drugs,,,CAMBS,,01/01/2020,,OFFICIAL,,\r\n";
    for (std::uint32_t row = 2; row <= rows_; ++row) {
      csv += "C" + std::to_string(row) + ",FORD,,BLUE,Assess,,Other,,Version " + std::to_string(version);
      csv += ",CAMBS,,01/01/2020,,OFFICIAL,,\r\n";
    }
    return csv;
  }

  std::uint32_t rows_;
  nas::test::NasBench bench_;
  std::uint64_t exchange_ = 1, rounds_ = 0, hits_ = 0;
  Longest slices_, work_, commits_, follows_, reads_, texts_;
};

}  // namespace

int main(int argc, char** argv) {
  std::uint32_t rows = 1'000'000;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::string(argv[i]) == "--scale") rows /= static_cast<std::uint32_t>(std::max(1, std::atoi(argv[i + 1])));
  }
  Storm storm(rows);
  storm.upload(1);
  const std::uint64_t reads_before = storm.reads(), hits_before = storm.hits();
  for (int version = 2; version <= 3; ++version) storm.upload(version);
  std::printf("a list of %u rows, uploaded and twice replaced\n", rows);
  storm.print();
  const std::uint64_t reads = storm.reads() - reads_before, hits = storm.hits() - hits_before;
  std::printf("reads while it was replaced: %llu, with %llu hits\n", static_cast<unsigned long long>(reads),
              static_cast<unsigned long long>(hits));
  return reads == hits ? 0 : 1;   // never by no version, never by two
}
