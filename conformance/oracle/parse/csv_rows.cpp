#include "conformance/oracle/parse/csv_rows.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

namespace oracle::parse {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

class Reader {
 public:
  Reader(std::string_view text, const std::function<void(std::span<const std::string_view>)>& tell) : text_(text), tell_(tell) {}

  bool read() {
    while (at_ < text_.size()) {
      if (const bool sound = text_[at_] == '"' ? quoted() : plain(); !sound) return false;
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        ended_by_comma_ = true;
        continue;
      }
      end_row();
    }
    if (ended_by_comma_) {   // the text ends in a comma: an empty cell stands behind it
      cells_.emplace_back();
      end_row();
    }
    return true;
  }

 private:
  bool plain() {
    const std::size_t from = at_;
    at_ = std::min(text_.find_first_of(",\r\n\"", at_), text_.size());
    if (at_ < text_.size() && text_[at_] == '"') return false;
    cells_.push_back(text_.substr(from, at_ - from));
    ended_by_comma_ = false;
    return true;
  }

  bool quoted() {
    const std::size_t from = ++at_;
    std::string* mended = nullptr;   // the cell with its doubled quotes made one, where it has any
    std::size_t kept = from;
    for (;; at_ += 2) {
      at_ = text_.find('"', at_);
      if (at_ == std::string_view::npos) return false;
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      if (mended == nullptr) mended = &mended_.emplace_back();
      mended->append(text_, kept, at_ + 1 - kept);
      kept = at_ + 2;
    }
    if (mended != nullptr) mended->append(text_, kept, at_ - kept);
    cells_.push_back(mended != nullptr ? std::string_view(*mended) : text_.substr(from, at_ - from));
    ++at_;
    ended_by_comma_ = false;
    was_quoted_ = true;
    return at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\r' || text_[at_] == '\n';
  }

  void end_row() {
    const bool empty = cells_.size() == 1 && cells_.front().empty() && !was_quoted_;
    if (!empty) tell_(cells_);
    cells_.clear();
    mended_.clear();
    ended_by_comma_ = was_quoted_ = false;
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  const std::function<void(std::span<const std::string_view>)>& tell_;
  std::size_t at_ = 0;
  std::vector<std::string_view> cells_;
  std::deque<std::string> mended_;
  bool ended_by_comma_ = false, was_quoted_ = false;
};

}  // namespace

bool read_csv(std::string_view text, const std::function<void(std::span<const std::string_view>)>& tell) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return Reader(text, tell).read();
}

}  // namespace oracle::parse
