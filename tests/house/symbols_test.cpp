// The core archives ask nothing of the machine; and the check would notice if they did.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

#include "tests/house/symbols.h"

namespace house {
namespace {

std::string undefined_symbols_of(const std::string& archive) {
  const std::string command = "nm --undefined-only --demangle " + archive + " 2>&1";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string listing;
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) listing += buffer.data();
  return listing;
}

TEST(CoreArchives, AskNothingOfTheMachine) {
  std::size_t seen = 0;
  const auto archives = read_file(PLUMBLINE_BUILD "/archives.txt");
  for (const auto line : lines_of(archives)) {
    const auto bar = line.find('|');
    const auto listing = undefined_symbols_of(std::string(line.substr(bar + 1)));
    EXPECT_NE(listing.find(" U "), std::string::npos) << "nm said nothing of " << line << ": " << listing;
    const auto offences = asked_of_the_machine(listing);
    EXPECT_TRUE(offences.empty()) << line.substr(0, bar) << listed(offences);
    ++seen;
  }
  EXPECT_GT(seen, 0U);
}

TEST(Symbols, OfAClockAThreadAndAFileAreNoticed) {
  const auto offences = asked_of_the_machine(
      "nas.cpp.o:\n"
      "                 U std::chrono::_V2::system_clock::now()\n"
      "                 U memcpy\n"
      "                 U clock_gettime@GLIBC_2.17\n"
      "                 w pthread_create\n"
      "                 U timer_of_ours\n"
      "\nlea.cpp.o:\n"
      "                 U std::basic_ifstream<char, std::char_traits<char> >::close()\n"
      "                 U base::Instant::plus(long)\n");
  EXPECT_EQ(offences, (Offences{"nas.cpp.o: std::chrono::_V2::system_clock::now()", "nas.cpp.o: clock_gettime@GLIBC_2.17",
                                "nas.cpp.o: pthread_create",
                                "lea.cpp.o: std::basic_ifstream<char, std::char_traits<char> >::close()"}));
}

}  // namespace
}  // namespace house
