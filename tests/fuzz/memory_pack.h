// A pack's files in memory.
#pragma once

#include <cstring>
#include <map>
#include <memory>
#include <string>

#include "conformance/evidence/files/container.h"

namespace fuzz {

class Text final : public evidence::ByteSource {
 public:
  explicit Text(std::string_view text) : rest_(text) {}
  base::Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = std::min(into.size(), rest_.size());
    std::memcpy(into.data(), rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

/// Owner:   the files' texts are borrowed.
class MemoryPack final : public evidence::Container {
 public:
  explicit MemoryPack(std::map<std::string, std::string_view> files) : files_(std::move(files)) {}
  base::Result<std::unique_ptr<evidence::ByteSource>> open(const std::string& path) const override {
    const auto at = files_.find(path);
    if (at == files_.end()) return nullptr;
    return std::make_unique<Text>(at->second);
  }
  base::Result<std::vector<evidence::Held>> list() const override {
    std::vector<evidence::Held> all;
    for (const auto& [path, text] : files_) all.push_back({path, text.size()});
    return all;
  }

 private:
  std::map<std::string, std::string_view> files_;
};

}  // namespace fuzz
