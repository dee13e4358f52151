#include "reference/base/hash.h"

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

// FIPS 180-2, appendix B, and the empty message.
TEST(Sha256, GivesThePublishedValues) {
  EXPECT_EQ(base::sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(base::sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(base::sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// The first outputs of SplitMix64 from the state 0, as published with the generator.
TEST(Mix64, IsTheFinaliserOfSplitMix64) {
  EXPECT_EQ(base::mix64(0), 0xe220a8397b1dcdafULL);
  EXPECT_EQ(base::mix64(0x9e3779b97f4a7c15ULL), 0x6e789e6aa1b965f4ULL);
}

TEST(Hash64, TellsTextsOfZerosByTheirLength) {
  std::set<std::uint64_t> hashes;
  for (std::size_t size = 0; size < 64; ++size) hashes.insert(base::hash64(std::string(size, '\0')));
  EXPECT_EQ(hashes.size(), 64U);
}

RC_GTEST_PROP(Hash64, ChangesWithEveryByteAndWithTheSeed, (std::string text)) {
  const auto whole = base::hash64(text);
  RC_ASSERT(base::hash64(text, 1) != whole);
  for (char& c : text) {
    c = static_cast<char>(c ^ 1);
    RC_ASSERT(base::hash64(text) != whole);
    c = static_cast<char>(c ^ 1);
  }
  RC_ASSERT(base::hash64(text) == whole);
}

TEST(Hash64, IsTheSameWhereTheCompilerReckonsIt) {
  static constexpr std::string_view kText = "thirty-one bytes, so not a whole";
  constexpr std::uint64_t kHash = base::hash64(kText);
  for (std::size_t offset = 0; offset < 8; ++offset) {
    const std::string shifted = std::string(offset, ' ') + std::string(kText);   // loads at every alignment
    EXPECT_EQ(base::hash64(std::string_view(shifted).substr(offset)), kHash) << "offset " << offset;
  }
}

}  // namespace
