// 2.3-f: the username against who was logged on.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

const std::string kComponent = "camera:35-12-42";

/// A script in which somebody signs on and off, and in between a read is made.
class SessionScript : public Script {
 public:
  void session(std::string_view user, bool open, std::string_view component = kComponent) {
    tell(OperatorSession{component, user, open});
    wait(base::seconds(10));
  }
  void read(std::string_view username) {
    const std::string id = fmt::format("r:{}", ++reads_), pass_id = "p" + id;
    pass(pass_id);
    sent(id, text_of("AB01CDE", "11/06/2019 07:00:00", "\"35\"", "12", fmt::format("\"{}\"", username)), pass_id);
    wait(base::seconds(10));
  }
  void expect(std::uint64_t observations, std::uint64_t against) {
    EXPECT_EQ(judgement("2.3-f").observations, observations);
    EXPECT_EQ(judgement("2.3-f").against, against);
  }

 private:
  int reads_ = 0;
};

TEST(SessionsTest, ReadsNameWhoIsLoggedOnAndNobodyElse) {
  SessionScript script;
  script.session("PC1234", true);
  script.read("PC1234");
  script.read("Unattended");
  script.read("PC9999");
  script.session("PC1234", false);
  script.read("Unattended");
  script.read("PC1234");
  script.expect(2, 3);
  EXPECT_EQ(script.judgement("2.3-f").findings.at(0).expected, "PC1234, logged on then");
  EXPECT_EQ(script.judgement("2.3-f").findings.at(2).expected, "Unattended, since nobody was logged on");
}

TEST(SessionsTest, EitherOfTwoWhoAreLoggedOnWillDo) {
  SessionScript script;
  script.session("PC1", true);
  script.session("PC2", true);
  script.read("PC1");
  script.read("PC2");
  script.read("Unattended");
  script.session("PC2", false);
  script.read("PC2");
  script.read("PC1");
  script.expect(3, 2);
}

TEST(SessionsTest, WithinASecondOfAChangeBothAreRight) {
  SessionScript script;
  script.session("PC1", true);
  script.tell(OperatorSession{kComponent, "PC1", false});
  script.read("PC1");
  script.expect(1, 0);
}

TEST(SessionsTest, AnotherCamerasSessionSaysNothing) {
  SessionScript script;
  script.session("PC1", true, "camera:35-1-1");
  script.read("Unattended");
  script.read("PC7");
  script.expect(2, 0);
}

TEST(SessionsTest, ASessionThatDoesNotSayWhoseItIsDecidesNothing) {
  SessionScript script;
  script.session("", true);
  script.read("PC1");
  script.read("Unattended");
  script.session("", false);
  script.read("PC1");
  script.expect(2, 1);
}

TEST(SessionsTest, WhoTypesAReadInIsNotWhoIsLoggedOn) {
  SessionScript script;
  script.session("PC1", true);
  script.tell(ManualEntry{"lea:35", "r:1"});
  script.read("Admin7");
  script.expect(1, 0);
}

TEST(SessionsTest, WithoutAPassTheInstantIsNotKnown) {
  SessionScript script;
  script.session("PC1", true);
  script.sent("r:1", text_of("AB01CDE"));
  script.expect(1, 0);
}

}  // namespace
}  // namespace oracle::test
