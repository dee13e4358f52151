# Writes EMBED_OUT, a source that holds the bytes of EMBED_FILE as an array: a string literal has limits of length and escape.
file(READ ${EMBED_FILE} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
string(REGEX REPLACE "(('[^']*',){32})" "\\1\n" bytes "${bytes}")
file(WRITE ${EMBED_OUT}
"#include <string_view>

namespace ${EMBED_NAMESPACE} {

std::string_view ${EMBED_SYMBOL}();

static constexpr char bytes_of_${EMBED_SYMBOL}[] = {
${bytes}
'\\0'};

std::string_view ${EMBED_SYMBOL}() { return std::string_view(bytes_of_${EMBED_SYMBOL}, sizeof(bytes_of_${EMBED_SYMBOL}) - 1); }

}  // namespace ${EMBED_NAMESPACE}
")
