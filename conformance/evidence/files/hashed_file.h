// A file that is written from front to back, with its SHA-256 as it goes.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <openssl/evp.h>

#include "reference/base/result.h"

namespace evidence {

/// SHA-256 over bytes that come in pieces.
class RunningHash {
 public:
  RunningHash();
  void add(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Nothing may be added after it.
  [[nodiscard]] std::string hex();

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

class HashedFile {
 public:
  /// Errors:  none here: a file that cannot be opened is told by close().
  explicit HashedFile(const std::filesystem::path& path);
  void write(std::string_view bytes);
  /// Errors:  kPackNotWritable, for the first write that failed. The result is the file's sha256.
  [[nodiscard]] base::Result<std::string> close();
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  RunningHash hash_;
  bool broken_ = false;
};

}  // namespace evidence
