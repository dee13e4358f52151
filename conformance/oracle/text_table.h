// Texts by number, each once, in little more than their own bytes: millions of names of reads have to fit beside all else.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

namespace oracle {

/// Shape:   numbers count from 0, in order of first coming. 16 to 20 bytes a text beside the text itself. Nothing is ever forgotten, and no
///          text is taken for another.
class TextTable {
 public:
  [[nodiscard]] std::uint32_t number_of(std::string_view text);
  /// Good for ever.
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return {texts_[number].at, texts_[number].size}; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 20;
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct [[gnu::packed]] Text {
    const char* at;
    std::uint32_t size;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view text) const;
  [[nodiscard]] const char* kept(std::string_view text);
  void grow();

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;                 ///< in the last block
  std::size_t free_bytes_ = 0;
  std::deque<Text> texts_;               // millions of them: a vector would hold twice as many while it grows
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64, kNone);   ///< a power of two, at most three quarters full
};

}  // namespace oracle
