"""2.2.3: every read has a location in decimal degrees, within 10 m of the truth; fixed sites are recorded within 5 m."""
from base_story import CCTV, CCTV_PLACE, MOBILE_PLACE, STATIC, STATIC_PLACE, fixed_camera, location, place
from packs import ABSENT, breaks, breaks_by_field

NO_FIX = "N0000000 E0000000"
METRE_NORTH = 1 / 111_270      # degrees of latitude, at 52 degrees north
METRE_EAST = 1 / 68_350        # degrees of longitude there

# Of a read of which no pass and no camera is told: where it truly was is then unknown, and the form alone is judged.
breaks_by_field("2.2.3-a", "location", {
    "missing": (ABSENT, "the read has no location"),
    "empty": ("", "the location is empty"),
    "null": (None, "the location is null"),
    "number": (52.205101, "a number, no text"),
    "object": ({"latitude": 52.205101, "longitude": 0.121840}, "an object of two numbers"),
    "array": ([52.205101, 0.121840], "an array of two numbers"),
    "latitude_alone": ("52.205101", "a latitude without a longitude"),
    "latitude_and_comma": ("52.205101,", "nothing behind the comma"),
    "comma_and_longitude": (",0.121840", "nothing before the comma"),
    "three_numbers": ("52.205101,0.121840,12.5", "a height behind it"),
    "semicolon": ("52.205101;0.121840", "a semicolon for the comma"),
    "space_between": ("52.205101 0.121840", "a space for the comma"),
    "decimal_commas": ("52,205101 0,121840", "commas for the points"),
    "degrees_minutes_seconds": ("52\u00b012'18\"N 0\u00b007'19\"E", "degrees, minutes and seconds"),
    "degrees_and_minutes": ("5212.3061,00007.3104", "degrees and minutes run together, as a GPS device writes them: over 90"),
    "letters_before": ("N52.205101,E0.121840", "letters of the hemisphere for signs"),
    "letters_behind": ("52.205101N,0.121840E", "letters of the hemisphere for signs, behind"),
    "degree_signs": ("52.205101\u00b0,0.121840\u00b0", "signs for degrees"),
    "grid_reference": ("TL 44991 58452", "a reference of the national grid"),
    "easting_and_northing": ("544991,258452", "metres of the national grid"),
    "exponent": ("5.2205101e1,1.21840e-1", "numbers with exponents"),
    "not_a_number": ("NaN,NaN", "no numbers"),
    "words": ("A14 J31", "a place in words"),
    "latitude_over_90": ("90.000001,0.121840", "a latitude beyond the pole"),
    "latitude_under_minus_90": ("-90.000001,0.121840", "a latitude beyond the other pole"),
    "longitude_over_180": ("52.205101,180.000001", "a longitude beyond the date line"),
    "longitude_under_minus_180": ("52.205101,-180.000001", "a longitude beyond the date line, westward"),
    "wide_digits": ("\uff15\uff12.205101,0.121840", "digits that are not of ASCII"),
    "two_points": ("52.205.101,0.121840", "two points in a number"),
    "no_fix_in_small_letters": ("n0000000 e0000000", "neither degrees nor the reserved text to the letter"),
    "no_fix_with_two_spaces": ("N0000000  E0000000", "neither degrees nor the reserved text to the letter"),
    "no_fix_without_space": ("N0000000E0000000", "neither degrees nor the reserved text to the letter"),
    "no_fix_of_eight_zeros": ("N00000000 E00000000", "neither degrees nor the reserved text to the letter"),
    "no_fix_with_letters_o": ("NOOOOOOO EOOOOOOO", "letters for zeros"),
}, read="typed")


@breaks("2.2.3-a", "the location stands twice, so nobody knows which one it is")
def twice(story):
    story.typed.alter = lambda text: text.replace(b'"location":', b'"location":"52.2,0.1","location":', 1)


def _off(north_m=0.0, east_m=0.0):
    latitude, longitude = STATIC_PLACE
    return location(latitude + north_m * METRE_NORTH, longitude + east_m * METRE_EAST)


# One read in five or fewer of its camera is off: far more than the five in a hundred that R-30 lets pass.
breaks_by_field("2.2.3-b", "location", {
    "eleven_metres_north": (_off(north_m=11), "11 m north of the camera"),
    "eleven_metres_south": (_off(north_m=-11), "11 m south of the camera"),
    "eleven_metres_east": (_off(east_m=11), "11 m east of the camera"),
    "eight_north_and_eight_west": (_off(8, -8), "8 m north and 8 m west: 11.3 m"),
    "ten_metres_and_a_half": (_off(north_m=10.5), "10.5 m: half a metre too far"),
    "swapped": (location(STATIC_PLACE[1], STATIC_PLACE[0]), "longitude first"),
    "wrong_hemisphere": (location(STATIC_PLACE[0], -STATIC_PLACE[1]), "a sign too many: 17 km west"),
    "zeros": ("0.000000,0.000000", "the Gulf of Guinea"),
    "two_decimals": ("52.21,0.12", "two decimals leave half a kilometre open"),
    "antipodes": (location(-STATIC_PLACE[0], STATIC_PLACE[1]), "the southern hemisphere"),
})


@breaks("2.2.3-b", "the sign of a western longitude was lost: 32 km east")
def lost_sign(story):
    story.cctv.fields["location"] = location(CCTV_PLACE[0], -CCTV_PLACE[1])


@breaks("2.2.3-b", "a mobile unit sends where it was a minute before")
def stale_place_of_a_mobile(story):
    story.mobile.fields["location"] = location(MOBILE_PLACE[0] - 800 * METRE_NORTH, MOBILE_PLACE[1])


@breaks("2.2.3-b", "a moveable camera was taken elsewhere, and goes on sending the place where it stood before")
def moveable_with_its_old_place(story):
    camera, elsewhere = "35-14-1", (52.300000, 0.100000)
    story.tells(85, "camera", camera=camera, **fixed_camera("moveable", elsewhere))
    read = story.another()
    read.camera = read.passes["camera"] = camera
    read.fields |= {"source_id": 14, "nrd_id": 1}


@breaks("2.2.3-b", "of twenty reads of a camera two are off: one in ten, and one in twenty may be")
def two_in_twenty(story):
    _fill_up_to_twenty(story)
    for read in story.reads[-2:]:
        read.fields["location"] = _off(north_m=15)


def _fill_up_to_twenty(story):
    """Further passes of the static camera, until it has twenty reads."""
    while sum(read.camera == STATIC for read in story.reads) < 20:
        story.another()


def _recorded(device_class, north_m=0.0, east_m=0.0):
    """A further camera that the register has so many metres off."""
    def change(story):
        where = (52.100000, 0.050000)
        camera = fixed_camera(device_class, where)
        camera["recorded"] = place(round(where[0] + north_m * METRE_NORTH, 7), round(where[1] + east_m * METRE_EAST, 7))
        story.cameras["35-14-1"] = camera
    return change


for name, device_class, north_m, east_m in (("five_and_a_half_north", "static", 5.5, 0), ("five_and_a_half_east", "static", 0, 5.5),
                                            ("four_north_and_four_west", "cctv", 4, -4), ("dual_lane", "dual_lane", -7, 0),
                                            ("moveable", "moveable", 0, 30), ("another_county", "static", 40_000, 0)):
    breaks("2.2.3-c", f"the register has a {device_class} camera {abs(complex(north_m, east_m)):.1f} m from where it stands",
           name=name)(_recorded(device_class, north_m, east_m))


@breaks("2.2.3-c", "the register has latitude and longitude the wrong way round")
def swapped_in_the_register(story):
    story.cameras[CCTV]["recorded"] = place(CCTV_PLACE[1], CCTV_PLACE[0])


@breaks("2.2.3-e", "a static camera says that it has no fix")
def no_fix_of_a_static_camera(story):
    story.plain.fields["location"] = NO_FIX


@breaks("2.2.3-e", "a CCTV camera says that it has no fix")
def no_fix_of_a_cctv_camera(story):
    story.cctv.fields["location"] = NO_FIX


def _no_fix_of(device_class):
    def change(story):
        camera = "35-14-1"
        story.cameras[camera] = fixed_camera(device_class, STATIC_PLACE)
        read = story.another()
        read.camera = read.passes["camera"] = camera
        read.fields |= {"source_id": 14, "nrd_id": 1, "location": NO_FIX}
    return change


for kind in ("moveable", "dual_lane"):
    breaks("2.2.3-e", f"a {kind} camera says that it has no fix", name=f"no_fix_of_a_{kind}_camera")(_no_fix_of(kind))


for name, source in (("map", "map"), ("os_sheet", "Ordnance Survey sheet 154"), ("address", "postal address"), ("guess", "estimated by eye")):
    def _found(story, source=source):
        story.cameras[STATIC]["position_source"] = source
    breaks("2.2.3-f", f"the position of a camera was found otherwise: {source}", name=name)(_found)
