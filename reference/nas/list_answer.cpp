#include "reference/nas/list_answer.h"

#include "reference/base/hash.h"
#include "reference/formats/json_text.h"

namespace nas {
namespace {

using Object = formats::ObjectWriter<formats::TextSink>;

/// A row may break the template in several columns, and is refused once for each.
std::size_t rows_refused(const std::vector<lists::RefusedRow>& refused) {
  std::size_t rows = 0;
  for (std::size_t i = 0; i < refused.size(); ++i) rows += refused[i].row != (i == 0 ? 0 : refused[i - 1].row);
  return rows;
}

}  // namespace

std::string list_answer_beginning(std::string_view version, std::uint64_t rows, std::uint64_t loaded) {
  std::string json;
  formats::TextSink sink(json);
  Object object(sink);
  object.plain("version", version);
  object.integer("rows", static_cast<std::int64_t>(rows));
  object.integer("loaded", static_cast<std::int64_t>(loaded));
  object.name("refused");
  sink.raw('[');
  return json;
}

std::string encode_refused(const lists::RefusedRow& refused) {
  std::string json;
  formats::TextSink sink(json);
  Object object(sink);
  object.integer("row", refused.row);
  object.integer("column", refused.column);
  object.string("found", refused.found);
  object.string("expected", refused.expected);
  object.string("clause", refused.clause);
  object.close();
  return json;
}

std::string encode_list_answer(const lists::VoiList& list, std::string_view version) {
  std::string json = list_answer_beginning(version, list.entries.size() + rows_refused(list.refused), list.entries.size());
  for (std::size_t i = 0; i < list.refused.size(); ++i) {
    if (i > 0) json += ',';
    json += encode_refused(list.refused[i]);
  }
  return json.append(kListAnswerEnd);
}

std::string version_of(std::string_view csv) { return base::sha256_hex(csv); }

}  // namespace nas
