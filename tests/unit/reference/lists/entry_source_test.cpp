#include "reference/lists/entry_source.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

domain::VoiEntry entry(std::uint32_t row, const std::string& information) {
  const base::Instant from{static_cast<std::int64_t>(row) * 7};
  return {*domain::Vrm::make("V" + std::to_string(row)), static_cast<domain::Action>(row % 3), std::string(row % 20, 'r'), information,
          from, from + base::hours(24), row};
}

TEST(KeptEntries, OfNothingAreNone) {
  lists::KeptEntries kept;
  EXPECT_FALSE(kept.find(1).has_value());
  EXPECT_FALSE(kept.let_go());
}

RC_GTEST_PROP(KeptEntries, ComeBackByRowAndNoOther, ()) {
  lists::KeptEntries kept;
  std::vector<domain::VoiEntry> all;
  const auto count = *rc::gen::inRange<std::uint32_t>(0, 1'000);
  const auto step = *rc::gen::inRange<std::uint32_t>(1, 4);
  for (std::uint32_t n = 0; n < count; ++n) {
    all.push_back(entry(1 + n * step, std::string(n % 50, 'i')));
    kept.add(all.back());
  }
  for (const domain::VoiEntry& each : all) {
    const auto found = kept.find(each.row);
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->vrm == each.vrm);
    RC_ASSERT(found->action == each.action);
    RC_ASSERT(found->reason == each.reason);
    RC_ASSERT(found->information == each.information);
    RC_ASSERT(found->in_force_from == each.in_force_from);
    RC_ASSERT(found->weeded_at == each.weeded_at);
    RC_ASSERT(found->row == each.row);
    RC_ASSERT(step == 1 || !kept.find(each.row + 1).has_value());
  }
  RC_ASSERT(!kept.find(0).has_value());
  RC_ASSERT(!kept.find(count * step + 1).has_value());
}

TEST(KeptEntries, GoInPieces) {
  lists::KeptEntries kept;
  for (std::uint32_t row = 1; row <= 20'000; ++row) kept.add(entry(row, "x"));
  int pieces = 1;
  while (kept.let_go()) ++pieces;
  EXPECT_GT(pieces, 3);
  EXPECT_FALSE(kept.find(1).has_value());
}

}  // namespace
