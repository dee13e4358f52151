// A pack's files in a directory and in a .zip, and what is never opened.
#include "conformance/evidence/files/container.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <gtest/gtest.h>
#include <zip.h>

#include "tests/unit/conformance/evidence/pack_directory.h"

namespace evidence::test {
namespace {

struct Packed {
  std::string path, content;
  zip_uint16_t encryption = ZIP_EM_NONE;
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
