#include "reference/formats/flat_object.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace formats {
namespace {

constexpr int kDepthMax = 4;

/// Hears the parser's events. One that returns false stops the parser.
class FlatHandler {
 public:
  explicit FlatHandler(std::span<const FlatMember> members) : members_(members) {}

  bool null() { return other(); }
  bool boolean(bool) { return other(); }
  bool number_float(double, const std::string&) { return other(); }
  bool number_integer(std::int64_t number) {
    if (depth_ != 1 || member_ == nullptr) return depth_ > 0;
    if (member_->integer == nullptr || *member_->integer) return false;
    *member_->integer = number;
    return true;
  }
  bool number_unsigned(std::uint64_t number) {
    return number > INT64_MAX ? other() : number_integer(static_cast<std::int64_t>(number));
  }
  bool string(std::string& text) {
    if (depth_ != 1 || member_ == nullptr) return depth_ > 0;
    if (member_->text == nullptr || *member_->text) return false;
    *member_->text = text;
    return true;
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return (depth_ == 0 || other()) && open(); }
  bool start_array(std::size_t) { return other() && open(); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (depth_ != 1) return true;
    const auto found = std::find_if(members_.begin(), members_.end(), [&](const FlatMember& member) { return member.key == name; });
    member_ = found == members_.end() ? nullptr : &*found;
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception&) {
    return false;
  }

 private:
  /// A value of a type that no member has: fine where nobody asked for it.
  [[nodiscard]] bool other() const { return depth_ > 1 || (depth_ == 1 && member_ == nullptr); }
  bool open() {
    ++depth_;
    return depth_ <= kDepthMax;
  }
  bool close() {
    --depth_;
    return true;
  }

  std::span<const FlatMember> members_;
  const FlatMember* member_ = nullptr;
  int depth_ = 0;
};

}  // namespace

bool read_flat_object(std::string_view text, std::size_t bytes_max, std::span<const FlatMember> members) {
  if (text.size() > bytes_max) return false;
  FlatHandler handler(members);
  return nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &handler);
}

}  // namespace formats
