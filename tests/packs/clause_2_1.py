"""2.1-a: connectivity tests enter QQ111QQQ and no other number."""
from packs import breaks


def _enters(mark):
    def change(story):
        story.told("connectivity.test")["vrm"] = mark
        story.test.fields["vrm"] = mark
    return change


for name, mark, why in (("ordinary_mark", "AB01CDE", "a mark that a vehicle could bear was entered"),
                        ("word", "TEST123", "a word of the installer's own was entered"),
                        ("small_letters", "qq111qqq", "the mark is written in capitals"),
                        ("one_short", "QQ111QQ", "a letter is missing"),
                        ("one_long", "QQ111QQQQ", "a letter is too many"),
                        ("letter_for_a_digit", "QQ11IQQQ", "a letter I stands for a 1"),
                        ("the_mark_for_no_mark", "QQQQQQQ", "QQQQQQQ is for vehicles without a mark, not for tests"),
                        ("cyrillic", "QQ111QQ\u051a", "the last letter is a Cyrillic one")):
    breaks("2.1-a", why, name=name)(_enters(mark))


@breaks("2.1-a", "a mark was entered with a space, and no read came of it")
def spaced_and_without_a_read(story):
    story.told("connectivity.test").update(vrm="QQ111 QQQ")
    story.told("connectivity.test").pop("read_id")
    story.reads.remove(story.test)


@breaks("2.1-a", "the declaration says QQ111QQQ, and the read that was sent for it another mark")
def read_with_another_mark(story):
    story.test.fields["vrm"] = "AB01CDE"


@breaks("2.1-a", "the right mark was declared first, and another one entered in a second test")
def second_test(story):
    story.tells(90, "connectivity.test", component="lea:35", vrm="AA11AAA")


@breaks("2.1-a", "the LEA's component was tested with a mark of its own, which no camera sent")
def test_of_the_lea_component(story):
    story.told("connectivity.test").update(component="lea:35", vrm="LEA35TEST")
    story.test.fields["vrm"] = "LEA35TEST"
