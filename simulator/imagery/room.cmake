# Loops over pixels are this room's work: let the compiler take many at a time, as -O3 would.
target_compile_options(${ROOM_TARGET} PRIVATE $<$<CONFIG:Release>:-ftree-vectorize> $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-fvect-cost-model=dynamic>)
