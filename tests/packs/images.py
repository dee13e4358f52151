"""The pictures that the packs tell of: those in tests/packs/images, and what is made of them."""
import pathlib
import struct

FOLDER = pathlib.Path(__file__).parent / "images"


def picture(name):
    return (FOLDER / name).read_bytes()


PATCH = picture("patch.jpg")
OVERVIEW = picture("overview.jpg")


def _segment(marker, body):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def _after_soi(jpeg, segments):
    return jpeg[:2] + segments + jpeg[2:]


def weighing(jpeg, size):
    """The same picture at exactly `size` bytes, by comments, which no decoder looks at."""
    comments, lacking = b"", size - len(jpeg)
    while lacking > 0:
        length = min(lacking, 60_000) if lacking - 60_000 not in range(1, 5) else lacking - 10
        comments += _segment(0xFE, b" " * (length - 4))
        lacking -= length
    return _after_soi(jpeg, comments)


def truncated(jpeg):
    """The first two thirds of a picture, as a broken connection leaves them."""
    return jpeg[:len(jpeg) * 2 // 3]


def _rationals(degrees):
    """Whole degrees, minutes, and seconds in thousandths: three rationals, as Exif writes an angle."""
    thousandths = round(abs(degrees) * 3_600_000)
    return [(thousandths // 3_600_000, 1), (thousandths // 60_000 % 60, 1), (thousandths % 60_000, 1000)]


def _entry(tag, kind, count, value):
    return struct.pack(">HHI", tag, kind, count) + value


def exif(latitude, longitude, references=("N", "S", "E", "W"), count=3, offset=None):
    """An Exif segment with a GPS place, big-endian. `references`, `count` and `offset` are there to be got wrong."""
    north, south, east, west = references
    angles = [part for degrees in (latitude, longitude) for part in _rationals(degrees)]
    gps_at = 8 + 2 + 12 + 4                    # header, and a first directory with the one entry that points here
    data_at = gps_at + 2 + 5 * 12 + 4
    gps = [_entry(0, 1, 4, b"\x02\x03\x00\x00"),
           _entry(1, 2, 2, (south if latitude < 0 else north).encode().ljust(4, b"\0")),
           _entry(2, 5, count, struct.pack(">I", offset or data_at)),
           _entry(3, 2, 2, (west if longitude < 0 else east).encode().ljust(4, b"\0")),
           _entry(4, 5, count, struct.pack(">I", offset or data_at + 24))]
    tiff = (b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 1) + _entry(0x8825, 4, 1, struct.pack(">I", gps_at)) + b"\0" * 4 +
            struct.pack(">H", len(gps)) + b"".join(gps) + b"\0" * 4 + b"".join(struct.pack(">II", *part) for part in angles))
    return _segment(0xE1, b"Exif\0\0" + tiff)


def geotagged(jpeg, latitude, longitude, **wrong):
    """The picture with its place in Exif data."""
    return _after_soi(jpeg, exif(latitude, longitude, **wrong))
