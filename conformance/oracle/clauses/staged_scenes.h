// 2.2.4-g: pictures that come out too heavy are made to fit.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/clauses/clause_2_2_4.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/pass_book.h"
#include "conformance/oracle/read_context.h"

namespace oracle {

/// Passes that were staged so that a device's usual setting gives pictures over the limits.
///
/// Shape:   one observation such a pass that became a read, as NAS received it, or, where the evidence tells of no receipt by NAS, as it
///          was sent: with a plate picture, where one is due or most other reads of its camera have one, and an overview, where most other
///          reads of its camera have one, both within the limits. Against it stand a picture left out, one too heavy, and no such read at
///          all once nothing more is to be waited for.
class StagedScenes {
 public:
  /// Owner:   the images are borrowed for life.
  StagedScenes(Docket& docket, Images& images);
  /// A read of an ordinary pass, or of none: what its camera's reads usually have.
  void ordinary(std::string_view camera, bool has_patch, bool has_overview);
  void sent(ReadKey key, const ReadContext& context, const parse::ReadFields& read, const SentImages& images);
  /// The LEA component `by` has it.
  void at_lea(ReadKey key, std::string_view by);
  /// NAS has it, from the LEA component `by`, if any. `changed`: its images, where anything is not as it was sent; other images are the
  /// doing of `by`.
  void received(ReadKey key, const std::optional<SentImages>& changed, std::string_view by);
  /// NAS has it, and what it received is not in the evidence: then it is judged as it was sent, but of a subject in one role whatever a LEA
  /// component may have made of it.
  void received_unseen(ReadKey key);
  /// `any_received`: the evidence tells of receipts by NAS. `whole`: nothing more is to be waited for.
  void close(const PassBook::UnrecordedById& unrecorded, base::Instant at, bool any_received, bool whole);
  /// Nothing more will be observed.
  void conclude();

 private:
  struct Image {
    bool came = false;
    std::optional<std::size_t> bytes;   ///< nothing where it is not held
    std::uint64_t name = 0;
    friend bool operator==(const Image&, const Image&) = default;
  };
  struct Scene {
    base::Instant at;
    std::string read_id, camera, lea;         ///< the LEA component that has, or had it; or empty
    Kind kind = Kind::kNone;
    bool has_plate = true;                    ///< of which a picture can be made
    bool patch_due = true;                    ///< whatever is usual (2.2.4-a)
    Image patch, overview;
    bool patch_sent = false, overview_sent = false;   ///< by the camera
    bool changed = false;                     ///< pictures, behind the camera
  };
  struct Missing {
    std::string_view what;
    bool sent = false;
  };
  struct Usual {
    std::uint64_t reads = 0, with_patch = 0, with_overview = 0;
  };
  [[nodiscard]] Image image_of(const SentImage& image);
  [[nodiscard]] static Sighting of_camera(const Scene& scene);
  /// What happened to it once it was sent: the LEA component's doing, and where none is told to have had it, perhaps the camera's.
  [[nodiscard]] Sighting behind_camera(const Scene& scene) const;
  /// What came to NAS: the doing of whoever made it so, and the LEA component's as well where it sent it on (2.2.4-g).
  [[nodiscard]] Sighting sighting(const Scene& scene) const;
  /// A picture that is missing is the doing of whoever had it last.
  [[nodiscard]] Sighting missing(const Scene& scene, bool sent) const;
  /// The scene of a read that has come.
  [[nodiscard]] std::optional<Scene> take(ReadKey key);
  void judge(Scene scene);
  [[nodiscard]] std::optional<Missing> left_out(const Scene& scene) const;

  Images& images_;
  Tally& adjusted_;
  Under small_kb_, large_kb_;
  std::map<std::uint64_t, Scene> under_way_;     ///< by key: sent, and not received
  std::vector<Scene> incomplete_;                ///< which wait for what is usual with their camera
  tsl::robin_map<std::uint64_t, Usual, MixHash> usual_;   ///< by hash of the camera's name
};

}  // namespace oracle
