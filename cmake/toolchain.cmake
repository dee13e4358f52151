# The language, the warnings that are errors, the sanitizers, and the one precompiled header.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")   # no NDEBUG: a broken invariant is caught in every build

set(PLUMBLINE_SANITIZE "" CACHE STRING "address;undefined, thread, or fuzzer: what to build with")
option(PLUMBLINE_COVERAGE "count the lines that the tests reach" OFF)
option(PLUMBLINE_TIDY "run clang-tidy-19 on every source" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  # ccache keeps nothing beside a precompiled header unless it is told to overlook its times.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# -ffp-contract=off: the same sum on every compiler. Nothing that reaches evidence hangs on floating point, and this keeps
# what only reaches a report equal too. -Wno-missing-field-initializers: a designated initialiser leaves the rest to its defaults.
add_compile_options(-Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
                    -Wold-style-cast -Woverloaded-virtual -Wno-missing-field-initializers -ffp-contract=off -fno-math-errno)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fpch-preprocess)                                    # for ccache
else()
  # libstdc++ 12's own stable_sort uses what C++17 deprecates; -fno-pch-timestamp is for ccache.
  add_compile_options(-Wno-unknown-warning-option -Wno-deprecated-declarations "SHELL:-Xclang -fno-pch-timestamp")
endif()
if(PLUMBLINE_SANITIZE)
  string(REPLACE ";" "," sanitizers "${PLUMBLINE_SANITIZE}")
  string(REPLACE "fuzzer" "fuzzer-no-link,address,undefined" sanitizers "${sanitizers}")
  add_compile_options(-fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  if(sanitizers MATCHES "undefined")
    # A null pointer faults anyway; with these three a third of a sanitized build's time would go into looking at every pointer.
    add_compile_options(-fno-sanitize=null,alignment,object-size)
  endif()
  add_link_options(-fsanitize=${sanitizers})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized)   # g++ 12 warns about code that its sanitizers put in
  endif()
endif()
if(PLUMBLINE_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
if(PLUMBLINE_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy-19 --quiet --warnings-as-errors=*)
endif()
