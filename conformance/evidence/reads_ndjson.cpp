#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "conformance/evidence/event_reader.h"
#include "conformance/evidence/files/line_file.h"
#include "conformance/evidence/files/loaded_files.h"
#include "conformance/evidence/json_text.h"
#include "conformance/evidence/read_teller.h"
#include "conformance/evidence/read_text.h"
#include "conformance/evidence/tame_json.h"

namespace evidence {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kMark = "\xef\xbb\xbf";   // of byte order

base::Error at_line(const std::string& file, std::uint64_t number, std::string_view what) {
  return {kPackUnreadable, fmt::format("{}, line {}: {}", file, number, what)};
}

std::string_view without_blanks(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = line.find_first_not_of(kBlanks);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

/// Whether a line opens an array over reads, which would make the first and the last of them, or each with its comma, no JSON.
bool opens_array(std::string_view line) {
  if (!line.starts_with('[')) return false;
  const std::string_view rest = without_blanks(line.substr(1));
  return rest.empty() || rest.front() == '{';
}

/// What a line says of whom and what it shows, as far as it can be made out.
class Glance {
 public:
  Glance() {
    const auto allocated = parser_.allocate(4096, ReadText::kDepthMax);
    static_cast<void>(allocated);   // where memory is short, the next parse says so
  }

  struct Seen {
    std::string camera;
    std::string_view camera_class, plate_patch, overview;
    bool is_event = false;
  };

  /// `line` has padding behind it. Views are good until the next call. A bad byte or a number beyond bounds hides nothing else: it is a
  /// fault of one field, which the judge looks into by itself.
  Seen at(std::string_view line) {
    Seen seen;
    dom::object object;
    auto code = parse(line, object);
    if (code == simdjson::UTF8_ERROR) code = parse_instead(with_bad_bytes_masked(line), object);
    if (code == simdjson::NUMBER_ERROR || code == simdjson::STRING_ERROR)
      code = parse_instead(tamed(readable_.empty() ? line : std::string_view(readable_).substr(0, line.size())), object);
    readable_.clear();
    if (code != simdjson::SUCCESS) return seen;
    seen.camera = camera_name(text(object, "feed_id"), number(object, "source_id"), number(object, "nrd_id"));
    seen.camera_class = text(object, "camera_class");
    seen.plate_patch = hash(object, "plate_patch");
    seen.overview = hash(object, "overview");
    seen.is_event = !text(object, "kind").empty() && !text(object, "at").empty();
    return seen;
  }

 private:
  simdjson::error_code parse(std::string_view padded, dom::object& object) {
    return parser_.parse(padded.data(), padded.size(), false).get_object().get(object);
  }
  simdjson::error_code parse_instead(std::string text, dom::object& object) {
    const std::size_t size = text.size();
    readable_ = std::move(text);
    readable_.resize(size + EventReader::kPadding);
    return parse({readable_.data(), size}, object);
  }

  static std::string_view text(dom::object object, std::string_view key) {
    std::string_view value;
    return object[key].get(value) == simdjson::SUCCESS ? value : std::string_view();
  }
  static std::string number(dom::object object, std::string_view key) {
    std::int64_t value = 0;
    return object[key].get(value) == simdjson::SUCCESS ? std::to_string(value) : std::string();
  }
  static std::string_view hash(dom::object object, std::string_view key) {
    dom::object image;
    return object[key].get(image) == simdjson::SUCCESS ? text(image, "sha256") : std::string_view();
  }

  dom::parser parser_;
  std::string readable_;   ///< what is parsed where the line cannot be
};

/// An image that is named and lies beside the file.
base::Result<bool> find_image(LoadedFiles& files, std::string_view hash, base::Bytes& holder, const base::Bytes*& image,
                              std::string_view& unheld) {
  if (!is_sha256(hash)) return true;
  auto bytes = files.image(hash);
  if (!bytes) return tl::unexpected(bytes.error());
  if (*bytes) {
    holder = **std::move(bytes);
    image = &holder;
  } else {
    unheld = hash;
  }
  return true;
}

}  // namespace

base::Result<PackCounts> tell_ndjson(const std::filesystem::path& path, const ReadsOptions& options, base::Witness& witness) {
  auto text = open_file(path);
  if (!text) return tl::unexpected(text.error());
  const auto beside = open_directory(path.has_parent_path() ? path.parent_path() : ".");
  return tell_ndjson(path.string(), *std::move(text), *beside, options, witness);
}

base::Result<PackCounts> tell_ndjson(const std::string& name, std::unique_ptr<ByteSource> text, const Container& beside,
                                     const ReadsOptions& options, base::Witness& witness) {
  LineFile file(std::move(text));
  LoadedFiles files(beside);
  ReadTeller teller(options, witness);
  Glance glance;
  bool any_line = false, any_object = false;
  for (std::uint64_t number = 1;; ++number) {
    const auto next = file.next();
    if (!next) return tl::unexpected(at_line(name, number, next.error().detail));
    if (!*next) break;
    if (number == 1 && (*next)->starts_with(kMark)) return tl::unexpected(at_line(name, 1, "expected a read; found a byte order mark"));
    const std::string_view line = without_blanks(**next);
    if (line.empty()) continue;
    if (!std::exchange(any_line, true) && opens_array(line))
      return tl::unexpected(at_line(name, number, "expected one read a line, a JSON object each; found the start of an array"));
    any_object = any_object || (line.front() == '{' && line.back() == '}');
    const Glance::Seen seen = glance.at(line);
    if (seen.is_event)
      return tl::unexpected(
          at_line(name, number, "expected a read; found an event of a pack, which is judged with its manifest.json: name the folder"));
    base::event::ReadBody body;
    base::Bytes patch, overview;
    body.text = line;
    const auto found = find_image(files, seen.plate_patch, patch, body.plate_patch, body.unheld_plate_patch).and_then([&](bool) {
      return find_image(files, seen.overview, overview, body.overview, body.unheld_overview);
    });
    if (!found) return tl::unexpected(found.error());
    teller.tell(fmt::format("line:{}", number), seen.camera, seen.camera_class, body);
  }
  if (!any_object) return base::fail(kPackUnreadable, fmt::format("{}: expected a read a line, a JSON object each; found none", name));
  return PackCounts{.told = teller.told(), .missing_files = files.missing(), .sha256 = file.sha256()};
}

}  // namespace evidence
