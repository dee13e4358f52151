#include "tests/packs/written.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

namespace packs {
namespace {

namespace fs = std::filesystem;

/// A folder of this process, removed with all in it.
struct Folder {
  fs::path path = fs::path(testing::TempDir()) / ("plumbline-packs-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

void run_python(const std::string& script, const fs::path& into) {
  const std::string command = "python3 -B '" PLUMBLINE_SOURCE "/tests/packs/" + script + "' '" + into.string() + "' > /dev/null";
  if (std::system(command.c_str()) == 0) return;
  std::cerr << "failed, or python3 is not installed (packages-check.txt): " << command << '\n';
  std::exit(EXIT_FAILURE);
}

Written write_into(const fs::path& folder) {
  Written made{folder / "packs", folder / "example", {}};
  run_python("write_packs.py", made.folder);
  run_python("example.py", made.example);
  made.expected = nlohmann::json::parse(content_of(made.folder / "expected.json")).get<std::vector<nlohmann::json>>();
  return made;
}

}  // namespace

const Written& written() {
  static const Folder kFolder;
  static const Written kWritten = write_into(kFolder.path);
  return kWritten;
}

std::string content_of(const fs::path& file) {
  if (!fs::is_regular_file(file)) return {};
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace packs
