#include "conformance/cli/standard_descriptors.h"

#include <fcntl.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace {

TEST(StandardDescriptors, AClosedOneIsTakenAndRefusesAsAClosedOneDoes) {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const int kept = fcntl(descriptor, F_DUPFD, 10);
    close(descriptor);
    const bool taken = cli::take_standard_descriptors();
    const int mode = fcntl(descriptor, F_GETFL) & O_ACCMODE;
    const int next = open("/dev/null", O_RDONLY);
    close(next);
    if (kept >= 0) dup2(kept, descriptor);
    if (kept >= 0) close(kept);
    EXPECT_TRUE(taken);
    EXPECT_EQ(mode, descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) << descriptor;
    EXPECT_GT(next, STDERR_FILENO) << "the first file that is opened would be written over";
  }
}

TEST(StandardDescriptors, OnesThatAreOpenStayAsTheyAre) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const int kept = fcntl(STDOUT_FILENO, F_DUPFD, 10);
  dup2(ends[1], STDOUT_FILENO);
  EXPECT_TRUE(cli::take_standard_descriptors());
  EXPECT_EQ(write(STDOUT_FILENO, "x", 1), 1);
  dup2(kept, STDOUT_FILENO);
  close(kept);
  char c = 0;
  EXPECT_EQ(read(ends[0], &c, 1), 1);
  EXPECT_EQ(c, 'x');
  close(ends[0]);
  close(ends[1]);
}

}  // namespace
