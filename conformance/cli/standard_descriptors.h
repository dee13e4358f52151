// Standard input, output and error, as the program finds them.
#pragma once

namespace cli {

/// Sees to it that descriptors 0, 1 and 2 are taken. Called before anything is opened.
///
/// One that was closed would be given to the first file that is opened, evidence among them, and what is said would be written into
/// that file. What is opened in its place refuses as a closed one does: it cannot be read from (0) or written to (1, 2).
/// Errors:  false where one is closed and nothing could be opened in its place.
[[nodiscard]] bool take_standard_descriptors();

}  // namespace cli
