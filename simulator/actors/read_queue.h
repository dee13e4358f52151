// The reads of one sender, each kept until somebody has answered for it.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "simulator/actors/actor.h"
#include "simulator/kernel/kernel.h"

namespace actors {

/// What all senders of a run have done together.
struct ReadCounts {
  std::uint64_t captured = 0;
  std::uint64_t sent = 0;
  std::uint64_t unanswered = 0;
};

/// Shape:   `under_way_max`: reads of one sender sent and not answered; more wait.
struct ReadQueueOptions {
  std::uint32_t under_way_max = 64;
  base::Duration retry_after = base::milliseconds(500);   ///< after 503
};

/// Reads are numbered from 1 and sent in order; the number is the exchange, and "<camera>:<number>" the read_id. After a broken
/// connection every unanswered read is sent again in order. A read is told as read.sent when it is first handed over.
class ReadQueue final : private kernel::Target {
 public:
  struct Ends {
    doors::PeerId self, peer;
  };
  /// `camera` is the sender's id, "35-1-12". Owner: the counts outlive the queue, which stays where it is.
  ReadQueue(const Stage& stage, const ReadQueueOptions& options, Ends ends, std::string camera, ReadCounts& counts);
  ReadQueue(const ReadQueue&) = delete;
  ReadQueue& operator=(const ReadQueue&) = delete;

  /// The read_id that the next read will have.
  [[nodiscard]] std::string next_read_id() const { return read_id(n_ + 1); }
  /// The number of the next read, each once.
  [[nodiscard]] std::uint64_t take_number() { return ++n_; }
  [[nodiscard]] std::string read_id(std::uint64_t n) const;
  [[nodiscard]] const std::string& camera() const { return camera_; }
  /// How often the connection has come back.
  [[nodiscard]] std::uint32_t reconnections() const { return ups_ == 0 ? 0 : ups_ - 1; }

  /// Sends a read as soon as it may: after `delay`, and when there is room. `pass`: the number of the pass behind it.
  void send(std::uint64_t n, std::optional<std::uint64_t> pass, doors::Content content, base::Duration delay);

  void on_peer(doors::PeerState state);
  void on_ready() { pump(); }
  void on_message(const doors::Message& answer);

 private:
  enum class State : std::uint8_t { kWaiting, kUnderWay, kRejected, kHeldBack };
  struct Kept {
    std::uint64_t n = 0;
    std::optional<std::uint64_t> pass;
    doors::Content content;
    State state = State::kWaiting;
    bool told = false;              // read.sent is told once a read, not once a repeat
  };

  void on_event(std::uint32_t what, std::uint64_t n) override;
  [[nodiscard]] std::deque<Kept>::iterator find(std::uint64_t n);
  void release(std::uint64_t n);
  void retry();
  void pump();
  [[nodiscard]] bool hand_over(Kept& kept);
  void tell_sent(const Kept& kept);

  Stage stage_;
  ReadQueueOptions options_;
  Ends ends_;
  std::string camera_;
  ReadCounts& counts_;
  std::deque<Kept> kept_;           // unanswered, by number
  std::size_t next_ = 0;            // no read before it is waiting
  std::uint64_t n_ = 0;
  std::uint32_t under_way_ = 0;
  std::uint32_t ups_ = 0;
  bool up_ = false;
  bool retry_armed_ = false;
};

/// "p17", "35-1-12:17": without an allocation where the result is short.
[[nodiscard]] std::string numbered(std::string_view prefix, std::uint64_t n);

}  // namespace actors
