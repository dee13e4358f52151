// Invariants of ours, checked in every build. Malformed input is never an invariant: it is a Result.
#pragma once

#include <stdexcept>
#include <string>

namespace base {

/// A broken invariant. Nothing between the place that throws it and the edge of the program catches it: the edge prints it
/// with the replay line and leaves with exit code 70.
class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void broken(const char* file, int line, const char* condition, const std::string& why);

}  // namespace base

/// Throws base::Broken where `condition` does not hold; `why` says what must have been true, in words.
#define PLUMB_CHECK(condition, why) \
  ((condition) ? static_cast<void>(0) : ::base::broken(__FILE__, __LINE__, #condition, (why)))
