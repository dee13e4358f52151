#include "reference/formats/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using formats::decode_base64;
using formats::encode_base64;

// RFC 4648, section 10.
TEST(Base64, GivesThePublishedValues) {
  const std::vector<std::pair<std::string, std::string>> values{
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : values) {
    EXPECT_EQ(encode_base64(bytes), text);
    EXPECT_EQ(decode_base64(text), bytes);
  }
}

TEST(Base64, RefusesWhatIsNotToTheLetter) {
  for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "Zm9v=", "=", "==", "====", "Zm 9v", " Zm9v", "Zm9v\n", "Zm9v\r\n", "Zm-_",
                           "Zm9v====", "Zg==Zg==", "Z===", "Zh==", "Zm9=", "Zm9v\xc3\xb6=="}) {
    EXPECT_EQ(decode_base64(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(Base64, ComesBack, (const std::string& bytes)) {
  const std::string text = encode_base64(bytes);
  RC_ASSERT(text.size() == (bytes.size() + 2) / 3 * 4);
  RC_ASSERT(decode_base64(text) == bytes);
}

RC_GTEST_PROP(Base64, HasOneTextForEachBytes, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('A', 'B', 'z', '0', '9', '+', '/', '='));
  const auto bytes = decode_base64(text);
  if (bytes) RC_ASSERT(encode_base64(*bytes) == text);
}

}  // namespace
