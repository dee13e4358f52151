"""2.2.1: every read has a VRM, in UTF-8, without spaces; QQQQQQQ where none was identified."""
from base_story import BaseStory
from packs import ABSENT, breaks, breaks_by_field

NO_MARK = {"2.2.1-a": "a mark of spaces alone is no mark either"}

breaks_by_field("2.2.1-a", "vrm", {
    "missing": (ABSENT, "the read has no mark at all"),
    "empty": ("", "the mark is empty"),
    "null": (None, "the mark is null"),
    "number": (1234567, "the mark is a number, no text"),
    "array": (["AB00CDE"], "the mark is an array"),
    "object": ({"text": "AB00CDE"}, "the mark is an object"),
    "false": (False, "the mark is a truth value"),
})


class WithoutIds(BaseStory):
    """The base story, in which NAS tells no id of the plain read, and acknowledges nothing of it."""

    def __init__(self):
        super().__init__()
        self.plain.acknowledged_at, self.plain.returned = None, False
        self.plain.at_lea = self.plain.buffered_at = self.plain.accepted_by_lea_at = self.plain.deleted_at = None
        self.plain.id_at_nas = ""


@breaks("2.2.1-a", "the mark stands twice, so nobody knows which one it is")
def twice(story):
    story.plain.alter = lambda text: text.replace(b'"vrm":', b'"vrm":"AB01CDE","vrm":', 1)


@breaks("2.2.1-a", "the mark has the name of another field")
def under_another_name(story):
    story.plain.alter = lambda text: text.replace(b'"vrm":', b'"VRM":', 1)


@breaks("2.2.1-a", "the mark stands twice, once under its name in escapes")
def twice_by_an_escape(story):
    story.plain.alter = lambda text: text.replace(b'"vrm":', b'"v\\u0072m":"AB01CDE","vrm":', 1)


# Its pictures came beside it, and are judged.
NO_FIELDS = dict.fromkeys(("2.2.2-a", "2.2.3-a", "2.3-a", "2.3-b", "2.3-c", "2.3-f"), "a text that is no JSON object has none of the fields")


@breaks("2.2.1-a", "the text is cut off in its first field", also=NO_FIELDS)
def text_cut_off(story):
    story.plain.alter = lambda text: text[:12]


@breaks("2.2.1-a", "the text is cut off, and NAS could not make out its id: it is recognised by its bytes", also=NO_FIELDS, story=WithoutIds)
def text_cut_off_without_an_id(story):
    story.plain.alter = lambda text: text[:40]


@breaks("2.2.1-a", "the text is XML", also=NO_FIELDS)
def text_in_xml(story):
    story.plain.alter = lambda text: b"<read><vrm>AB00CDE</vrm></read>"


BAD_BYTES = {
    "lone_ff": (b"AB00\xffCDE", "FF occurs nowhere in UTF-8"),
    "latin_1": (b"AB00\xe9CDE", "an e with an accent, in Latin-1"),
    "continuation_alone": (b"AB00\x80CDE", "a continuation byte without a first one"),
    "overlong": (b"AB00\xc1\x81DE", "an A in two bytes, which is overlong"),
    "surrogate": (b"AB00\xed\xa0\x80DE", "half a surrogate pair, encoded"),
    "beyond_unicode": (b"AB00\xf4\x90\x80\x80", "a code point beyond 10FFFF"),
    "cut_at_the_end": (b"AB00CDE\xe3\x80", "a character that lacks its last byte"),
    "utf_16": (b"\xff\xfeAB00CDE", "a byte order mark of UTF-16"),
    "escaped_half_pair": (b"AB00\\ud800CDE", "an escape for half a surrogate pair"),
    "escaped_pair_reversed": (b"AB00\\udc00\\ud800", "a surrogate pair the wrong way round"),
}


def _bytes_in_the_mark(mark):
    def change(story):
        story.plain.alter = lambda text: text.replace(b"AB00CDE", mark, 1)
    return change


for name, (mark, why) in BAD_BYTES.items():
    breaks("2.2.1-b", why, name=name)(_bytes_in_the_mark(mark))

breaks_by_field("2.2.1-c", "vrm", {
    "space": ("AB00 CDE", "the printed form of a mark, with its space"),
    "leading_space": (" AB00CDE", "a space before the mark"),
    "trailing_space": ("AB00CDE ", "a space after the mark"),
    "tab": ("AB00\tCDE", "a tab is white space"),
    "line_feed": ("AB00CDE\n", "a line feed is white space"),
    "carriage_return": ("AB00CDE\r", "a carriage return is white space"),
    "vertical_tab": ("AB00\x0bCDE", "a vertical tab is white space"),
    "form_feed": ("AB00\x0cCDE", "a form feed is white space"),
    "next_line": ("AB00\u0085CDE", "U+0085 is white space"),
    "no_break_space": ("AB00\u00a0CDE", "U+00A0 is white space"),
    "ogham_space": ("AB00\u1680CDE", "U+1680 is white space"),
    "en_quad": ("AB00\u2000CDE", "U+2000 is white space"),
    "thin_space": ("AB00\u2009CDE", "U+2009 is white space"),
    "hair_space": ("AB00\u200aCDE", "U+200A is white space"),
    "line_separator": ("AB00\u2028CDE", "U+2028 is white space"),
    "paragraph_separator": ("AB00\u2029CDE", "U+2029 is white space"),
    "narrow_no_break_space": ("AB00\u202fCDE", "U+202F is white space"),
    "mathematical_space": ("AB00\u205fCDE", "U+205F is white space"),
    "ideographic_space": ("AB00\u3000CDE", "U+3000 is white space"),
})
breaks_by_field("2.2.1-c", "vrm", {"spaces_alone": ("   ", "the mark is nothing but spaces")}, also=NO_MARK)


@breaks("2.2.1-c", "a space that is written as an escape")
def escaped_space(story):
    story.plain.alter = lambda text: text.replace(b"AB00CDE", b"AB00\\u0020CDE", 1)


breaks_by_field("2.2.1-d", "vrm", {
    "six": ("QQQQQQ", "one letter short"),
    "eight": ("QQQQQQQQ", "one letter too many"),
    "small_letters": ("qqqqqqq", "small letters are others"),
    "word": ("NOPLATE", "a word of the device's own"),
    "question_marks": ("???????", "question marks"),
    "a_guess": ("AB01CDE", "a mark where none can be read"),
    "test_mark": ("QQ111QQQ", "the mark for tests of connectivity"),
    "zeros": ("0000000", "zeros"),
}, read="unread")
breaks_by_field("2.2.1-d", "vrm", {"empty": ("", "an empty mark for a vehicle without one"),
                                   "missing": (ABSENT, "no mark for a vehicle without one")},
                read="unread", also={"2.2.1-a": "the read then has no mark, and every read must have one"})


@breaks("2.2.1-d", "a vehicle without a plate passed a camera that records such passes, and no read came of it")
def pass_without_a_read(story):
    told = story.unread.passes
    at = story.unread.passed_at - story.start
    story.reads.remove(story.unread)
    story.tells(at.total_seconds(), "pass", **told)
