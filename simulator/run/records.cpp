#include "simulator/run/records.h"

#include "reference/lea/lea_gateway.h"
#include "reference/nas/nas.h"

namespace run {

base::Result<std::unique_ptr<Records>> Records::open(const Options& options, std::uint32_t sampled_one_in) {
  auto records = std::make_unique<Records>();
  const bool wanted = !options.record_nas.empty() || !options.record_lea.empty();
  if (wanted && sampled_one_in > 1) return base::fail(doors::kRecordHoldsNoValues, fmt::format("found sampled 1/{}", sampled_one_in));
  if (auto opened = open_one(records->nas_, options.record_nas, nas::record_header({})); !opened) return tl::unexpected(opened.error());
  if (auto opened = open_one(records->lea_, options.record_lea, lea::record_header({})); !opened) return tl::unexpected(opened.error());
  return records;
}

base::Result<void> Records::open_one(Record& record, const std::filesystem::path& path, const doors::RecordHeader& header) {
  if (path.empty()) return {};
  record.file.open(path, std::ios::binary | std::ios::trunc);
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

std::optional<base::Error> Records::fault() {
  for (Record* record : {&nas_, &lea_}) {
    if (record->recording && record->recording->fault()) return record->recording->fault();
    record->recording.reset();
    if (record->file.is_open() && !record->file.flush()) return base::Error(doors::kRecordNotWritten);
  }
  return std::nullopt;
}

}  // namespace run
