# Every test file is found, registered, and run by ctest; one that would be in no program stops the configuration.
#
#   tests/unit/<room>/          one program a room, unit_<room>, linked with that room alone
#   tests/<kind>/               one program a kind (property, golden, ...), linked with the whole house
#   tests/house/                the rules of the house: linked with none of its rooms
#   tests/fuzz, tests/bench     see fuzz.cmake and bench.cmake there
#
# Labels: core (parsers and cores: what the sanitizers build, target `cores`), unit, fuzz, bench, or the kind.
find_package(GTest QUIET)
find_package(rapidcheck QUIET)
if(NOT GTest_FOUND OR NOT rapidcheck_FOUND)
  if(PLUMBLINE_TESTS STREQUAL "ON")
    message(FATAL_ERROR "the tests need GoogleTest and RapidCheck: install what packages-check.txt names")
  endif()
  message(STATUS "Without tests: GoogleTest or RapidCheck is not installed (packages-check.txt)")
  return()
endif()
set(core_rooms reference/.+|conformance/evidence|conformance/oracle|scenarios/format)
add_custom_target(cores)      # programs labelled core
get_property(programs GLOBAL PROPERTY HOUSE_PROGRAMS)
add_custom_target(others)     # all other programs, benchmarks and the product's own among them
add_dependencies(others ${programs})
add_custom_target(fuzzers)    # programs labelled fuzz

# The headers every test includes, compiled once; for tests of what uses nlohmann/json, with it.
function(share_test_header target)
  set(shared test_pch)
  set(libs GTest::gtest GTest::gmock rapidcheck lib::fmt lib::expected)
  set(headers <algorithm> <filesystem> <fstream> <map> <memory> <set> <string> <string_view> <vector>
      <gmock/gmock.h> <gtest/gtest.h> <rapidcheck.h> <rapidcheck/gtest.h>)
  foreach(room ${ARGN})
    get_target_property(links ${room} INTERFACE_LINK_LIBRARIES)
    if(lib::nlohmann IN_LIST links)
      set(shared test_json_pch)
    endif()
  endforeach()
  if(shared STREQUAL "test_json_pch")
    list(APPEND libs lib::nlohmann)
    list(APPEND headers <nlohmann/json.hpp>)
  endif()
  if(NOT TARGET ${shared})
    file(WRITE ${CMAKE_BINARY_DIR}/${shared}.cpp "")
    add_library(${shared} OBJECT ${CMAKE_BINARY_DIR}/${shared}.cpp)
    target_link_libraries(${shared} PRIVATE ${libs})
    test_options(${shared})
    target_precompile_headers(${shared} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${shared})
endfunction()

function(test_options target)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  # GoogleTest's macros and RapidCheck's templates convert freely; g++ 12 sees overruns in lists of strings where none are.
  target_compile_options(${target} PRIVATE -Wno-conversion -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
  # What is tested is optimised and watched whole; the tests themselves would take half of a build's time to be so, too.
  target_compile_options(${target} PRIVATE -O0 -g0)
  if(PLUMBLINE_SANITIZE MATCHES undefined)
    target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  endif()
  target_compile_definitions(${target} PRIVATE PLUMBLINE_SOURCE="${PROJECT_SOURCE_DIR}" PLUMBLINE_BUILD="${CMAKE_BINARY_DIR}")
endfunction()

# A program that ran no test at all is a failure: nothing selected is not a success.
function(test_program name)
  cmake_parse_arguments(T "" "" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE ${T_LINKS} GTest::gtest GTest::gmock GTest::gtest_main rapidcheck lib::fmt lib::expected)
  test_options(${name})
  share_test_header(${name} ${T_LINKS})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${PLUMBLINE_JOINED} UNITY_BUILD_BATCH_SIZE 4)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES
    LABELS "${T_LABELS}" TIMEOUT 600
    FAIL_REGULAR_EXPRESSION "] 0 tests from"
    ENVIRONMENT "GTEST_BRIEF=1;GTEST_OUTPUT=xml:${CMAKE_BINARY_DIR}/test-results/${name}.xml")
  set_property(GLOBAL APPEND PROPERTY HOUSE_TESTS ${T_SOURCES})
  if("core" IN_LIST T_LABELS)
    add_dependencies(cores ${name})
  else()
    add_dependencies(others ${name})
  endif()
endfunction()

get_property(rooms GLOBAL PROPERTY HOUSE_ROOMS)
foreach(folder ${rooms})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${folder}/*.cpp)
  if(sources)
    room_target(name ${folder})
    set(labels unit)
    if(folder MATCHES "^(${core_rooms})$")
      list(APPEND labels core)
    endif()
    test_program(unit_${name} SOURCES ${sources} LINKS ${name} LABELS ${labels})
  endif()
endforeach()

foreach(kind property golden determinism negative packs)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${kind}/*.cpp)
  if(sources)
    test_program(${kind} SOURCES ${sources} LINKS conformance_cli LABELS ${kind})
    set_tests_properties(${kind} PROPERTIES COST 100)   # begun first: some of them take longest
  endif()
endforeach()

# The house's own tests read the sources, build/rooms.txt and the core archives, and link none of them.
file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/house/*.cpp)
if(sources)
  test_program(house SOURCES ${sources} LABELS house)
  target_compile_definitions(house PRIVATE HOUSE_CXX="${CMAKE_CXX_COMPILER}")
  set(archives "")
  foreach(folder ${rooms})
    room_target(name ${folder})
    get_target_property(type ${name} TYPE)
    if(folder MATCHES "^reference/" AND type STREQUAL "STATIC_LIBRARY")
      add_dependencies(house ${name})
      string(APPEND archives "${folder}|$<TARGET_FILE:${name}>\n")
    endif()
  endforeach()
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/archives.txt CONTENT "${archives}")
endif()

include(${CMAKE_CURRENT_LIST_DIR}/fuzz/fuzz.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/bench/bench.cmake)

get_property(registered GLOBAL PROPERTY HOUSE_TESTS)
file(GLOB_RECURSE all CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*.cpp)
foreach(source ${all})
  if(NOT source IN_LIST registered)
    message(FATAL_ERROR "${source} is in no test program: tests/unit mirrors the rooms, the kinds stand in tests/tests.cmake")
  endif()
endforeach()
