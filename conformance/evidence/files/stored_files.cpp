#include "conformance/evidence/files/stored_files.h"

#include <fstream>

#include "reference/base/hash.h"

namespace evidence {

std::string_view StoredFiles::keep(const base::Bytes& bytes, std::string_view folder, std::string_view ending) {
  if (const auto at = known_.find(bytes.identity()); at != known_.end()) return at->second.name;
  std::string name = base::sha256_hex(bytes.view());
  const std::string path = std::string(folder) + name + std::string(ending);
  if (!error_ && written_.try_emplace(path, name).second) write(path, bytes.view());
  if (known_.size() >= kKnownMax) known_.clear();
  fresh_ = known_.emplace(bytes.identity(), Known{bytes, std::move(name)}).first->second.name;
  return fresh_;
}

void StoredFiles::write(const std::string& path, std::string_view bytes) {
  std::ofstream file(directory_ / path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) error_ = base::Error(kPackNotWritable, (directory_ / path).string());
}

}  // namespace evidence
