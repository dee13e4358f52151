#include "reference/nas/captures.h"

#include <algorithm>
#include <utility>

#include "reference/nas/answer.h"

namespace nas {
namespace {

constexpr auto kAnswer = doors::Channel::kCaptureAnswer;

// What was asked for in bulk goes back in bulk.
doors::Message answer_in_kind(const doors::Message& request, std::uint16_t status, doors::Content content) {
  doors::Message answer = answer_to(request, kAnswer, status, std::move(content));
  answer.posting = request.posting;
  return answer;
}

}  // namespace

void Captures::on_request(const doors::Principal& from, const doors::Message& request) {
  const bool may = from.role == doors::Role::kAuditor || from.role == doors::Role::kOperator;
  const bool room = waiting_.size() < kWaitingMax;
  if (!may || !room) {
    const std::uint16_t status = may ? 503 : 403;
    static_cast<void>(peers_.send(
        from.peer, answer_in_kind(request, status, problem(status, may ? "too many captures asked for" : "for auditors and operators"))));
    return;
  }
  Asked asked{from.peer, peers_.session(from.peer), request, {}, false};
  if (open_.size() < kAtOnce) return ask(std::move(asked));
  waiting_.push_back(std::move(asked));
}

bool Captures::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) {
  const auto asked = std::ranges::find(open_, tag, &Asked::tag);
  if (asked == open_.end()) return false;
  if (!rows.empty() && !asked->answered) {
    asked->answered = true;
    static_cast<void>(peers_.answer(asked->from, asked->session, answer_in_kind(asked->request, 200, rows.front().content)));
  }
  if (last == doors::Last::kNo) {
    store_.next(tag, 1);
    return true;
  }
  store_.close(tag);
  std::swap(*asked, open_.back());
  const Asked done = std::move(open_.back());
  open_.pop_back();
  if (!done.answered) {
    static_cast<void>(peers_.answer(done.from, done.session, answer_in_kind(done.request, 404, problem(404, "no such capture"))));
  }
  if (waiting_.empty()) return true;
  ask(std::move(waiting_.front()));
  waiting_.pop_front();
  return true;
}

void Captures::ask(Asked asked) {
  asked.tag = tags_.query();
  store_.open(asked.tag, {doors::Table::kCaptures, asked.request.name});
  store_.next(asked.tag, 1);
  open_.push_back(std::move(asked));
}

}  // namespace nas
