# Where `plumbline scenarios` looks when it is called from elsewhere.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/scenario_folder.cpp TARGET_DIRECTORY ${ROOM_TARGET}
                            PROPERTIES COMPILE_DEFINITIONS PLUMBLINE_SCENARIOS="${PROJECT_SOURCE_DIR}/scenarios")
# Each command has the same parts by the same names, so that each is compiled by itself.
set_target_properties(${ROOM_TARGET} PROPERTIES UNITY_BUILD OFF)
