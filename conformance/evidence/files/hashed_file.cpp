#include "conformance/evidence/files/hashed_file.h"

#include <array>

#include "conformance/evidence/pack.h"
#include "reference/base/check.h"

namespace evidence {

RunningHash::RunningHash() : context_(EVP_MD_CTX_new()) {
  PLUMB_CHECK(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1, "SHA-256 is always to be had");
}

void RunningHash::add(std::string_view bytes) {
  PLUMB_CHECK(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1, "SHA-256 takes any bytes");
}

std::string RunningHash::hex() {
  std::array<unsigned char, 32> digest{};
  PLUMB_CHECK(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) == 1, "SHA-256 ends once");
  std::string text;
  for (const unsigned char byte : digest) {
    constexpr std::string_view kHex = "0123456789abcdef";
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

HashedFile::HashedFile(const std::filesystem::path& path)
    : path_(path.string()), file_(std::fopen(path.c_str(), "wb")), broken_(file_ == nullptr) {}

void HashedFile::write(std::string_view bytes) {
  if (broken_) return;
  hash_.add(bytes);
  broken_ = std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size();
}

base::Result<std::string> HashedFile::close() {
  // A full disk may show only when the last bytes leave the buffer.
  if (file_ && std::fclose(file_.release()) != 0) broken_ = true;
  if (broken_) return base::fail(kPackNotWritable, path_);
  return hash_.hex();
}

}  // namespace evidence
