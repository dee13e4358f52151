#include "reference/domain/vrm.h"

#include "reference/domain/utf8.h"

namespace domain {

base::Result<Vrm> Vrm::make(std::string_view text) {
  if (text.empty()) return base::fail(kVrmEmpty);
  if (!is_utf8(text)) return base::fail(kVrmNotUtf8);
  if (has_white_space(text)) return base::fail(kVrmHasSpace, "found '" + excerpt(text) + "'");
  if (text.size() > 32) return base::fail(kVrmTooLong, "found " + std::to_string(text.size()) + " bytes");
  return Vrm(std::string(text));
}

VrmKind Vrm::kind() const {
  if (text_ == kNoneIdentifiedText) return VrmKind::kNoneIdentified;
  if (text_ == kConnectivityTestText) return VrmKind::kConnectivityTest;
  return VrmKind::kOrdinary;
}

}  // namespace domain
