// Where results go: standard output that takes none.
#include <ostream>
#include <streambuf>

#include <gtest/gtest.h>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

/// Takes so many bytes and no more, as a full disk does.
class Full : public std::streambuf {
 public:
  explicit Full(std::size_t room) : room_(room) {}

 protected:
  int_type overflow(int_type c) override { return room_ > 0 && room_-- > 0 ? c : traits_type::eof(); }

 private:
  std::size_t room_;
};

TEST(Output, AResultThatNobodyCouldReadIsNoSuccess) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string(), folder = scratch.path().string();
  for (const auto& args : {std::vector<std::string>{"requirements", "--json"}, {"requirements"}, {"--version"}, {"--help"},
                           {"help", "voi"}, {"scenarios", folder}, {"simulate", file}}) {
    for (const std::size_t room : {0U, 10U}) {
      Full full(room);
      std::ostream out(&full);
      std::ostringstream err;
      EXPECT_EQ(cli::run(args, out, err), cli::kUsage) << args[0] << " " << room;
      EXPECT_TRUE(holds(err.str(), "standard output could not be written")) << err.str();
      EXPECT_TRUE(holds(err.str(), "\nNext: ")) << err.str();
    }
  }
}

TEST(Output, AnErrorStaysTheErrorWhereStandardOutputTakesNothing) {
  Full full(0);
  std::ostream out(&full);
  std::ostringstream err;
  EXPECT_EQ(cli::run({"scenarios", "no such folder"}, out, err), cli::kUnreadableInput);
}

}  // namespace
