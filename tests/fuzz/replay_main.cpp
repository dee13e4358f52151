// Runs a fuzz target over the files of its corpus, once each: what a fuzzer once found stays tested in every build.
//
// Usage:  <name>_fuzz CORPUS...   (files, or folders of files)
// Exit:   0 every input was run; 1 there was no input, or one could not be read. A finding aborts.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::filesystem::path> inputs_of(const std::vector<std::string>& arguments) {
  std::vector<std::filesystem::path> inputs;
  for (const auto& argument : arguments) {
    if (!std::filesystem::is_directory(argument)) {
      inputs.emplace_back(argument);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(argument)) {
      if (entry.is_regular_file()) inputs.push_back(entry.path());
    }
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

bool run(const std::filesystem::path& input) {
  std::ifstream file(input, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return false;
  // Named before it runs: where the target aborts, the last line says on what.
  std::printf("%s, %zu bytes\n", input.c_str(), bytes.size());
  std::fflush(stdout);
  // A copy of exactly this size, so that a sanitizer sees a read past its end.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
  return true;
}

}  // namespace

int main(int count, char** words) {
  const auto inputs = inputs_of({words + 1, words + count});
  if (inputs.empty()) {
    std::fputs("nothing to replay: the corpus is empty\n", stderr);
    return 1;
  }
  for (const auto& input : inputs) {
    if (run(input)) continue;
    std::fprintf(stderr, "%s cannot be read\n", input.c_str());
    return 1;
  }
  std::printf("%zu inputs replayed\n", inputs.size());
  return 0;
}
