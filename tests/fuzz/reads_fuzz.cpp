// room: conformance/oracle conformance/evidence
//
// Any text as reads alone, as lines and as a table: it is told and judged, or it is said what is wrong with it. What is told of a table can
// be judged as what it is.
#include <cstdint>

#include "conformance/evidence/reads.h"
#include "conformance/oracle/oracle.h"
#include "conformance/oracle/parse/read_fields.h"
#include "reference/base/check.h"
#include "tests/fuzz/memory_pack.h"

namespace {

/// Hears reads, and has each parsed by the judge.
class Parsed final : public base::Witness {
 public:
  explicit Parsed(bool of_table) : of_table_(of_table), oracle_(oracle::make_oracle(catalogue::built_in(), {.reads_alone = true})) {}
  void hear(const base::Event& event) override {
    oracle_->hear(event);
    const auto* sent = std::get_if<base::event::ReadSent>(&event.body);
    if (sent == nullptr) return;
    const auto fields = parser_.parse(sent->read.text);
    PLUMB_CHECK(!of_table_ || fields.trouble.empty(), "a row of a table makes one JSON object");
  }
  void conclude() { PLUMB_CHECK(!oracle_->conclude().empty(), "every requirement is spoken of"); }

 private:
  bool of_table_;
  oracle::parse::ReadParser parser_;
  std::unique_ptr<oracle::Oracle> oracle_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::map<std::string, std::string_view> images{{"p.jpg", "\xff\xd8\xff\xd9"}};
  const fuzz::MemoryPack beside(images);
  Parsed lines(false), table(true);
  const auto as_lines = evidence::tell_ndjson("reads.ndjson", std::make_unique<fuzz::Text>(text), beside, {}, lines);
  const auto as_table = evidence::tell_csv("reads.csv", std::make_unique<fuzz::Text>(text), beside, {}, table);
  PLUMB_CHECK(as_lines || !as_lines.error().detail.empty(), "a fault is told");
  PLUMB_CHECK(as_table || !as_table.error().detail.empty(), "a fault is told");
  lines.conclude();
  table.conclude();
  return 0;
}
