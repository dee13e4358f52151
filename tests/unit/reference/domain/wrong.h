// A text that is wrong, and as what it is refused.
#pragma once

#include "reference/base/result.h"

struct Wrong {
  const char* text;
  const base::ErrorKind* kind;
};
