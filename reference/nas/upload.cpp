#include "reference/nas/upload.h"

#include "reference/nas/list_answer.h"

namespace nas {
namespace {

constexpr std::size_t kRefusedAPiece = 256;

/// The first `bytes` of what is gathering are whole rows, all that were read.
void cut(Upload& upload, std::size_t bytes) {
  std::string rest = upload.part.substr(bytes);
  upload.part.resize(bytes);
  upload.parts.emplace_back(std::move(upload.part));
  upload.part = std::move(rest);
  upload.draft->end_part();
}

}  // namespace

base::Result<void> read_piece(Upload& upload) {
  const std::string_view rest = upload.unread.front().view().substr(upload.read_to);
  const auto taken = upload.draft->feed(rest);
  if (!taken) return tl::unexpected(taken.error());
  const std::string_view piece = rest.substr(0, *taken);
  upload.hash.update(piece);
  upload.part += piece;
  const std::size_t whole = upload.part.size() - upload.draft->open_bytes();
  if (whole >= kPartBytes) cut(upload, whole);
  upload.read_to += piece.size();
  if (upload.read_to == upload.unread.front().size()) {
    upload.unread.pop_front();
    upload.read_to = 0;
  }
  return {};
}

base::Result<void> finish_reading(Upload& upload) {
  const auto counts = upload.draft->finish();
  if (!counts) return tl::unexpected(counts.error());
  upload.counts = *counts;
  if (!upload.part.empty()) cut(upload, upload.part.size());
  upload.version = upload.hash.finish_hex();
  upload.answer = list_answer_beginning(upload.version, counts->rows, counts->loaded);
  return {};
}

bool write_piece_of_answer(Upload& upload) {
  const auto& refused = upload.draft->refused();
  for (std::size_t i = 0; i < kRefusedAPiece && upload.answered_rows < refused.size(); ++i) {
    if (upload.answered_rows > 0) upload.answer += ',';
    upload.answer += encode_refused(refused[upload.answered_rows++]);
  }
  if (upload.answered_rows < refused.size()) return true;
  upload.answer += kListAnswerEnd;
  return false;
}

}  // namespace nas
