"""Annex A: the lower white part of a hit's symbol shows the text of the list's code."""
from packs import breaks


def _shows(name, text, why):
    def change(story):
        story.tells(12, "symbol.shown", component="operator:op-cambs-1", hit_id=story.listed.hits[0].hit_id, action="Stop", text=text)
    breaks("A-a", why, name=name)(change)


_shows("code", "35", "the code for the text")
_shows("another", "CHESH", "the text of another force")
_shows("cut", "CAMB", "the text without its last letter")
_shows("small_letters", "cambs", "the text in small letters")
_shows("nothing", "", "no text at all")
