# embed(TARGET FILE NAMESPACE::SYMBOL)
#
# Puts the bytes of FILE (relative to the folder whose room.cmake calls) into TARGET, as
#   namespace NAMESPACE { std::string_view SYMBOL(); }
# The room declares that function in a header of its own. The file is read again whenever it changes.
function(embed target file symbol)
  set(path ${CMAKE_CURRENT_LIST_DIR}/${file})
  string(REGEX MATCH "^(.+)::([a-z0-9_]+)$" whole ${symbol})
  if(NOT whole)
    message(FATAL_ERROR "embed: ${symbol} is not NAMESPACE::SYMBOL")
  endif()
  set(EMBED_NAMESPACE ${CMAKE_MATCH_1})
  set(EMBED_SYMBOL ${CMAKE_MATCH_2})
  set(generated ${CMAKE_BINARY_DIR}/embedded/${target}_${EMBED_SYMBOL}.cpp)
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_file.cmake)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DEMBED_FILE=${path} -DEMBED_OUT=${generated} -DEMBED_NAMESPACE=${EMBED_NAMESPACE}
            -DEMBED_SYMBOL=${EMBED_SYMBOL} -P ${script}
    DEPENDS ${path} ${script}
    COMMENT "Embedding ${file}" VERBATIM)
  target_sources(${target} PRIVATE ${generated})
  set_source_files_properties(${generated} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
