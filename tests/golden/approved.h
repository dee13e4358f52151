// Output against the file of it that a person approved.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

inline std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

/// With UPDATE_GOLDEN in the environment the file is written anew, and the test skipped.
inline void expect_approved(const std::string& file, const std::string& output) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << output;
    GTEST_SKIP() << "wrote " << file << ": look at it before you commit it";
  }
  const std::string approved = content_of(file);
  ASSERT_FALSE(approved.empty()) << file << " is missing; UPDATE_GOLDEN=1 writes it";
  const auto [there, here] = std::mismatch(output.begin(), output.end(), approved.begin(), approved.end());
  EXPECT_TRUE(output == approved) << file << " is not as approved: " << output.size() << " bytes for " << approved.size()
                                  << "; first difference at byte " << there - output.begin() << ":\n"
                                  << std::string(there, output.end()).substr(0, 200) << "\nwhere approved is\n"
                                  << std::string(here, approved.end()).substr(0, 200);
}
