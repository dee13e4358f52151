// What a refusal of a read may rest on.
#include "conformance/oracle/refusal.h"

#include <vector>

#include <gtest/gtest.h>

namespace oracle {
namespace {

using base::event::RefusedFault;

bool on_form(const std::vector<RefusedFault>& faults) { return rests_on_form_alone(faults); }

TEST(RefusalTest, RestsOnFormWhereEveryClauseItNamesIsOneOfForm) {
  EXPECT_TRUE(on_form({{"vrm", "2.2.1", "r"}}));
  EXPECT_TRUE(on_form({{"time", "2.2.2", "r"}, {"feed_id", "2.3", "r"}, {"source_id", "2.3", ""}, {"nrd_id", "2.3", ""},
                       {"username", "2.3", ""}}));
}

TEST(RefusalTest, WhatElseItNamesIsNotForTheJudgeToCallUnfounded) {
  EXPECT_FALSE(on_form({}));
  EXPECT_FALSE(on_form({{"plate_patch", "2.2.4", "r"}}));
  EXPECT_FALSE(on_form({{"vrm", "2.2.1", "r"}, {"location", "2.2.3", "r"}}));
  EXPECT_FALSE(on_form({{"lane_id", "2.3", "r"}}));
  EXPECT_FALSE(on_form({{"clock", "2.2.2", "r"}}));
  EXPECT_FALSE(on_form({{"", "", ""}}));
}

}  // namespace
}  // namespace oracle
