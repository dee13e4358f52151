// The hand-made packs, written once by python3 into a folder of their own, which goes when the program ends.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace packs {

/// What python3 wrote.
///
/// Shape:   `folder` holds the packs, `expected` what is due of each, as tests/packs/write_packs.py says it, and `example` is the worked
///          example, made anew.
struct Written {
  std::filesystem::path folder, example;
  std::vector<nlohmann::json> expected;
};

/// The packs, written when they are first asked for. Without python3 the program ends and says so: no test ran.
const Written& written();

/// A file's bytes; empty where there is none.
std::string content_of(const std::filesystem::path& file);

}  // namespace packs
