// Clause 2.2.3: where each read says that it was made.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/oracle/clauses/place_shares.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/location.h"
#include "conformance/oracle/parse/read_fields.h"
#include "conformance/oracle/read_context.h"

namespace oracle {

/// 2.2.3-a a place is there, in degrees with decimals; the text for no fix, which is -d's and -e's, is no observation of it. -b the place
/// is within 10 m of the true one, by the survey of the camera or by where its pass was. -c the register's position of a fixed camera is
/// within 5 m of the survey. -e the text for no fix comes from no camera that is registered as another than mobile. -f the register says of
/// a camera's position that a satellite receiver found it.
///
/// Shape:   one observation a text sent, of -c and -f a camera. Of a distance d that is known to U, d + U within the limit is met, d - U
///          beyond it stands against, and what lies between is undecided.
class Clause223 {
 public:
  explicit Clause223(Docket& docket);
  /// A camera is registered, or registered anew.
  void hear(base::Instant at, const RegisteredCamera& camera);
  /// Where the read was made, as its text has it; nothing where that gives no place.
  std::optional<base::event::Position> judge(const parse::ReadFields& read, const ReadContext& context);
  /// Nothing more will be observed.
  void conclude();

 private:
  void judge_source(base::Instant at, const RegisteredCamera& camera);
  void judge_form(const parse::Location& found, const ReadContext& context, std::string_view text);
  void judge_literal(const parse::Location& found, const ReadContext& context);
  void judge_place(base::event::Position place, const ReadContext& context);

  Tally& degrees_;
  Tally& near_;
  Tally& site_;
  Tally& literal_;
  Tally& source_;
  Under letters_too_, moveable_is_fixed_;
  PlaceShares of_camera_, of_vehicle_;
  std::map<std::string, std::int64_t, std::less<>> sites_;   ///< millimetres off, by camera, of those that were judged
  std::map<std::string, std::string, std::less<>> sources_;  ///< how a position was found, by camera, of those that say it
};

}  // namespace oracle
