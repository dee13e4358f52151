#include "scenarios/format/document.h"

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "scenarios/format/scenario.h"

namespace scenario {
namespace {

using Json = nlohmann::json;

/// "line 3, column 5" of a place in the text.
std::string line_and_column(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, std::min(at, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto column = before.size() - (before.rfind('\n') + 1) + 1;  // npos + 1 is 0
  return fmt::format("line {}, column {}", line, column);
}

/// Goes through the text once and stops at the first thing that a DOM parser would bear and we do not.
class Guard final : public Json::json_sax_t {
 public:
  explicit Guard(std::string_view text) : text_(text) {}
  [[nodiscard]] const std::string& fault() const { return fault_; }

  bool null() override { return step(); }
  bool boolean(bool) override { return step(); }
  bool number_integer(number_integer_t) override { return step(); }
  bool number_unsigned(number_unsigned_t) override { return step(); }
  bool number_float(number_float_t, const string_t&) override { return step(); }
  bool binary(binary_t&) override { return step(); }
  bool string(string_t& value) override { return short_enough(value) && step(); }
  bool start_object(std::size_t) override { return enter(); }
  bool start_array(std::size_t) override { return enter() && (levels_.back().array = true); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }

  bool key(string_t& name) override {
    levels_.back().at = name;
    if (!short_enough(name)) return false;
    if (levels_.back().keys.insert(name).second) return true;
    return stop(fmt::format("{}: found this key twice, expected each key once", pointer()));
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    const std::size_t at = position == 0 ? 0 : position - 1;  // it counts from 1, and past the end where the text is too short
    const std::string found = at >= text_.size() ? "the end" : word_at(at);
    return stop(fmt::format("{}: found {}, expected JSON", line_and_column(text_, at), found));
  }

 private:
  struct Level {
    std::set<std::string> keys;
    std::string at;
    std::size_t index = 0;
    bool array = false;
  };

  /// What stands at a place up to the next white space, as far as a message needs it.
  [[nodiscard]] std::string word_at(std::size_t at) const {
    std::string word;
    for (const char c : text_.substr(at, 20)) {
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') break;
      word += c > 0x20 && c < 0x7f ? c : '?';
    }
    return word.empty() ? "white space" : "'" + word + "'";
  }

  [[nodiscard]] std::string pointer() const {
    std::string text;
    for (const auto& level : levels_) text = pointer_to(text, level.array ? std::to_string(level.index) : level.at);
    return text;
  }

  bool stop(std::string why) {
    fault_ = std::move(why);
    return false;
  }

  bool step() {
    if (!levels_.empty()) ++levels_.back().index;
    return true;
  }

  bool short_enough(const std::string& value) {
    if (value.size() <= kDocumentTextBytesMax) return true;
    return stop(fmt::format("{}: found a text of {} bytes, expected at most {}", pointer(), value.size(), kDocumentTextBytesMax));
  }

  bool enter() {
    if (levels_.size() == kDocumentDepthMax) return stop(fmt::format("found more than {} levels", kDocumentDepthMax));
    levels_.emplace_back();
    return true;
  }

  bool leave() {
    levels_.pop_back();
    return step();
  }

  std::string_view text_;
  std::vector<Level> levels_;
  std::string fault_;
};

}  // namespace

std::string pointer_to(const std::string& parent, std::string_view key) {
  std::string pointer = parent + "/";
  for (const char c : key.substr(0, 60)) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

base::Result<nlohmann::json> parse_document(std::string_view text) {
  if (text.size() > kDocumentBytesMax) {
    return base::fail(kScenarioNotJson, fmt::format("found {} bytes, expected at most {}", text.size(), kDocumentBytesMax));
  }
  // The parser takes a NUL for the end of the text, and what stands behind it would not be looked at.
  if (const auto nul = text.find('\0'); nul != text.npos)
    return base::fail(kScenarioNotJson, fmt::format("{}: found a NUL byte, expected JSON", line_and_column(text, nul)));
  Guard guard(text);
  if (!Json::sax_parse(text, &guard)) return base::fail(kScenarioNotJson, guard.fault());
  return Json::parse(text);
}

}  // namespace scenario
