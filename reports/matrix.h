// The matrix of mutants and the requirements that noticed them, as SVG of our own.
#pragma once

#include <string>
#include <vector>

namespace reports {

/// Texts without markup; they are escaped here.
struct Mutant {
  std::string id;
  std::string requirement;
  bool killed = false;
  std::vector<std::string> consequences;   ///< requirements that it also broke
};

/// A row a mutant, a column a requirement, in order of their first appearance.
///
/// Shape:   a square where the mutant's own requirement noticed it, a hollow diamond where it did not, a small ring where another one
///          noticed it, too: told by form, and coloured besides. `labelled_by` is the id of the element that says what it shows.
///          No mutant, no drawing.
[[nodiscard]] std::string kill_matrix_svg(const std::vector<Mutant>& mutants, const std::string& labelled_by);

/// Text as SVG and HTML may hold it between tags.
[[nodiscard]] std::string escaped(const std::string& text);

}  // namespace reports
