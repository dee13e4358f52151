// Whether the text of a read can stand in a pack as it is, and which images it names.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace evidence {

/// The images a read's text names by hash; empty where it names none.
struct NamedImages {
  std::string_view plate_patch, overview;
};

/// Of the fields of a read, in one look at them. Of a field that stands twice the first counts, and one that names its image in no way that
/// docs/evidence-pack.md gives names none.
[[nodiscard]] NamedImages named_images(simdjson::dom::object read);

/// Looks at texts of reads. Keeps its buffers from one to the next.
class ReadText {
 public:
  static constexpr std::size_t kDepthMax = 16;
  static constexpr std::size_t kKeysMax = 64;

  ReadText();
  ~ReadText();

  /// The images that a text names, where it is plain: one JSON object in UTF-8 on one line with nothing around it, no key twice in
  /// any object, at most kKeysMax keys in one and kDepthMax levels. Nothing otherwise: then a pack keeps the bytes as `raw`.
  ///
  /// Owner:   the views are good until the next call.
  [[nodiscard]] std::optional<NamedImages> plain(std::string_view text);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// Whether `name` is 64 lower-case hexadecimal digits: nothing else is ever made a file name.
[[nodiscard]] bool is_sha256(std::string_view name);

}  // namespace evidence
