// What a reader of a pack keeps in memory of images and lists.
#include "conformance/evidence/files/loaded_files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace evidence::test {
namespace {

/// Holds nothing, and counts how often that was asked.
class Empty final : public Container {
 public:
  base::Result<std::unique_ptr<ByteSource>> open(const std::string&) const override {
    ++asked;
    return nullptr;
  }
  base::Result<std::vector<Held>> list() const override { return std::vector<Held>(); }

  mutable std::size_t asked = 0;
};

TEST(LoadedFilesTest, NamesThatAreNotThereAreRememberedForAWhileAndCountedOnce) {
  const Empty pack;
  LoadedFiles files(pack);
  const auto look_for = [&](std::size_t number) { EXPECT_FALSE(files.image(fmt::format("{:064x}", number)).value().has_value()); };
  constexpr std::size_t kNames = 100'000;
  for (std::size_t number = 0; number < kNames; ++number) {
    look_for(number);
    look_for(number);   // by the next event of the same read
  }
  EXPECT_EQ(pack.asked, kNames);
  look_for(0);
  EXPECT_EQ(pack.asked, kNames + 1) << "the first has been forgotten, or a pack of millions would fill the memory with names";
  EXPECT_EQ(files.missing(), kNames);
}

}  // namespace
}  // namespace evidence::test
