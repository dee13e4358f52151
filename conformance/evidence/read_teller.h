// Tells reads one after another, and each camera before its first and wherever its class is another.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "conformance/evidence/reads.h"

namespace evidence {

/// Owner:   options and witness are borrowed for life.
class ReadTeller {
 public:
  ReadTeller(const ReadsOptions& options, base::Witness& witness) : options_(options), witness_(witness) {}

  /// `camera` "35-12-42", or empty where the read does not say; `camera_class` likewise. A word that is no class says nothing: it is the
  /// device's own. A camera that is of another class from now on is told again.
  void tell(std::string_view read_id, std::string_view camera, std::string_view camera_class, const base::event::ReadBody& read);
  [[nodiscard]] std::uint64_t told() const { return told_; }

 private:
  void say(base::event::Body body);

  const ReadsOptions& options_;
  base::Witness& witness_;
  std::map<std::string, std::string, std::less<>> classes_;   ///< of each camera, as it was told last
  base::Instant at_;
  std::uint64_t told_ = 0;
};

/// "35-12-42" of a read's own fields, where each is what the name of a camera may hold; empty otherwise.
[[nodiscard]] std::string camera_name(std::string_view feed_id, std::string_view source_id, std::string_view nrd_id);

}  // namespace evidence
