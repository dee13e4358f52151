#include "simulator/actors/list_owner.h"

#include <algorithm>
#include <array>

#include "reference/base/check.h"
#include "reference/lists/voi_list.h"

namespace actors {
namespace {

constexpr std::size_t kSliceBytes = 16'384;
constexpr base::Duration kRetryAfter = base::seconds(1);
constexpr base::Duration kInForceBefore = base::hours(24 * 7);    // the list began a week before the run
constexpr base::Duration kWeededAfter = base::hours(24 * 30);     // the template makes every entry name a weed date
constexpr std::array<std::string_view, 4> kReasons{"Cloned", "Documents", "Disqualified", "Low Crime"};  // of those that any owner may give

domain::VoiEntry entry_of(std::string_view mark, std::string information, std::uint32_t row, base::Instant on) {
  auto vrm = domain::Vrm::make(mark);
  PLUMB_CHECK(vrm.has_value(), "the world and the scenario give valid marks");
  return {std::move(*vrm),
          row % 8 == 0 ? domain::Action::kStop : domain::Action::kAssess,
          std::string(kReasons[row % kReasons.size()]),
          std::move(information),
          on - kInForceBefore,
          on + kWeededAfter,
          row};
}

}  // namespace

std::vector<VoiFile> make_voi_files(const std::vector<scenario::VoiListSpec>& specs, const std::vector<world::Vehicle>& of_interest,
                                    base::Instant on) {
  std::vector<VoiFile> files;
  std::size_t next = 0;
  for (const scenario::VoiListSpec& spec : specs) {
    lists::VoiList list;
    list.file = spec.file;
    list.owner = spec.file.substr(0, spec.file.find('_'));
    for (std::uint32_t row = 1; row <= spec.rows && !of_interest.empty(); ++row) {
      const world::Vehicle& vehicle = of_interest[next++ % of_interest.size()];
      list.entries.push_back(entry_of(vehicle.vrm, fmt::format("{} {}", vehicle.colour, vehicle.make), row, on));
    }
    for (const std::string& mark : spec.also) {
      list.entries.push_back(entry_of(mark, "", static_cast<std::uint32_t>(list.entries.size() + 1), on));
    }
    files.push_back({list.file, list.owner, base::Bytes(lists::encode_voi_list(list))});
  }
  return files;
}

ListOwner::ListOwner(const Stage& stage, std::vector<VoiFile> files, doors::PeerId self, doors::PeerId nas)
    : stage_(stage), files_(std::move(files)), self_(self), nas_(nas) {}

void ListOwner::on_peer(doors::PeerId, doors::PeerState state) {
  up_ = state == doors::PeerState::kUp;
  begin();
}

void ListOwner::on_ready(doors::PeerId) { pump(); }

void ListOwner::begin() {
  offset_ = 0;
  ++exchange_;
  pump();
}

void ListOwner::pump() {
  if (!up_ || done()) return;
  const std::string_view csv = files_[file_].csv.view();
  while (offset_ < csv.size()) {
    const std::size_t size = std::min(kSliceBytes, csv.size() - offset_);
    const doors::Last last = offset_ + size == csv.size() ? doors::Last::kYes : doors::Last::kNo;
    doors::Message slice;
    slice.channel = doors::Channel::kVoiList;
    slice.exchange = exchange_;
    slice.name = files_[file_].name;
    slice.content.text = base::Bytes(std::string(csv.substr(offset_, size)));
    slice.content.size_bytes = static_cast<std::uint32_t>(size);
    slice.posting = doors::Posting::kBulk;
    if (stage_.wire.send(self_, nas_, slice, last) != doors::SendOutcome::kAccepted) return;
    tell_uploaded();
    offset_ += size;
  }
}

void ListOwner::tell_uploaded() {
  if (told_ > file_) return;
  told_ = file_ + 1;
  const VoiFile& file = files_[file_];
  stage_.witness.hear({stage_.kernel.now(), base::event::VoiUploaded{file.name, file.owner, &file.csv, false}});
}

void ListOwner::on_message(doors::PeerId, const doors::Message& answer) {
  if (answer.channel != doors::Channel::kVoiListAnswer || answer.exchange != exchange_ || done()) return;
  if (answer.status == kTryAgain) return stage_.kernel.after(kRetryAfter, *this, 0, exchange_);
  if (!is_success(answer.status)) ++refused_;
  ++file_;
  begin();
}

void ListOwner::on_event(std::uint32_t, std::uint64_t exchange) {
  if (exchange == exchange_) begin();
}

}  // namespace actors
