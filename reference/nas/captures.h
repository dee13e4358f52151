// Giving captures back by their id.
#pragma once

#include <deque>
#include <vector>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/nas/tags.h"

namespace nas {

/// Answers 200 with the capture's content as it came, 404 where there is none, 503 where too many wait. Each
/// answer is posted as its request was.
///
/// Shape:   at most kAtOnce queries are open; kWaitingMax more wait.
/// Source:  3.1-a; definitions: a capture record comes back whole.
class Captures {
 public:
  static constexpr std::size_t kAtOnce = 64;
  static constexpr std::size_t kWaitingMax = 4'096;

  Captures(doors::Store& store, doors::Peers& peers, Tags& tags) : store_(store), peers_(peers), tags_(tags) {}

  void on_request(const doors::Principal& from, const doors::Message& request);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last);

 private:
  struct Asked {
    doors::PeerId from;
    doors::Session session;
    doors::Message request;
    doors::QueryTag tag;
    bool answered = false;
  };
  void ask(Asked asked);

  doors::Store& store_;
  doors::Peers& peers_;
  Tags& tags_;
  std::vector<Asked> open_;   // in no order
  std::deque<Asked> waiting_;
};

}  // namespace nas
