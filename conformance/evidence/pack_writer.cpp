#include <filesystem>
#include <optional>
#include <string>

#include "conformance/evidence/event_line.h"
#include "conformance/evidence/files/hashed_file.h"
#include "conformance/evidence/manifest.h"
#include "conformance/evidence/pack.h"
#include "conformance/evidence/sample.h"
#include "conformance/evidence/files/stored_files.h"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

class NoPack : public PackWriter {
 public:
  void hear(const base::Event&) override {}
  base::Result<std::string> finish(const Provenance&, base::Instant, base::Instant) override { return std::string(); }
};

class DirectoryPack : public PackWriter {
 public:
  DirectoryPack(const fs::path& directory, PackOptions options)
      : directory_(directory), options_(std::move(options)), files_(directory), line_(files_), events_(directory / "events.ndjson") {
    if (options_.keep == Keep::kSampled && options_.sampled_one_in > 1) sample_.emplace(options_.sampled_one_in);
    buffer_.reserve(kBufferBytes + kBufferBytes / 8);
  }

  void hear(const base::Event& event) override {
    if (events_.broken() || files_.error()) return;
    if (sample_) {
      hear_sampled(event);
    } else {
      line_.append(buffer_, event);
    }
    if (buffer_.size() >= kBufferBytes) flush();
  }

  base::Result<std::string> finish(const Provenance& run, base::Instant from, base::Instant to) override {
    waiting_.release_all(buffer_);
    flush();
    auto hash = events_.close();
    if (!hash) return hash;
    if (files_.error()) return tl::unexpected(*files_.error());
    Manifest manifest = manifest_of(options_, run, from, to);
    manifest.files = files_.written();
    manifest.files["events.ndjson"] = *hash;
    return write_manifest(directory_, manifest);
  }

 private:
  void hear_sampled(const base::Event& event) {
    const Fate fate = sample_->fate(event.body);
    if (const auto* sent = std::get_if<base::event::ReadSent>(&event.body)) waiting_.settle(sent->pass_id, fate);
    if (fate == Fate::kDropped) return release(event.at);
    if (fate == Fate::kKept && waiting_.empty()) return line_.append(buffer_, event);
    std::string text;
    line_.append(text, event);
    if (fate == Fate::kOpen) {
      waiting_.add_pass(std::get<base::event::Pass>(event.body).pass_id, event.at, std::move(text));
    } else {
      waiting_.add(std::move(text));
    }
    release(event.at);
  }

  void release(base::Instant now) { waiting_.release(now, buffer_); }

  void flush() {
    events_.write(buffer_);
    buffer_.clear();
  }

  fs::path directory_;
  PackOptions options_;
  StoredFiles files_;
  EventLine line_;
  HashedFile events_;
  std::optional<Sample> sample_;
  WaitingLines waiting_;
  std::string buffer_;
};

/// An earlier pack in the same place goes first, its manifest before all: what is half written must not look whole. Folders that
/// no pack stands beside are somebody else's, and stay.
base::Result<bool> prepare(const fs::path& directory) {
  std::error_code error;
  const bool earlier_pack = fs::exists(directory / "events.ndjson");
  if (earlier_pack) fs::remove(directory / "manifest.json", error);
  for (const char* folder : {"images", "lists"}) {
    if (!error && earlier_pack) fs::remove_all(directory / folder, error);
    if (!error) fs::create_directories(directory / folder, error);
  }
  if (error) return base::fail(kPackNotWritable, directory.string() + ": " + error.message());
  return true;
}

}  // namespace

base::Result<std::unique_ptr<PackWriter>> make_pack_writer(const fs::path& directory, const PackOptions& options) {
  if (options.keep == Keep::kNone) return std::make_unique<NoPack>();
  auto prepared = prepare(directory);
  if (!prepared) return tl::unexpected(prepared.error());
  auto pack = std::make_unique<DirectoryPack>(directory, options);
  if (!fs::exists(directory / "events.ndjson")) return base::fail(kPackNotWritable, (directory / "events.ndjson").string());
  return pack;
}

}  // namespace evidence
