// room: conformance/oracle conformance/evidence
//
// Any text as a pack's events: each is read, placed on the tester's clock and judged, or it is said what is wrong with it; instants never
// go back, and the judge speaks of every requirement.
#include <cstdint>

#include "conformance/evidence/clocks.h"
#include "conformance/evidence/event_reader.h"
#include "conformance/oracle/oracle.h"
#include "reference/base/check.h"

namespace {

/// Three images and a list, under any name.
class Contents final : public evidence::PackContents {
 public:
  base::Result<std::optional<base::Bytes>> image(std::string_view sha256) override {
    if (sha256.starts_with('0')) return std::nullopt;
    return base::Bytes(std::string(sha256.starts_with('1') ? "\xff\xd8\xff\xd9" : "no image"));
  }
  base::Result<std::optional<base::Bytes>> list(std::string_view sha256) override {
    if (sha256.starts_with('0')) return std::nullopt;
    return base::Bytes(std::string("AB01CDE,,,,Stop,,Drugs,,,Cambs,,01/01/2099,,OFFICIAL,,\r\n"));
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Contents contents;
  evidence::EventReader reader(contents);
  evidence::Clocks clocks;
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {});
  base::Instant last{INT64_MIN};
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::string padded;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    padded.assign(line);
    padded.resize(line.size() + evidence::EventReader::kPadding);
    const auto read = reader.read(std::string_view(padded).substr(0, line.size()));
    if (!read || !*read) continue;
    const auto event = clocks.place(**read);
    if (!event) continue;
    PLUMB_CHECK(event->at >= last, "instants never go back");
    last = event->at;
    oracle->hear(*event);
  }
  PLUMB_CHECK(!oracle->conclude().empty(), "every requirement is spoken of");
  return 0;
}
