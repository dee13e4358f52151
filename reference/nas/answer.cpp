#include "reference/nas/answer.h"

#include "reference/formats/json_text.h"

namespace nas {

doors::Content content_of(std::string text) { return content_of(base::Bytes(std::move(text))); }

doors::Content content_of(base::Bytes text) {
  doors::Content content;
  content.size_bytes = static_cast<std::uint32_t>(text.size());
  content.text = std::move(text);
  return content;
}

doors::Content problem(std::uint16_t status, std::string_view title, std::string_view detail) {
  std::string json;
  formats::TextSink sink(json);
  formats::ObjectWriter object(sink);
  object.plain("type", "about:blank");
  object.string("title", title);
  object.integer("status", status);
  if (!detail.empty()) object.string("detail", detail);
  object.close();
  return content_of(std::move(json));
}

doors::Message answer_to(const doors::Message& request, doors::Channel channel, std::uint16_t status, doors::Content content) {
  return {channel, request.exchange, status, request.name, std::move(content)};
}

}  // namespace nas
