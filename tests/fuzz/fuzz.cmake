# tests/fuzz/<name>_fuzz.cpp defines LLVMFuzzerTestOneInput; its first line names what it links: `// room: reference/formats`
# (several, divided by spaces, where it needs them). tests/fuzz/<name>/corpus holds inputs worth keeping.
#
# With PLUMBLINE_SANITIZE=fuzzer (clang-19) each is a libFuzzer program, and its test fuzzes for PLUMBLINE_FUZZ_SECONDS;
# in every other build it is linked with replay_main.cpp, and its test runs the corpus through it once.
set(PLUMBLINE_FUZZ_SECONDS 60 CACHE STRING "how long a fuzz target runs in the fuzz preset's tests")
file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*_fuzz.cpp)
set(replay ${CMAKE_CURRENT_LIST_DIR}/replay_main.cpp)
set_property(GLOBAL APPEND PROPERTY HOUSE_TESTS ${replay} ${targets})

if(NOT PLUMBLINE_SANITIZE MATCHES fuzzer)
  add_library(fuzz_replay OBJECT ${replay})
  share_precompiled_header(fuzz_replay)
endif()

foreach(source ${targets})
  get_filename_component(name ${source} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" subject ${name})
  rooms_named_by(rooms ${source})
  set(corpus ${CMAKE_CURRENT_LIST_DIR}/${subject}/corpus)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${rooms})
  share_precompiled_header(${name})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  add_dependencies(cores ${name})
  add_dependencies(fuzzers ${name})
  if(PLUMBLINE_SANITIZE MATCHES fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set(found ${CMAKE_BINARY_DIR}/fuzz/${subject}-found)
    file(MAKE_DIRECTORY ${found})
    add_test(NAME fuzz_${subject}
      COMMAND ${name} -max_total_time=${PLUMBLINE_FUZZ_SECONDS} -timeout=10 -print_final_stats=1
              -artifact_prefix=${CMAKE_BINARY_DIR}/fuzz/${subject}- ${found} ${corpus})
  else()
    target_link_libraries(${name} PRIVATE fuzz_replay)
    add_test(NAME fuzz_${subject} COMMAND ${name} ${corpus})
  endif()
  set_tests_properties(fuzz_${subject} PROPERTIES LABELS "fuzz;core" TIMEOUT 900)
endforeach()
