// The organisations of Annex A: the code a VOI list's name begins with, and the text its symbol shows.
#pragma once

#include <span>
#include <string_view>

namespace domain {

struct Organisation {
  std::string_view code;
  std::string_view symbol;
};

/// All 55, as printed. Source: Annex A (A-a).
[[nodiscard]] std::span<const Organisation> annex_a();

/// Whether a code of two digits is this number: what a Feed ID can be.
[[nodiscard]] bool is_two_digit_code(int number);

/// The organisation of this code, or null.
[[nodiscard]] const Organisation* find_organisation(std::string_view code);

}  // namespace domain
