// A pack's files in a directory and in a .zip, and what is never opened.
#include "conformance/evidence/files/container.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zip.h>

#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

struct Packed {
  std::string path, content;
  zip_uint16_t encryption = ZIP_EM_NONE;
  zip_uint32_t mode = 0;   ///< of a system like Unix
};

class ContainerTest : public PackDirectory {
 protected:
  ContainerTest() { fs::create_directories(directory_); }

  std::string zip(const std::vector<Packed>& files) const {
    const std::string path = (directory_ / "p.zip").string();
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    for (const Packed& file : files) {
      zip_source_t* source = zip_source_buffer(archive, file.content.data(), file.content.size(), 0);
      const zip_int64_t index = zip_file_add(archive, file.path.c_str(), source, ZIP_FL_ENC_UTF_8);
      if (file.encryption != ZIP_EM_NONE) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), file.encryption, "secret");
      if (file.mode != 0) zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, file.mode << 16);
    }
    EXPECT_EQ(zip_close(archive), 0);
    return path;
  }
  static std::string fault(const std::string& path) {
    const auto opened = open_container(path);
    return opened ? "" : opened.error().detail;
  }
  static std::string content(const Container& container, const std::string& path) {
    const auto content = container.content(path, 1'000);
    return content ? content->value_or("nothing") : content.error().detail;
  }
};

TEST_F(ContainerTest, AnInnerPathStaysBelow) {
  for (const char* path : {"a", "a/b.csv", "..a/b", "a/...", ".a"}) EXPECT_TRUE(is_inner_path(path)) << path;
  for (const char* path : {"", "/a", "a/", "a//b", "..", "../a", "a/../b", ".", "a/.", "a\\b", "..\\a"})
    EXPECT_FALSE(is_inner_path(path)) << path;
  EXPECT_FALSE(is_inner_path(std::string_view("a\0b", 3)));
}

TEST_F(ContainerTest, ADirectoryAndAZipHoldTheSame) {
  overwrite("a.txt", "one");
  fs::create_directory(directory_ / "images");
  overwrite("images/b.jpg", "two");
  const auto in_directory = open_directory(directory_);
  const auto in_zip = open_container(zip({{"a.txt", "one"}, {"images/", ""}, {"images/b.jpg", "two"}})).value();
  for (const Container* container : {in_directory.get(), in_zip.get()}) {
    EXPECT_EQ(content(*container, "a.txt"), "one");
    EXPECT_EQ(content(*container, "images/b.jpg"), "two");
    EXPECT_EQ(content(*container, "c"), "nothing");
    EXPECT_NE(content(*container, "../a.txt").find("leads out of the pack"), std::string::npos);
  }
  EXPECT_EQ(in_zip->list().value().size(), 2u);
}

TEST_F(ContainerTest, AZipOfTheFolderItselfIsReadFromThere) {
  const auto container = open_container(zip({{"evidence/manifest.json", "{}"}, {"evidence/images/b.jpg", "two"}})).value();
  EXPECT_EQ(content(*container, "manifest.json"), "{}");
  EXPECT_EQ(content(*container, "images/b.jpg"), "two");
}

TEST_F(ContainerTest, WhatAZipMayNotHold) {
  EXPECT_NE(fault(zip({{"../a", "x"}})).find("leads out of the pack"), std::string::npos);
  EXPECT_NE(fault(zip({{"/etc/a", "x"}})).find("leads out of the pack"), std::string::npos);
  EXPECT_NE(fault(zip({{"a", "x", ZIP_EM_AES_256}})).find("without a password"), std::string::npos);
  EXPECT_NE(fault(zip({{"a", std::string(std::size_t{80} << 20, '\0')}})).find("at most 200 times its size"), std::string::npos);
  overwrite("p.zip", "no zip at all");
  EXPECT_NE(fault((directory_ / "p.zip").string()).find("p.zip"), std::string::npos);
}

TEST_F(ContainerTest, WhatASystemAddsBesideTheFolderIsPassedOver) {
  const auto container = open_container(zip({{"evidence/manifest.json", "{}"}, {"__MACOSX/evidence/._manifest.json", "x"}})).value();
  EXPECT_EQ(content(*container, "manifest.json"), "{}");
  EXPECT_EQ(container->list().value().size(), 1u);
  const auto two = open_container(zip({{"a/manifest.json", "{}"}, {"b/manifest.json", "{}"}})).value();
  EXPECT_EQ(content(*two, "manifest.json"), "nothing") << "nobody can say which";
}

TEST_F(ContainerTest, AnEntryIsAsLongAsTheZipSays) {
  const std::string path = zip({{"a", std::string(5'000, 'x')}});
  const std::string honest = file("p.zip");
  const auto says = [&](std::uint32_t bytes) {
    std::string lying = honest;
    for (const auto& [mark, behind] : {std::pair{"PK\x03\x04", 22}, std::pair{"PK\x01\x02", 24}}) {
      const std::size_t at = lying.find(mark) + static_cast<std::size_t>(behind);
      for (unsigned i = 0; i < 4; ++i) lying[at + i] = static_cast<char>(bytes >> 8 * i & 0xff);
    }
    overwrite("p.zip", lying);
    const auto opened = open_container(path);
    if (!opened) return opened.error().detail;
    const auto read = (*opened)->content("a", 10'000);
    return read ? fmt::format("{} bytes", read->value_or("").size()) : read.error().detail;
  };
  EXPECT_EQ(says(5'000), "5000 bytes");
  EXPECT_NE(says(1).find("expected 1 bytes, as the .zip says; found more"), std::string::npos) << says(1);
  EXPECT_NE(says(0).find("expected 0 bytes, as the .zip says; found more"), std::string::npos) << says(0);
  EXPECT_NE(says(6'000).find("expected 6000 bytes, as the .zip says; found fewer"), std::string::npos) << says(6'000);
}

TEST_F(ContainerTest, ALinkInAZipIsNoFileOfAPack) {
  const auto container = open_container(zip({{"link", "/etc/passwd", ZIP_EM_NONE, 0120777}, {"file", "x", ZIP_EM_NONE, 0100644}})).value();
  EXPECT_NE(content(*container, "link").find("symbolic link"), std::string::npos) << content(*container, "link");
  EXPECT_EQ(content(*container, "file"), "x");
  EXPECT_EQ(container->list().value().size(), 1u);
}

TEST_F(ContainerTest, APathThatIsNoneIsSaidToBe) {
  for (const char* path : {"./x", "a//b", "a/", "a\\b", ""}) {
    EXPECT_EQ(path_fault(path).find("leads out"), std::string::npos) << path_fault(path);
    EXPECT_NE(path_fault(path).find("single slashes"), std::string::npos) << path_fault(path);
  }
  EXPECT_LT(path_fault("/9j/" + std::string(100'000, 'A')).size(), 200u);
}

TEST_F(ContainerTest, WhyNothingIsSeenIsSaid) {
  fs::create_directory_symlink("loop", directory_ / "loop");
  EXPECT_EQ(fault((directory_ / "loop/pack").string()).find("there is nothing"), std::string::npos);
  EXPECT_NE(fault((directory_ / "none").string()).find("there is nothing"), std::string::npos);
}

TEST_F(ContainerTest, ADamagedZipIsSeen) {
  const std::string path = zip({{"a", std::string(1'000, 'x') + "y"}});
  std::string bytes = file("p.zip");
  bytes[40] = static_cast<char>(bytes[40] ^ 0x55);
  overwrite("p.zip", bytes);
  const auto opened = open_container(path);
  EXPECT_NE(content(**opened, "a").find("damaged in the .zip"), std::string::npos) << content(**opened, "a");
}

TEST_F(ContainerTest, LinksPipesAndFoldersAreNoFilesOfAPack) {
  overwrite("real", "x");
  fs::create_symlink("real", directory_ / "link");
  fs::create_directory(directory_ / "folder");
  fs::create_directory_symlink("folder", directory_ / "linked");
  overwrite("folder/f", "x");
  ASSERT_EQ(mkfifo((directory_ / "pipe").c_str(), 0600), 0);
  const auto container = open_directory(directory_);
  EXPECT_NE(content(*container, "link").find("symbolic link"), std::string::npos);
  EXPECT_NE(content(*container, "linked/f").find("symbolic link"), std::string::npos);
  EXPECT_NE(content(*container, "folder").find("plain file"), std::string::npos);
  EXPECT_NE(content(*container, "pipe").find("plain file"), std::string::npos);
  EXPECT_EQ(content(*container, "folder/f"), "x");
}

}  // namespace
}  // namespace evidence::test
