// Clause 2.2.4: the images of each read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/images.h"
#include "conformance/oracle/read_context.h"

namespace oracle {

/// Both images of a read. Owner: borrowed with the read they are of.
struct SentImages {
  SentImage plate_patch, overview;
};

/// 2.2.4-a a picture of the plate is there, in reads of what an LEA owns or controls; by default none is due where no plate was made out or
/// a mark was typed in. -b and -e a picture is a JPEG that decodes, -c that of the plate measures 120 by 60 pixels, -d and -f it is no
/// heavier than 3 kB and 25 kB. -h a place in its Exif data is well formed and that of the read.
///
/// Shape:   one observation an image of a text sent, of -a a text. Where the evidence holds none of the images that reads name, what asks
///          for their bytes is not run; where it lacks some, those are undecided.
class Clause224 {
 public:
  /// Owner:   the images are borrowed for life.
  Clause224(Docket& docket, Images& images);
  /// A camera is registered: of what an LEA controls, each class has to be seen.
  void hear(const RegisteredCamera& camera);
  /// `place`: the read's, where its text gives one.
  void judge(const parse::ReadFields& read, const ReadContext& context, const SentImages& sent,
             const std::optional<base::event::Position>& place);
  /// Nothing more will be observed.
  void conclude();

 private:
  /// What is asked of one of the two pictures, and what of it the evidence does not hold.
  struct Asked {
    std::string_view what;            ///< "plate picture"
    Tally& jpeg;
    Tally* measure = nullptr;
    Tally& weight;
    std::size_t small_kb_bytes, large_kb_bytes;   ///< the limit, with a kB of 1,000 and of 1,024 bytes (R-07)
    std::uint64_t held = 0, unheld = 0;
    // The first that is not held.
    base::Instant at;
    std::string read_id, camera, file;
  };
  void judge_due(const parse::ReadFields& read, const ReadContext& context, const SentImage& patch);
  void judge_picture(Asked& asked, const SentImage& image, const ReadContext& context,
                     const std::optional<base::event::Position>& place);
  void judge_weight(const Asked& asked, std::size_t bytes, const ReadContext& context) const;
  void judge_measure(Tally& tally, const Picture& picture, const ReadContext& context) const;
  void judge_geotag(const Asked& asked, const parse::Geotag& tag, const ReadContext& context,
                    const std::optional<base::event::Position>& place);
  static void conclude(const Asked& asked);

  Images& images_;
  Tally& there_;
  Tally& geotag_;
  Under always_due_;
  Asked patch_, overview_;
  bool any_controlled_ = false;
};

}  // namespace oracle
