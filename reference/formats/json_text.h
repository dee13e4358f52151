// JSON as we write it: into a string, or into nothing but a count of its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace formats {

/// Appends to a string.
class TextSink {
 public:
  explicit TextSink(std::string& out) : out_(out) {}
  void raw(std::string_view text) { out_.append(text); }
  void raw(char c) { out_.push_back(c); }

 private:
  std::string& out_;
};

/// Counts what a TextSink would append.
class CountSink {
 public:
  void raw(std::string_view text) { bytes_ += text.size(); }
  void raw(char) { ++bytes_; }
  [[nodiscard]] std::uint32_t bytes() const { return static_cast<std::uint32_t>(bytes_); }

 private:
  std::size_t bytes_ = 0;
};

/// What a character needs in front of it or instead of it inside a JSON string; empty where it stands for itself.
[[nodiscard]] std::string_view escape_of(char c);

/// Writes `text`, valid UTF-8, as a JSON string with its quotes.
template <class Sink>
void write_string(Sink& sink, std::string_view text) {
  sink.raw('"');
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    sink.raw(text.substr(plain, i - plain));
    sink.raw(escape_of(text[i]));
    plain = i + 1;
  }
  sink.raw(text.substr(plain));
  sink.raw('"');
}

template <class Sink>
void write_integer(Sink& sink, std::int64_t value) {
  char digits[20];
  std::size_t at = sizeof digits;
  const bool negative = value < 0;
  auto rest = negative ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
  do {
    digits[--at] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (negative) digits[--at] = '-';
  sink.raw(std::string_view(digits + at, sizeof digits - at));
}

/// Writes the members of one JSON object. Keys are literals that need no escape.
template <class Sink>
class ObjectWriter {
 public:
  explicit ObjectWriter(Sink& sink) : sink_(sink) { sink_.raw('{'); }
  void close() { sink_.raw('}'); }

  void string(std::string_view key, std::string_view value) {
    name(key);
    write_string(sink_, value);
  }
  /// A value that is known to need no escape.
  void plain(std::string_view key, std::string_view value) {
    name(key);
    sink_.raw('"');
    sink_.raw(value);
    sink_.raw('"');
  }
  void integer(std::string_view key, std::int64_t value) {
    name(key);
    write_integer(sink_, value);
  }
  /// A value already in JSON.
  void json(std::string_view key, std::string_view value) {
    name(key);
    sink_.raw(value);
  }
  /// The key alone: what follows is up to the caller.
  void name(std::string_view key) {
    if (!first_) sink_.raw(',');
    first_ = false;
    sink_.raw('"');
    sink_.raw(key);
    sink_.raw(std::string_view("\":"));
  }

 private:
  Sink& sink_;
  bool first_ = true;
};

}  // namespace formats
