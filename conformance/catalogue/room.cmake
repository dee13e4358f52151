embed(${ROOM_TARGET} requirements.json catalogue::requirements_json)
embed(${ROOM_TARGET} readings.json catalogue::readings_json)
embed(${ROOM_TARGET} profiles.json catalogue::profiles_json)
embed(${ROOM_TARGET} claims.json catalogue::claims_json)
