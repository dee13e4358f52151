#include "conformance/cli/standard_descriptors.h"

#include <fcntl.h>
#include <unistd.h>

namespace cli {

bool take_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // The lowest that is free is what open() gives, and so this one.
    if (::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) != descriptor) return false;
  }
  return true;
}

}  // namespace cli
