// One line of events.ndjson as a typed event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "reference/base/result.h"
#include "reference/base/witness.h"

namespace evidence {

/// Where a pack's images and lists are found by their hash.
class PackContents {
 public:
  virtual ~PackContents() = default;
  /// The bytes, or nothing where the pack does not hold them. Errors: kPackContradicts, where they do not have that hash; kPackUnreadable.
  virtual base::Result<std::optional<base::Bytes>> image(std::string_view sha256) = 0;
  virtual base::Result<std::optional<base::Bytes>> list(std::string_view sha256) = 0;
};

/// An event as its line has it.
struct ReadEvent {
  base::Event event;
  bool by_subject = false;             ///< `at` is by the subject's clock
  std::optional<std::int64_t> seq;     ///< its place in the tester's order
};

/// Reads lines. Keeps its buffers from one to the next.
class EventReader {
 public:
  static constexpr std::size_t kLineBytesMax = std::size_t{16} << 20;
  static constexpr std::size_t kDepthMax = 24;
  /// Bytes that must be readable, whatever they hold, behind the line.
  static constexpr std::size_t kPadding = 64;

  explicit EventReader(PackContents& contents);
  ~EventReader();
  EventReader(const EventReader&) = delete;
  EventReader& operator=(const EventReader&) = delete;

  /// Reads a line without its line feed.
  ///
  /// Shape:   nothing where `kind` is one that is not read (docs/evidence-pack.md).
  /// Errors:  kPackUnreadable, with the field, what is expected and what was found; those of PackContents.
  /// Owner:   everything the event refers to is good until the next call, and as long as the line.
  [[nodiscard]] base::Result<std::optional<ReadEvent>> read(std::string_view line);

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace evidence
