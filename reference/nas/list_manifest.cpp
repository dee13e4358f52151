#include "reference/nas/list_manifest.h"

#include <fmt/format.h>

#include "reference/formats/flat_object.h"
#include "reference/formats/json_text.h"
#include "reference/nas/answer.h"

namespace nas {
namespace {

constexpr std::size_t kBytesMax = 4'096;

}  // namespace

doors::Row row_of(const Manifest& manifest) {
  std::string json;
  formats::TextSink sink(json);
  formats::ObjectWriter object(sink);
  object.string("upload", manifest.upload);
  object.string("version", manifest.version);
  object.integer("parts", manifest.parts);
  object.integer("epoch", static_cast<std::int64_t>(manifest.epoch.value));
  object.integer("issued_at_ns", manifest.issued_at.ns);
  object.close();
  return {doors::Table::kLists, manifest.file, content_of(std::move(json))};
}

std::optional<Manifest> manifest_of(const doors::Row& row) {
  std::optional<std::string> upload, version;
  std::optional<std::int64_t> parts, epoch, issued_at;
  const formats::FlatMember members[] = {{"upload", &upload},
                                         {"version", &version},
                                         {"parts", nullptr, &parts},
                                         {"epoch", nullptr, &epoch},
                                         {"issued_at_ns", nullptr, &issued_at}};
  if (!formats::read_flat_object(row.content.text.view(), kBytesMax, members)) return std::nullopt;
  if (!upload || !version || !parts || !epoch || !issued_at || *parts < 0 || *epoch < 0) return std::nullopt;
  return Manifest{row.key, *upload, *version, static_cast<std::uint32_t>(*parts), {static_cast<std::uint64_t>(*epoch)}, {*issued_at}};
}

std::string part_key(std::string_view upload, std::uint32_t part) { return fmt::format("{}/{:08}", upload, part); }

doors::Key parts_of(std::string_view upload) { return {doors::Table::kListParts, fmt::format("{}/", upload)}; }

}  // namespace nas
