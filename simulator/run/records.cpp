#include "simulator/run/records.h"

#include "reference/lea/lea_gateway.h"
#include "reference/nas/nas.h"

namespace run {

namespace {

namespace fs = std::filesystem;

fs::path place_of(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  const fs::path place = fs::weakly_canonical(absolute, error);
  return error ? absolute.lexically_normal() : place;
}

bool is_one_file(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return place_of(a) == place_of(b) || fs::equivalent(a, b, ignored);
}

/// Whether a record may go there.
base::Result<void> check_place(const fs::path& path, const fs::path& scenario, RecordsThere there) {
  if (path.empty()) return {};
  if (!scenario.empty() && is_one_file(path, scenario)) return base::fail(kRecordExists, path.string() + " is the scenario");
  std::error_code ignored;
  const fs::file_status found = fs::symlink_status(path, ignored);
  if (!fs::exists(found)) return {};
  if (!fs::is_regular_file(found)) return base::fail(kRecordExists, path.string() + " is there, and no plain file");
  if (there == RecordsThere::kRefuse) return base::fail(kRecordExists, path.string() + " is there");
  return {};
}

}  // namespace

base::Result<std::unique_ptr<Records>> Records::open(const Options& options, const fs::path& scenario, std::uint32_t sampled_one_in) {
  auto records = std::make_unique<Records>();
  const fs::path& nas = options.record_nas;
  const fs::path& lea = options.record_lea;
  if (nas.empty() && lea.empty()) return records;
  if (sampled_one_in > 1) return base::fail(doors::kRecordHoldsNoValues, fmt::format("found sampled 1/{}", sampled_one_in));
  if (!nas.empty() && !lea.empty() && is_one_file(nas, lea)) return base::fail(kRecordExists, nas.string() + " is named for both");
  const auto opened = check_place(nas, scenario, options.records_there)
                          .and_then([&] { return check_place(lea, scenario, options.records_there); })
                          .and_then([&] { return open_one(records->nas_, nas, nas::record_header({})); })
                          .and_then([&] { return open_one(records->lea_, lea, lea::record_header({})); });
  if (!opened) return tl::unexpected(opened.error());
  return records;
}

Records::~Records() {
  for (Record* record : {&nas_, &lea_}) {
    record->recording.reset();
    if (!record->file.is_open()) continue;
    record->file.close();
    std::error_code ignored;   // nobody is left to tell
    fs::remove(record->partial(), ignored);
  }
}

base::Result<void> Records::open_one(Record& record, const fs::path& path, const doors::RecordHeader& header) {
  if (path.empty()) return {};
  record.path = path;
  std::error_code ignored;
  fs::remove(record.partial(), ignored);   // a link of that name would lead elsewhere
  record.file.open(record.partial(), std::ios::binary | std::ios::trunc);
  if (!record.file) return base::fail(doors::kRecordNotWritten, path.string());
  record.recording.emplace(record.file, header);
  return {};
}

Cast Records::wrap(const Cast& cast) {
  Cast wrapped = cast;
  if (nas_.recording) wrapped.nas = [this, make = cast.nas](const doors::Doors& d) { return nas_.recording->make(make, d); };
  if (!lea_.recording) return wrapped;
  // Which gateway doors belong to shows in their store, which is the same one before and after a crash.
  wrapped.lea = [this, make = cast.lea, first = static_cast<const doors::Store*>(nullptr)](const doors::Doors& d) mutable {
    if (first == nullptr) first = &d.store;
    return first == &d.store ? lea_.recording->make(make, d) : make(d);
  };
  return wrapped;
}

base::Result<void> Records::finish() {
  for (Record* record : {&nas_, &lea_}) {
    if (!record->recording) continue;
    const std::optional<base::Error> fault = record->recording->fault();
    if (fault) return base::fail(*fault->kind, record->path.string() + (fault->detail.empty() ? "" : ": " + fault->detail));
    record->recording.reset();
    if (!record->file.flush()) return base::fail(doors::kRecordNotWritten, record->path.string());
  }
  for (Record* record : {&nas_, &lea_}) {
    if (!record->file.is_open()) continue;
    std::error_code error;
    fs::rename(record->partial(), record->path, error);
    if (error) return base::fail(doors::kRecordNotWritten, fmt::format("{}: {}", record->path.string(), error.message()));
    record->file.close();
  }
  return {};
}

}  // namespace run
