# The version that subjects and reports print.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/version.cpp TARGET_DIRECTORY ${ROOM_TARGET}
                            PROPERTIES COMPILE_DEFINITIONS PLUMBLINE_VERSION="${PROJECT_VERSION}")
