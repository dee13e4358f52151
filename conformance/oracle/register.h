// What the evidence says of cameras and of the people at them: the register, operator sessions, declared tests and manual entries.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/read_state.h"
#include "conformance/oracle/tally.h"

namespace oracle {

/// A camera as the register has it.
struct RegisteredCamera {
  std::string name;                               ///< "35-12-42"
  Kind kind = Kind::kNone;
  bool records_unread = false;
  bool lea_controlled = true;
  std::optional<base::event::Position> recorded;  ///< by the register
  std::optional<base::event::Position> surveyed;  ///< by whoever measured it
  std::int32_t surveyed_uncertainty_mm = 0;
  std::map<std::int64_t, std::int32_t> presets;   ///< direction in degrees, by id
  std::string position_source;                    ///< how `recorded` was found; empty where the register does not say

  [[nodiscard]] bool mobile() const { return kind == Kind::kMobile; }
  /// For a map: the best that is known.
  [[nodiscard]] std::optional<base::event::Position> position() const { return surveyed ? surveyed : recorded; }
};

class Register {
 public:
  void hear(const base::event::Camera& e);
  void hear(base::Instant at, const base::event::OperatorSession& e);
  /// A test or an entry that does not say which read comes of it is told of no read.
  void hear(const base::event::ConnectivityTest& e) {
    if (!e.read_id.empty()) tests_[base::hash64(e.read_id)] = ShortName(e.component);
  }
  void hear(const base::event::ManualEntry& e) {
    if (!e.read_id.empty()) manual_[base::hash64(e.read_id)] = ShortName(e.component);
  }

  /// Null where it is not registered. Good until the next camera is heard of.
  [[nodiscard]] const RegisteredCamera* camera(std::string_view name) const;
  [[nodiscard]] const std::vector<RegisteredCamera>& cameras() const { return cameras_; }
  /// Whether it is registered as a camera of a mobile unit.
  [[nodiscard]] bool is_of_unit(std::string_view name) const;
  /// What was found at each that is registered.
  [[nodiscard]] std::vector<SiteTally> sites(const SiteBook& found) const;

  /// Who was logged on at a camera, or at the mobile unit that it is one of, at an instant, in the order in which they came; none for
  /// nobody. Nothing where the evidence does not say: no session of this camera is told of, one does not say whose it is, or one began or
  /// ended within a second.
  [[nodiscard]] std::optional<std::vector<std::string>> users_at(std::string_view camera, base::Instant at) const;

  [[nodiscard]] bool is_test(std::string_view read_id) const { return !tests_.empty() && tests_.contains(base::hash64(read_id)); }
  [[nodiscard]] bool is_manual(std::string_view read_id) const { return !manual_.empty() && manual_.contains(base::hash64(read_id)); }
  /// The component by which somebody sent it to test connectivity, or typed it in. Empty where that is not told, or nobody did.
  [[nodiscard]] std::string_view tested_by(std::string_view read_id) const { return maker_of(tests_, read_id); }
  [[nodiscard]] std::string_view typed_by(std::string_view read_id) const { return maker_of(manual_, read_id); }

 private:
  struct Session {
    std::string username;
    base::Instant from;
    std::optional<base::Instant> to;
  };
  using Makers = tsl::robin_map<std::uint64_t, ShortName, MixHash>;   ///< components, by hash of the id of a read
  [[nodiscard]] static std::string_view maker_of(const Makers& makers, std::string_view read_id) {
    if (makers.empty()) return {};
    const auto at = makers.find(base::hash64(read_id));
    return at == makers.end() ? std::string_view() : at->second.view();
  }
  [[nodiscard]] static std::optional<std::vector<std::string>> users_of(const std::vector<Session>& sessions, base::Instant at);

  std::vector<RegisteredCamera> cameras_;
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_name_;
  std::map<std::string, std::vector<Session>, std::less<>> sessions_;   ///< by camera
  Makers tests_, manual_;
};

}  // namespace oracle
