// Memory for tables that are looked into at random places.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <type_traits>

namespace lists {

inline constexpr std::size_t kLargePageBytes = std::size_t{2} << 20;

/// Memory of zeros that begins at a multiple of kLargePageBytes, written from front to back, in large pages where the machine grants them:
/// a look into a table of a gigabyte in pages of 4 KiB mostly waits for the address of its page first.
/// Units:   bytes, rounded up to whole large pages.
/// Errors:  std::bad_alloc, as `new` has it.
[[nodiscard]] void* make_large_pages(std::size_t bytes);

struct FreeLargePages {
  void operator()(void* pages) const { std::free(pages); }
};
template <class T>
using InLargePages = std::unique_ptr<T[], FreeLargePages>;

/// `count` values whose bytes are all zero.
template <class T>
[[nodiscard]] InLargePages<T> in_large_pages(std::size_t count) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  return InLargePages<T>(static_cast<T*>(make_large_pages(count * sizeof(T))));
}

}  // namespace lists
