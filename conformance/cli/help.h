// Help, for the whole and for a command.
#pragma once

#include <string>
#include <string_view>

#include "conformance/cli/command.h"

namespace cli {

[[nodiscard]] std::string help();
[[nodiscard]] std::string help_of(const Command& command);

/// The command that was most likely meant by a word that is none: at most two letters away. Empty where there is none.
[[nodiscard]] std::string_view nearest_command(std::string_view word);

}  // namespace cli
