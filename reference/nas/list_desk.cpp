#include "reference/nas/list_desk.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "reference/lists/list_name.h"
#include "reference/nas/answer.h"
#include "reference/nas/national.h"

namespace nas {
namespace {

constexpr base::Duration kIdleLook = base::seconds(10);

doors::Channel answer_channel(const doors::Message& request) {
  return request.channel == doors::Channel::kNationalData ? doors::Channel::kNationalDataAnswer : doors::Channel::kVoiListAnswer;
}

bool has_piece(const Upload& upload) {
  if (upload.stage == Upload::Stage::kAnswering) return true;
  return upload.stage == Upload::Stage::kReading && (!upload.unread.empty() || upload.all_here);
}

}  // namespace

void ListDesk::on_slice(base::Now now, const doors::Principal& from, const doors::Message& slice, doors::Last last) {
  if (std::ranges::find(shut_out_, from.peer) != shut_out_.end()) return;
  Upload* known = find(from.peer, slice.exchange);
  if (known == nullptr && uploads_.size() >= kUploadsMax) {
    shut_out_.push_back(from.peer);
    static_cast<void>(peers_.send(from.peer, answer_to(slice, answer_channel(slice), 503, problem(503, "too many uploads at once"))));
    return;
  }
  Upload& upload = known != nullptr ? *known : begin_upload(now, from, slice);
  upload.heard_at = now.mono;
  upload.all_here = last == doors::Last::kYes;
  if (upload.stage == Upload::Stage::kReading) collect(upload, slice);
}

void ListDesk::on_removal(base::Now now, const doors::Principal& from, const doors::Message& request) {
  if (uploads_.size() >= kUploadsMax) {
    const auto busy = problem(503, "too many uploads at once");
    static_cast<void>(peers_.send(from.peer, answer_to(request, answer_channel(request), 503, busy)));
    return;
  }
  Upload& removal = begin_upload(now, from, request);
  removal.all_here = true;
  removal.is_removal = true;
  if (removal.stage == Upload::Stage::kReading) removal.stage = Upload::Stage::kReady;
}

Upload* ListDesk::find(doors::PeerId from, std::uint64_t exchange) {
  const auto found = std::ranges::find_if(uploads_, [&](const Upload& u) {
    return u.from.peer == from && u.request.exchange == exchange && !u.all_here;
  });
  return found == uploads_.end() ? nullptr : &*found;
}

Upload& ListDesk::begin_upload(base::Now now, const doors::Principal& from, const doors::Message& request) {
  Upload& upload = uploads_.emplace_back();
  upload.from = from;
  upload.session = peers_.session(from.peer);
  upload.request = {request.channel, request.exchange, 0, request.name, {}};
  upload.file = request.name;
  upload.issued_at = now.wall;
  upload.id = fmt::format("{}-{:x}-{:x}", options_.front_end, static_cast<std::uint64_t>(now.wall.ns), ++begun_);
  check_right(upload);
  if (!std::exchange(idle_timer_armed_, true)) doors_.timers.arm(kUploadTimer, kIdleLook);
  return upload;
}

void ListDesk::check_right(Upload& upload) {
  const bool national = upload.request.channel == doors::Channel::kNationalData;
  const auto role = national ? doors::Role::kPnc : doors::Role::kListOwner;
  if (upload.from.role != role) return refuse(upload, 403, national ? "only the PNC gives national data" : "only for list owners");
  national ? check_national(upload) : check_voi(upload);
}

void ListDesk::check_national(Upload& upload) {
  const auto name = parse_national_name(upload.request.name);
  if (!name) return refuse(upload, 422, "no name of national data");
  upload.file = list_of(name->source);
  upload.sha256_due = name->sha256;
  upload.issued_at = name->issued_at.value_or(upload.issued_at);
}

void ListDesk::check_voi(Upload& upload) {
  const auto name = lists::parse_own_list_name(upload.file, upload.from.organisation);
  if (name) return;
  const bool owned = name.error().kind == &lists::kListNotOwned;
  refuse(upload, owned ? 403 : 422, owned ? "a list of another organisation" : "not the name of a VOI list", name.error().message());
}

void ListDesk::collect(Upload& upload, const doors::Message& slice) {
  const std::uint64_t size = slice.content.text.size();
  upload.bytes += size;
  const std::uint64_t most = options_.list_bytes_max;
  if (upload.bytes > most) return refuse(upload, 413, fmt::format("a list of more than {} bytes", most));
  if (held_ + size > kHeldBytesMax) return refuse(upload, 503, "lists come faster than they can be stored");
  if (upload.draft == nullptr) {
    if (!shelf_.has_room()) return refuse(upload, 503, "too many lists");
    upload.draft = &shelf_.begin_draft(upload.id, upload.file);
  }
  upload.held += size;
  held_ += size;
  if (size > 0) upload.unread.push_back(slice.content.text);
  if (has_piece(upload)) work_on(upload);
}

void ListDesk::refuse(Upload& upload, std::uint16_t status, std::string_view title, std::string_view detail) {
  answer(upload, status, problem(status, title, detail));
  drop(upload);
}

void ListDesk::answer(Upload& upload, std::uint16_t status, doors::Content content) {
  const doors::Message said = answer_to(upload.request, answer_channel(upload.request), status, std::move(content));
  static_cast<void>(peers_.answer(upload.from.peer, upload.session, said));
}

void ListDesk::drop(Upload& upload) {
  upload.stage = Upload::Stage::kOver;
  if (upload.draft != nullptr) shelf_.drop_draft(upload.id);
  upload.draft = nullptr;
  held_ -= std::exchange(upload.held, 0);
  upload.unread.clear();
  upload.parts.clear();
  upload.part = {};
  if (upload.storing || upload.parts_stored == 0) return;   // with a part on its way, when that is there
  chores_.erase_under(parts_of(upload.id));
  chores_.erase({doors::Table::kUploads, upload.id});
  upload.parts_stored = 0;
}

void ListDesk::on_peer(doors::PeerId peer) {
  for (Upload& upload : uploads_) {
    if (upload.from.peer != peer || upload.all_here) continue;
    upload.all_here = true;   // nothing more of it will come
    if (upload.stage != Upload::Stage::kOver) drop(upload);
  }
  std::erase(shut_out_, peer);
}

void ListDesk::on_idle_timer(base::Now now) {
  idle_timer_armed_ = false;
  for (Upload& upload : uploads_) {
    if (upload.all_here || now.mono - upload.heard_at < options_.upload_idle_max) continue;
    if (upload.stage != Upload::Stage::kOver) refuse(upload, 408, "the list stopped coming");
    upload.all_here = true;
  }
  sweep_over();
  if (uploads_.empty()) return;
  idle_timer_armed_ = true;
  doors_.timers.arm(kUploadTimer, kIdleLook);
}

bool ListDesk::has_work() const { return std::ranges::any_of(uploads_, has_piece); }

void ListDesk::work() {
  for (std::size_t i = 0; i < uploads_.size(); ++i) {
    turn_ = (turn_ + 1) % uploads_.size();
    if (has_piece(uploads_[turn_])) return work_on(uploads_[turn_]);
  }
}

void ListDesk::work_on(Upload& upload) {
  if (upload.stage == Upload::Stage::kAnswering) {
    if (!write_piece_of_answer(upload)) upload.stage = Upload::Stage::kReady;
    return;
  }
  if (!upload.unread.empty()) {
    const auto read = read_piece(upload);
    if (!read) return refuse(upload, 422, "not a VOI list", read.error().message());
    if (!upload.unread.empty()) return;
  }
  if (!upload.all_here) return;
  const auto whole = finish_reading(upload);
  if (!whole) {
    refuse(upload, 422, "not a VOI list", whole.error().message());
  } else if (upload.sha256_due && *upload.sha256_due != upload.version) {
    refuse(upload, 422, "not the file that its sender says it is", "its SHA-256 is " + upload.version);
  } else {
    upload.stage = write_piece_of_answer(upload) ? Upload::Stage::kAnswering : Upload::Stage::kReady;
  }
}

}  // namespace nas
