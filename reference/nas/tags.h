// Numbers that the desks of one NAS take turns to use, so that a completion finds its own.
#pragma once

#include "reference/doors/component.h"

namespace nas {

inline constexpr doors::TimerId kPipelineTimer{1};
inline constexpr doors::TimerId kListTimer{2};
inline constexpr doors::TimerId kChoreTimer{3};
inline constexpr doors::TimerId kUploadTimer{4};
inline constexpr doors::TimerId kWorkTimer{5};       ///< of zero length, for work that goes in slices
inline constexpr doors::TimerId kMidnightTimer{6};
inline constexpr doors::TimerId kPncTimer{7};        ///< until the oldest query of the PNC counts as lost
inline constexpr doors::TimerId kPncProbeTimer{8};

/// Tags that no commit or query of this NAS had before.
class Tags {
 public:
  [[nodiscard]] doors::CommitTag commit() { return {++commits_}; }
  [[nodiscard]] doors::QueryTag query() { return {++queries_}; }

 private:
  std::uint64_t commits_ = 0;
  std::uint64_t queries_ = 0;
};

}  // namespace nas
