#include "reference/lists/large_pages.h"

#include <cstring>
#include <new>

#include <sys/mman.h>

namespace lists {

void* make_large_pages(std::size_t bytes) {
  const std::size_t whole = (bytes + kLargePageBytes - 1) / kLargePageBytes * kLargePageBytes;
  void* const pages = std::aligned_alloc(kLargePageBytes, whole);
  if (pages == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  static_cast<void>(madvise(pages, whole, MADV_HUGEPAGE));   // where it is refused, small pages do as well, and slower
#endif
  return std::memset(pages, 0, whole);
}

}  // namespace lists
