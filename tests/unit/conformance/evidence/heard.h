// A witness that keeps what it heard as text, so that two of them can be compared.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "conformance/evidence/event_line.h"
#include "reference/base/hash.h"

namespace evidence::test {

class Heard : public base::Witness, public PackFiles {
 public:
  void hear(const base::Event& event) override { line_.append(lines.emplace_back(), event); }

  std::string_view image(const base::Bytes& bytes) override { return keep(images, bytes); }
  std::string_view list(const base::Bytes& bytes) override { return keep(lists, bytes); }

  std::vector<std::string> lines;
  std::map<std::string, std::string> images, lists;

 private:
  static std::string_view keep(std::map<std::string, std::string>& kept, const base::Bytes& bytes) {
    return kept.emplace(base::sha256_hex(bytes.view()), std::string(bytes.view())).first->first;
  }
  EventLine line_{*this};
};

}  // namespace evidence::test
