embed(${ROOM_TARGET} suite_quality.json harness::recorded_suite_quality)
