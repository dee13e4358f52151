// A run whose cast hands in another policy for the cameras.
#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

/// Drops each camera's tenth read, and sends its eleventh late.
struct Careless final : actors::CameraPolicy {
  actors::Handling handle(const actors::Capture& capture) override {
    actors::Handling handling;
    handling.dropped = capture.n == 10;
    if (capture.n == 11) handling.delay = base::seconds(5);
    return handling;
  }
};

TEST(CameraPolicy, OfTheCastIsAskedByAllCameras) {
  run::Cast cast = run::reference_cast();
  cast.camera = [] { return std::make_unique<Careless>(); };
  const auto outcome = small::run_small(small::clean_minute(), {}, {}, cast);
  EXPECT_EQ(outcome.summary.passes, outcome.summary.reads_sent + 6) << "six cameras, one dropped read each";
  EXPECT_EQ(outcome.summary.backlog, 0U);
  for (int camera = 1; camera <= 6; ++camera) {
    const std::string id = "35-" + std::to_string(camera) + "-1:";
    EXPECT_FALSE(outcome.ledger.sent.contains(id + "10"));
    EXPECT_GT(outcome.ledger.sent.at(id + "11") - outcome.ledger.sent.at(id + "12"), base::seconds(4));
  }
}

TEST(CameraPolicy, MayBeNone) {
  run::Cast cast = run::reference_cast();
  cast.camera = [] { return nullptr; };
  EXPECT_EQ(small::run_small(small::clean_minute(), {}, {}, cast).summary.digest,
            small::run_small(small::clean_minute(), {}).summary.digest);
}

}  // namespace
