// What a core archive asks of the machine, by its undefined symbols.
#pragma once

#include <string_view>

#include "tests/house/tree.h"

namespace house {

/// Symbols that no core may need: a clock, a source of chance, the environment, a thread, a socket, a file, another process.
///
/// Shape:   `listing` is the output of `nm --undefined-only --demangle` on an archive. One offence an object and symbol.
/// Source:  house: time, randomness, storage and network are handed in, so that a run is a value.
Offences asked_of_the_machine(std::string_view listing);

}  // namespace house
