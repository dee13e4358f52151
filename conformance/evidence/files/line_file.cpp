#include "conformance/evidence/files/line_file.h"

#include <cstring>

#include "conformance/evidence/event_reader.h"
#include "conformance/evidence/pack.h"

namespace evidence {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

auto too_long() { return base::fail(kPackUnreadable, "expected a line of at most 16 MiB"); }

}  // namespace

LineFile::LineFile(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), buffer_(kChunkBytes + EventReader::kPadding, '\0') {}

base::Result<bool> LineFile::fill() {
  std::memmove(buffer_.data(), buffer_.data() + from_, to_ - from_);
  to_ -= from_;
  from_ = 0;
  if (to_ > EventReader::kLineBytesMax) return too_long();   // it has no end yet
  if (buffer_.size() < to_ + kChunkBytes + EventReader::kPadding) buffer_.resize(2 * to_ + kChunkBytes + EventReader::kPadding);
  const auto count = source_->read({buffer_.data() + to_, kChunkBytes});
  if (!count) return tl::unexpected(count.error());
  hash_.add({buffer_.data() + to_, *count});
  to_ += *count;
  ended_ = *count < kChunkBytes;
  return true;
}

base::Result<std::optional<std::string_view>> LineFile::next() {
  std::size_t searched = from_;
  while (true) {
    const void* end = std::memchr(buffer_.data() + searched, '\n', to_ - searched);
    if (end != nullptr) {
      const auto at = static_cast<std::size_t>(static_cast<const char*>(end) - buffer_.data());
      const std::string_view line(buffer_.data() + from_, at - from_);
      if (line.size() > EventReader::kLineBytesMax) return too_long();
      from_ = at + 1;
      return line;
    }
    if (ended_) break;
    const std::size_t known = to_ - from_;
    auto filled = fill();
    if (!filled) return tl::unexpected(filled.error());
    searched = known;
  }
  if (from_ == to_) return std::nullopt;
  const std::string_view line(buffer_.data() + from_, to_ - from_);
  if (line.size() > EventReader::kLineBytesMax) return too_long();
  from_ = to_;
  return line;
}

}  // namespace evidence
