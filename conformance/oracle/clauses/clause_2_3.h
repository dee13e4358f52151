// Clause 2.3: the metadata of each read.
#pragma once

#include <map>
#include <string>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/read_fields.h"
#include "conformance/oracle/read_context.h"

namespace oracle {

/// 2.3-a the Feed ID is the two-digit code of an organisation of Annex A, -b the Source ID is 1 to 9999, -c the NRD ID is 0 to 9999, and 0
/// for what an administrator typed in and for that alone, -f the username is an operator's name or Unattended. -d lane and -e alias, where
/// they are there, are descriptions, and an alias does not give the place away; -g a Preset ID is a short integer that the register knows
/// and that tells the direction, within 45 degrees; 0, the default, needs no entry there. One observation a text sent, of the optional ones
/// a text that has the field; an empty text is none.
class Clause23 {
 public:
  explicit Clause23(Docket& docket);
  /// Whether nothing was found against the mandatory fields that are a matter of the text alone (-a, -b, and the range of -c, the form of
  /// -f).
  bool judge(const parse::ReadFields& read, const ReadContext& context, const Register& people);
  /// How a read that was sent before it was declared to be typed in is remembered.
  enum class SentAs {
    kNothing,     ///< no more than its text showed by itself
    kOfDevice,    ///< with the NRD ID of a device
    kForgotten,   ///< no more
  };
  /// A manual entry was declared, for the first time.
  void manual(const Sighting& sighting, SentAs sent);
  /// What claims to have been typed in and was not declared stands against it, where nothing more is to be waited for (`whole`) or the
  /// evidence tells of such declarations at all; it is undecided otherwise.
  void close(bool whole);

 private:
  bool judge_feed(const parse::ReadFields& read, const ReadContext& context);
  bool judge_source(const parse::ReadFields& read, const ReadContext& context);
  bool judge_nrd(const parse::ReadFields& read, const ReadContext& context);
  bool judge_username(const parse::ReadFields& read, const ReadContext& context, const Register& people);
  void judge_lane(const parse::ReadFields& read, const ReadContext& context);
  void judge_alias(const parse::ReadFields& read, const ReadContext& context);
  void judge_preset(const parse::ReadFields& read, const ReadContext& context);

  struct Undeclared {
    base::Instant at;
    std::string camera, read_text;
  };
  Tally& feed_;
  Tally& source_;
  Tally& nrd_;
  Tally& lane_;
  Tally& alias_;
  Tally& username_;
  Tally& preset_;
  Under digits_only_, any_code_;
  bool any_manual_ = false;
  std::map<std::string, Undeclared, std::less<>> undeclared_;  ///< reads with NRD ID 0, by id, that were not declared so far
};

}  // namespace oracle
