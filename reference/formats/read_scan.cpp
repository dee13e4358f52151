#include "reference/formats/read_scan.h"

#include <set>

#include <nlohmann/json.hpp>

#include "reference/domain/utf8.h"
#include "reference/formats/read_json.h"
#include "reference/formats/salvage.h"

namespace formats {
namespace {

using Type = JsonValue::Type;

/// Hears the parser's events. One that returns false stops the parser.
class ReadHandler {
 public:
  explicit ReadHandler(ScannedRead& read) : read_(read) {}

  bool null() { return value({Type::kNull, {}, 0}); }
  bool boolean(bool truth) { return value({Type::kBoolean, {}, truth ? 1 : 0}); }
  bool number_integer(std::int64_t number) { return value({Type::kInteger, {}, number}); }
  bool number_unsigned(std::uint64_t number) {
    if (number > INT64_MAX) return value({Type::kHuge, std::to_string(number), 0});
    return value({Type::kInteger, {}, static_cast<std::int64_t>(number)});
  }
  bool number_float(double, const std::string& digits) {
    const bool fraction = digits.find_first_of(".eE") != std::string::npos;
    return value({fraction ? Type::kFraction : Type::kHuge, digits, 0});
  }
  bool string(std::string& text) { return value({Type::kString, text, 0}); }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Type::kObject); }
  bool start_array(std::size_t) { return open(Type::kArray); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (depth_ == 1) name_field(name);
    else if (depth_ == 2 && in_image_) member_.assign(name);
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t at, const std::string&, const Exception&) {
    fault_.emplace(kReadNotJson, "the text breaks off or breaks the grammar at byte " + std::to_string(at));
    return false;
  }

  [[nodiscard]] const std::optional<base::Error>& fault() const { return fault_; }

 private:
  /// A scalar, wherever it stands.
  bool value(const JsonValue& value) {
    if (depth_ == 0) return no_object();
    if (depth_ == 1 && field_) read_.take(*field_, value);
    if (depth_ == 2 && in_image_) read_.take_image_member(*field_, member_, value);
    return true;
  }

  bool open(Type type) {
    if (depth_ == 0 && type != Type::kObject) return no_object();
    if (depth_ == 1 && field_) {
      read_.take(*field_, {type, {}, 0});
      in_image_ = type == Type::kObject && (*field_ == ReadField::kPlatePatch || *field_ == ReadField::kOverview);
    } else if (depth_ == 2 && in_image_) {
      read_.take_image_member(*field_, member_, {type, {}, 0});
    }
    if (++depth_ <= kReadDepthMax) return true;
    fault_.emplace(kReadTooDeep);
    return false;
  }

  bool close() {
    if (--depth_ == 1) in_image_ = false;
    return true;
  }

  bool no_object() {
    fault_.emplace(kReadNotJson, "the text is JSON, but no object");
    return false;
  }

  void name_field(const std::string& name) {
    field_ = find_read_field(name);
    const bool again = field_ ? std::exchange(read_.seen[static_cast<std::size_t>(*field_)], true) : !strange_.insert(name).second;
    if (!again) return;
    if (field_) read_.fault(*field_, kFieldTwice);
    else read_.faults.push_back({kReadFieldCount, {domain::excerpt(name), kFieldTwice}});
    field_.reset();   // the first value is the one that is looked at
  }

  ScannedRead& read_;
  std::optional<ReadField> field_;
  std::string member_;
  bool in_image_ = false;
  int depth_ = 0;
  std::set<std::string> strange_;
  std::optional<base::Error> fault_;
};

std::optional<base::Error> parse(std::string_view text, ScannedRead& read) {
  ReadHandler handler(read);
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &handler);
  return handler.fault();
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  for (const char c : bytes.substr(0, 32)) {
    if (!text.empty()) text += ' ';
    text += kHex[static_cast<unsigned char>(c) >> 4];
    text += kHex[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

/// The text with another VRM in place of one that is no UTF-8; none where that would not make it UTF-8.
struct WithoutVrm {
  std::string text;
  std::string vrm;
};
std::optional<WithoutVrm> without_bad_vrm(std::string_view text) {
  const auto vrm = find_string_value(text, name_of(ReadField::kVrm));
  if (!vrm || domain::is_utf8(*vrm)) return std::nullopt;
  const auto from = static_cast<std::size_t>(vrm->data() - text.data());
  std::string rest(text.substr(0, from));
  rest += 'X';
  rest += text.substr(from + vrm->size());
  if (!domain::is_utf8(rest)) return std::nullopt;
  return WithoutVrm{std::move(rest), std::string(*vrm)};
}

}  // namespace

std::optional<base::Error> scan_read(std::string_view text, ScannedRead& read) {
  if (text.size() > kReadTextBytesMax) return base::Error(kReadTooLong, "found " + std::to_string(text.size()) + " bytes");
  auto fault = parse(text, read);
  if (!fault || fault->kind != &kReadNotJson) return fault;
  const auto salvaged = without_bad_vrm(text);
  if (!salvaged) return fault;
  read = ScannedRead();
  if (auto still = parse(salvaged->text, read)) return still;
  read.vrm.reset();
  read.fault(ReadField::kVrm, {domain::kVrmNotUtf8, "found the bytes " + hexadecimal(salvaged->vrm)});
  return std::nullopt;
}

}  // namespace formats
