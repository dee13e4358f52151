# Which build a run was made by: a part of its replay line.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/replay_line.cpp TARGET_DIRECTORY ${ROOM_TARGET}
                            PROPERTIES COMPILE_DEFINITIONS PLUMBLINE_VERSION="${PROJECT_VERSION}")
