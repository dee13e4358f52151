#include "reference/nas/matching.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "reference/formats/answers.h"
#include "reference/lists/list_name.h"
#include "reference/nas/answer.h"
#include "reference/nas/identity.h"
#include "reference/nas/national.h"
#include "reference/nas/outbox.h"

namespace nas {
namespace {

using domain::DataSource;

/// A hit in the form in which its read came.
doors::Content content_of_hit(const Taken& taken, domain::Hit hit) {
  if (!taken.content.is_value()) return content_of(formats::encode(hit));
  doors::Content content;
  content.size_bytes = formats::encoded_bytes(hit);
  content.value = std::make_shared<const domain::Hit>(std::move(hit));
  return content;
}

}  // namespace

tl::expected<doors::Unit, std::vector<const lists::Match*>> Matcher::match(const Taken& taken) {
  doors::Unit made;
  const auto table = taken.read ? doors::Table::kCaptures : doors::Table::kRefused;
  made.rows.push_back({table, taken.key, taken.content});
  if (!taken.read) return made;
  find(taken);
  std::vector<const lists::Match*> lacking;
  for (const lists::Match& match : matches_) {
    const domain::VoiEntry* entry = text_of(taken, match);
    entry == nullptr ? lacking.push_back(&match) : add_match(taken, match, *entry, made);
  }
  if (!lacking.empty()) return tl::unexpected(std::move(lacking));
  if (!taken.live) return made;
  for (const domain::VoiEntry& entry : *taken.live) {
    add_hit(taken, {fast_track_, "", DataSource::kFastTrack, 0, entry}, made);
  }
  return made;
}

/// The matches that may give a hit.
void Matcher::find(const Taken& taken) {
  matches_.clear();
  shelf_.index().find(taken.read->vrm, taken.received_at, matches_);
  std::erase_if(matches_, [&](const lists::Match& match) {
    const DataSource source = source_of(match.list->file);
    return (source == DataSource::kMmc && options_.mmc_gives_hits == 0) || (source == DataSource::kExtract && taken.live);
  });
}

const domain::VoiEntry* Matcher::text_of(const Taken& taken, const lists::Match& match) const {
  const std::string& upload = shelf_.in_force(match.list->file)->upload;
  const auto found = std::ranges::find_if(taken.texts, [&](const HitText& text) {
    return text.entry.row == match.row && text.upload == upload;
  });
  return found == taken.texts.end() ? nullptr : &found->entry;
}

void Matcher::add_match(const Taken& taken, const lists::Match& match, const domain::VoiEntry& entry, doors::Unit& into) {
  const DataSource source = source_of(match.list->file);
  std::int64_t age_s = 0;
  if (source != DataSource::kVoi) {
    const Manifest* manifest = shelf_.in_force(match.list->file);
    if (manifest != nullptr) age_s = std::max<std::int64_t>(0, (taken.received_at - manifest->issued_at).ns / base::seconds(1).ns);
  }
  add_hit(taken, {match.list->file, match.list->owner, source, age_s, entry}, into);
}

void Matcher::add_hit(const Taken& taken, Found found, doors::Unit& into) {
  if (found.entry.action == domain::Action::kNoAlert && options_.no_alert_alerts == 0) return;
  const domain::ShortText camera = taken.read->camera.short_text();
  subscribers_.clear();
  directory_.told_of({found.list, found.owner, found.source, camera.view(), found.entry.action}, subscribers_);
  if (subscribers_.empty()) return;
  const std::string hit_id = hit_id_of(taken.key, found.list, found.entry.row);
  const doors::Content hit = hit_of(taken, std::move(found), hit_id);
  for (const SubscriberId to : subscribers_) into.rows.push_back(outbox_row(directory_.at(to).name, hit));
}

doors::Content Matcher::hit_of(const Taken& taken, Found found, std::string_view hit_id) {
  const domain::Read& read = *taken.read;
  domain::Hit hit{std::string(hit_id), taken.key, read.read_id.value_or(""), std::string(found.list), std::move(found.entry),
                  read.vrm,            read.camera, read.time,              read.location};
  hit.username = read.username;
  hit.camera_class = read.camera_class;
  hit.plate_patch = reference_to(read.plate_patch);
  hit.overview = reference_to(read.overview);
  hit.source = found.source;
  hit.data_age_s = found.age_s;
  if (found.source == DataSource::kVoi) hit.symbol = lists::symbol_text(found.owner);
  return content_of_hit(taken, std::move(hit));
}

std::optional<domain::ImageReference> Matcher::reference_to(const std::optional<base::Bytes>& image) {
  if (!image) return std::nullopt;
  const formats::ImageFacts& facts = images_.examine(*image);
  return domain::ImageReference{facts.sha256, facts.bytes};
}

}  // namespace nas
