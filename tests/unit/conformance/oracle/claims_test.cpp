// What the evidence has that a claim denies.
#include "conformance/oracle/claims.h"

#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

std::uint64_t denials(const std::string& claim, const std::vector<Body>& told) {
  const auto watch = watch_claims({claim});
  for (const Body& body : told) watch->hear({{}, body, {}});
  return watch->fates().at(0).against;
}

Camera registered(bool records_unread, bool lea_controlled, bool lea_controlled_told) {
  Camera camera{kCamera, "static", lea_controlled, records_unread, {}, std::nullopt, 0, {}};
  camera.lea_controlled_told = lea_controlled_told;
  return camera;
}

TEST(ClaimsTest, WhoRecordsPassesWithoutAMarkIsFoundByTheMarkTheRegisterAndThePass) {
  const std::string seven = text_of("QQQQQQQ"), word = text_of("UNKNOWN");
  const std::string claim = "no-unread-passes";
  EXPECT_EQ(denials(claim, {ReadSent{"r", {}, kCamera, {seven, nullptr, nullptr, nullptr}}}), 1u);
  EXPECT_EQ(denials(claim, {registered(true, false, true)}), 1u);
  EXPECT_EQ(denials(claim, {registered(false, false, true)}), 0u);
  const Pass unread{"p", kCamera, "", {}, 0}, read{"p", kCamera, "AB01CDE", {}, 0};
  Pass unsaid = unread;
  unsaid.vrm_told = false;
  const ReadSent sent{"r", "p", kCamera, {word, nullptr, nullptr, nullptr}};
  EXPECT_EQ(denials(claim, {unread, sent}), 1u);
  EXPECT_EQ(denials(claim, {unread, ManualEntry{"lea:35", "r"}, sent}), 0u) << "a person made it out";
  EXPECT_EQ(denials(claim, {read, sent}), 0u);
  EXPECT_EQ(denials(claim, {unsaid, sent}), 0u);
  EXPECT_EQ(denials(claim, {unread}), 0u) << "a pass that nothing is recorded of is what the claim says";
}

TEST(ClaimsTest, WhoseACameraIsMustBeTold) {
  EXPECT_EQ(denials("not-lea-controlled", {registered(false, true, true)}), 1u);
  EXPECT_EQ(denials("not-lea-controlled", {registered(false, true, false)}), 0u);
  EXPECT_EQ(denials("not-lea-controlled", {registered(false, false, true)}), 0u);
}

}  // namespace
}  // namespace oracle::test
