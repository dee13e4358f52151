// room: conformance/evidence
//
// Lines of an evidence pack are somebody else's bytes. Whatever they hold: an event, a fault that says what is expected, or nothing of
// ours; and an event that was read is written and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "conformance/evidence/event_line.h"
#include "conformance/evidence/event_reader.h"
#include "reference/base/hash.h"

namespace {

/// A pack in memory, which holds one image and whatever lists and images were written to it.
class Memory : public evidence::PackFiles, public evidence::PackContents {
 public:
  Memory() { image(base::Bytes(std::string("an image"))); }

  std::string_view image(const base::Bytes& bytes) override { return kept_.emplace(base::sha256_hex(bytes.view()), bytes).first->first; }
  std::string_view list(const base::Bytes& bytes) override { return image(bytes); }
  base::Result<std::optional<base::Bytes>> image(std::string_view sha256) override {
    const auto at = kept_.find(std::string(sha256));
    return at == kept_.end() ? std::nullopt : std::optional(at->second);
  }
  base::Result<std::optional<base::Bytes>> list(std::string_view sha256) override { return image(sha256); }

 private:
  std::map<std::string, base::Bytes> kept_;
};

/// The event of a line, written again; empty where the line holds none.
std::string rendered(evidence::EventReader& reader, evidence::EventLine& writer, std::string_view line) {
  std::string padded(line);
  padded.resize(line.size() + evidence::EventReader::kPadding);
  const auto event = reader.read(std::string_view(padded).substr(0, line.size()));
  std::string text;
  if (event && *event) writer.append(text, (*event)->event);
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Memory memory;
  evidence::EventReader reader(memory);
  evidence::EventLine writer(memory);
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string once = rendered(reader, writer, rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (once.empty()) continue;
    const std::string twice = rendered(reader, writer, std::string_view(once).substr(0, once.size() - 1));
    if (once != twice) std::abort();
  }
  return 0;
}
