embed(${ROOM_TARGET} scenario.schema.json scenario::schema_json)
