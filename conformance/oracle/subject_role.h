// In which role the subject is judged, where one observation may speak of several.
#pragma once

#include <string_view>

namespace oracle {

/// Clause 5 binds whoever keeps a list, and NAS, which takes it in. What a file says is its keeper's doing, except where the tester staged
/// its faults; what NAS makes of a row against the template is NAS's.
///
/// Shape:   a subject in the role "nas" is judged by what NAS does with any list; one that keeps lists ("source") by its files; the whole
///          by its files and by what NAS does with staged ones. Any other role is bound by neither, and judged as the whole.
struct SubjectRole {
  explicit SubjectRole(std::string_view role) : is_nas(role == "nas"), is_source(role == "source") {}
  bool is_nas, is_source;

  [[nodiscard]] bool keeps(bool staged) const { return !is_nas && !staged; }
  [[nodiscard]] bool takes_in(bool staged) const { return is_nas || (staged && !is_source); }
};

}  // namespace oracle
