"""Packs that the judge is known to judge otherwise than is due, and what the clause or the page says. It may only shrink: a pack that is
judged as it is due must be taken out."""

# Requirements that no pack breaks, or that none shows enough for, and why.
WITHOUT_A_PACK = {}

OPEN = {}
