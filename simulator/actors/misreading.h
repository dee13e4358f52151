// How a camera misreads a mark: one character taken for another that looks like it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace actors {

/// The mark with one character exchanged for another of its confusion class, both by the draw; as it is where no character has a class.
///
/// Source:  the classes are those that the plate hash of UTMC TR007.001b folds together: D0QO, 1I, 5S, YV, 8B3, Z2, FE, CG, MNWH.
[[nodiscard]] std::string misread(std::string_view vrm, std::uint64_t drawn);

}  // namespace actors
