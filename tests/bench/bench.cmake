# tests/bench/<name>_bench.cpp is a program in <build>/bench, linked with the rooms its first line names:
# `// rooms: simulator/network simulator/kernel`. Google Benchmark is linked where it is installed.
#
# Every benchmark takes `--scale N`, which divides its work by N. Its test, labelled bench, is a smoke run at 1/100: that it
# still runs. What it measures stands in docs/benchmarks.md.
#
# match_index_bench is measured against Abseil's flat_hash_map, which nothing else in the house links.
file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*_bench.cpp)
set_property(GLOBAL APPEND PROPERTY HOUSE_TESTS ${benches})
find_package(benchmark QUIET)
find_package(absl QUIET)
if(NOT absl_FOUND)
  if(PLUMBLINE_TESTS STREQUAL "ON")
    message(FATAL_ERROR "match_index_bench needs Abseil: install what packages-check.txt names")
  endif()
  list(FILTER benches EXCLUDE REGEX "/match_index_bench\\.cpp$")
endif()

foreach(source ${benches})
  get_filename_component(name ${source} NAME_WE)
  rooms_named_by(rooms ${source})
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE PLUMBLINE_SOURCE="${PROJECT_SOURCE_DIR}" PLUMBLINE_BUILD="${CMAKE_BINARY_DIR}")
  target_link_libraries(${name} PRIVATE ${rooms})
  share_precompiled_header(${name})
  if(benchmark_FOUND)
    target_link_libraries(${name} PRIVATE benchmark::benchmark)
  endif()
  if(name STREQUAL "match_index_bench")
    target_link_libraries(${name} PRIVATE absl::flat_hash_map)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
  add_dependencies(others ${name})
  add_test(NAME ${name} COMMAND ${name} --scale 100 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS bench TIMEOUT 300)
endforeach()
