// The story of single reads.
#include "conformance/evidence/chronicle.h"

#include <array>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace evidence {
namespace {

using namespace base::event;

/// Tells a chronicle one event a second.
class Telling {
 public:
  explicit Telling(std::set<std::string, std::less<>> reads) : chronicle(std::move(reads)) {}
  void tell(Body body) {
    chronicle.hear({{seconds_ * 1'000'000'000}, std::move(body)});
    ++seconds_;
  }
  [[nodiscard]] std::vector<std::string> of(std::string_view read_id) const {
    std::vector<std::string> lines;
    for (const Chapter& c : chronicle.of(read_id))
      lines.push_back(fmt::format("{} {} | {} | {}", c.at.ns / 1'000'000'000, c.kind, c.who, c.what));
    return lines;
  }
  Chronicle chronicle;

 private:
  std::int64_t seconds_ = 0;
};

TEST(ChronicleTest, TellsAReadFromItsPassToItsReturn) {
  Telling story({"r:1"});
  story.tell(Pass{"p1", "35-1-1", "AB01CDE", {}, 0});
  story.tell(ReadSent{"r:1", "p1", "35-1-1", {}});
  story.tell(ReadReceived{"lea:35", "r:1", {}});
  story.tell(ReadBuffered{"lea:35", "r:1"});
  story.tell(ReadAcknowledged{"lea:35", "r:1", ""});
  story.tell(ReadReceived{"nas", "r:1", {}});
  story.tell(ReadAcknowledged{"nas", "r:1", "c1"});
  story.tell(ReadDeleted{"lea:35", "r:1"});
  story.tell(HitSent{"h1", "r:1", "35_Test.csv", 7, "voi"});
  story.tell(HitDelivered{"h1", "op-1"});
  story.tell(HitAcknowledged{"h1", "op-1"});
  story.tell(CaptureReturned{"c1", {}});
  story.tell(HitSent{"h2", "r:1", "pnc:extract", 2, "extract", base::hours(1)});
  story.tell(SymbolShown{"operator:op-1", "h1", "Stop", "CAMBS"});
  EXPECT_EQ(story.of("r:1"), (std::vector<std::string>{
                                 "0 pass | camera:35-1-1 | AB01CDE passes",
                                 "1 read.sent | camera:35-1-1 | read sent",
                                 "2 read.received | lea:35 | read received",
                                 "3 read.buffered | lea:35 | read kept in the local store",
                                 "4 read.acknowledged | lea:35 | read acknowledged",
                                 "5 read.received | nas | read received",
                                 "6 read.acknowledged | nas | read acknowledged as capture c1",
                                 "7 read.deleted | lea:35 | read deleted from the local store",
                                 "8 hit.sent | nas | hit h1 sent, for row 7 of 35_Test.csv",
                                 "9 hit.delivered | op-1 | hit h1 delivered",
                                 "10 hit.acknowledged | op-1 | hit h1 acknowledged",
                                 "11 capture.returned | nas | capture c1 given back",
                                 "12 hit.sent | nas | hit h2 sent, for row 2 of pnc:extract, with data 3600 s old",
                                 "13 symbol.shown | operator:op-1 | hit h1 shown: Stop, CAMBS",
                             }));
}

TEST(ChronicleTest, TellsOfNoReadThatWasNotAskedFor) {
  Telling story({"r:1"});
  story.tell(Pass{"p2", "35-1-1", "AB01CDE", {}, 0});
  story.tell(ReadSent{"r:2", "p2", "35-1-1", {}});
  story.tell(ReadAcknowledged{"nas", "r:2", "c2"});
  story.tell(HitSent{"h2", "r:2", "35_Test.csv", 7, "voi"});
  story.tell(HitDelivered{"h2", "op-1"});
  story.tell(CaptureReturned{"c2", {}});
  story.tell(SymbolShown{"operator:op-1", "h2", "Stop", "CAMBS"});
  EXPECT_TRUE(story.of("r:1").empty());
  EXPECT_TRUE(story.of("r:2").empty());
}

TEST(ChronicleTest, RefusalsTestsEntriesAndUnreadPassesAreTold) {
  Telling story({"r:1"});
  const std::array<RefusedFault, 2> faults{{{"vrm", "2.2.1", "missing"}, {"time", "2.2.2", "no such date"}}};
  story.tell(ConnectivityTest{"camera:35-1-1", "QQ111QQQ", "r:1"});
  story.tell(ManualEntry{"lea:35", "r:1"});
  story.tell(Pass{"p1", "35-1-1", "", {}, 0});
  story.tell(ReadSent{"r:1", "p1", "35-1-1", {}});
  story.tell(ReadRefused{"nas", "r:1", faults});
  story.tell(ReadRefused{"nas", "r:1", {}});
  EXPECT_EQ(story.of("r:1"), (std::vector<std::string>{
                                 "0 connectivity.test | camera:35-1-1 | declared a test of connectivity, with QQ111QQQ",
                                 "1 manual.entry | lea:35 | typed in by an administrator",
                                 "2 pass | camera:35-1-1 | a vehicle passes whose plate cannot be read",
                                 "3 read.sent | camera:35-1-1 | read sent",
                                 "4 read.refused | nas | read refused: vrm (2.2.1): missing; time (2.2.2): no such date",
                                 "5 read.refused | nas | read refused",
                             }));
}

TEST(ChronicleTest, APassBelongsToTheFirstReadThatNamesIt) {
  Telling story({"r:1", "r:2"});
  story.tell(Pass{"p1", "35-1-1", "AB01CDE", {}, 0});
  story.tell(ReadSent{"r:1", "p1", "35-1-1", {}});
  story.tell(ReadSent{"r:2", "p1", "35-1-1", {}});
  EXPECT_EQ(story.of("r:1").size(), 2u);
  EXPECT_EQ(story.of("r:2").size(), 1u);
}

}  // namespace
}  // namespace evidence
