// A NAS behind fake doors, the people who speak to it, and reads for it.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "reference/formats/answers.h"
#include "reference/formats/read_json.h"
#include "reference/lists/voi_list.h"
#include "reference/base/hash.h"
#include "reference/nas/identity.h"
#include "reference/nas/list_manifest.h"
#include "reference/nas/nas.h"
#include "tests/unit/reference/doors/fake_doors.h"
#include "tests/unit/reference/formats/jpeg_maker.h"

namespace nas::test {

using Fate = doors::fake::Bench::Fate;
using doors::Channel;
using doors::PeerState;
using doors::Table;

inline const doors::Principal kLea{{1}, doors::Role::kLea, "35", "lea:35"};
inline const doors::Principal kOperator{{2}, doors::Role::kOperator, "35", "op-cambs-1"};
inline const doors::Principal kOther{{3}, doors::Role::kOperator, "12", "op-north-1"};
inline const doors::Principal kOwner{{4}, doors::Role::kListOwner, "35", "owner-35"};
inline const doors::Principal kAuditor{{5}, doors::Role::kAuditor, "35", "auditor"};
inline const std::string kListFile = "35_Test VOI List.csv";

inline domain::Read read_of(const std::string& vrm, std::optional<std::string> read_id) {
  domain::Read read{*domain::Vrm::make(vrm), *domain::parse_capture_time("11/06/2019 07:00:01"),
                    *domain::parse_location("52.205123,0.121817"), *domain::parse_camera_id("35-12-42")};
  read.read_id = std::move(read_id);
  static const base::Bytes patch(jpeg_maker::make(120, 60));
  read.plate_patch = patch;
  return read;
}

/// The id of the hit that a read of AB00ABC has by a row of the list.
inline std::string hit_of(const std::string& read_id, std::uint32_t row = 1) {
  return hit_id_of(capture_id_of(read_of("AB00ABC", read_id)), kListFile, row);
}

inline doors::Content value_of(const domain::Read& read) {
  doors::Content content;
  content.size_bytes = formats::encoded_bytes(read);
  content.value = std::make_shared<const domain::Read>(read);
  return content;
}

inline doors::Content text_of(const domain::Read& read) {
  static formats::ImageIndex images;
  formats::EncodedRead encoded = formats::encode_read(read, formats::ImagesAs::kParts, images);
  doors::Content content;
  content.text = base::Bytes(std::move(encoded.text));
  content.plate_patch = encoded.plate_patch;
  content.overview = encoded.overview;
  content.size_bytes = formats::encoded_bytes(read);
  return content;
}

inline doors::Content text_content(std::string text) {
  doors::Content content;
  content.size_bytes = static_cast<std::uint32_t>(text.size());
  content.text = base::Bytes(std::move(text));
  return content;
}

/// A list of entries that are in force in June 2019.
inline std::string csv_of(const std::vector<std::pair<std::string, domain::Action>>& entries, const std::string& file = kListFile) {
  lists::VoiList list;
  list.file = file;
  list.owner = file.substr(0, file.find('_'));
  for (const auto& [vrm, action] : entries) {
    domain::VoiEntry entry{*domain::Vrm::make(vrm)};
    entry.action = action;
    entry.reason = "Drugs";
    entry.information = "For a test";
    entry.in_force_from = *base::parse_rfc3339("2019-01-01T00:00:00Z");
    entry.weeded_at = *base::parse_rfc3339("2020-01-01T00:00:00Z");
    entry.row = static_cast<std::uint32_t>(list.entries.size() + 1);
    list.entries.push_back(std::move(entry));
  }
  return lists::encode_voi_list(list);
}

struct NasBench : doors::fake::Bench {
  explicit NasBench(NasOptions options = {}) : Bench([options](const doors::Doors& doors) { return make_nas(doors, options); }) {}

  void start_all() {
    start();
    for (const auto& principal : {kLea, kOperator, kOther, kOwner, kAuditor}) peer(principal, PeerState::kUp);
    settle_all();
  }
  void send_read(std::uint64_t exchange, doors::Content content, const doors::Principal& from = kLea) {
    message(from, {Channel::kRead, exchange, 0, {}, std::move(content)});
  }
  void upload(const std::string& csv, const std::string& file = kListFile, const doors::Principal& from = kOwner) {
    message(from, {Channel::kVoiList, ++uploads_, 0, file, text_content(csv)});
  }
  void list(const std::vector<std::pair<std::string, domain::Action>>& entries) {
    upload(csv_of(entries));
    settle_all();
    transport.taken(kOwner.peer);
  }
  void acknowledge(const std::string& hit_id, const doors::Principal& by = kOperator) {
    message(by, {Channel::kHitAck, 0, 0, hit_id, {}});
  }
  /// Another front end on the store puts a list in force; this one is told when it is.
  void list_elsewhere(const std::string& csv, const std::string& file = kListFile) {
    ++store.epoch.value;
    const Manifest manifest{file, "9-" + std::to_string(store.epoch.value), base::sha256_hex(csv), 1, store.epoch, wall_at_zero};
    store.put({Table::kListParts, part_key(manifest.upload, 0), text_content(csv)});
    store.put(row_of(manifest));
  }
  /// The bytes of the version that the store has in force.
  std::string stored_list(const std::string& file = kListFile) const {
    const auto row = store.rows.find({Table::kLists, file});
    if (row == store.rows.end()) return {};
    const auto manifest = manifest_of({Table::kLists, file, row->second});
    std::string csv;
    for (std::uint32_t part = 0; manifest && part < manifest->parts; ++part) {
      csv += store.rows.at({Table::kListParts, part_key(manifest->upload, part)}).text.view();
    }
    return csv;
  }
  /// Exchange and status of the answers to the LEA.
  std::vector<std::pair<std::uint64_t, int>> answers(const doors::Principal& to = kLea) {
    std::vector<std::pair<std::uint64_t, int>> found;
    for (const auto& answer : transport.taken(to.peer)) found.emplace_back(answer.exchange, answer.status);
    return found;
  }
  std::vector<std::string> hits(const doors::Principal& to = kOperator) {
    std::vector<std::string> found;
    for (const auto& hit : transport.taken(to.peer)) {
      if (hit.channel == Channel::kHit) found.push_back(hit.name);
    }
    return found;
  }

 private:
  std::uint64_t uploads_ = 0;
};

}  // namespace nas::test
