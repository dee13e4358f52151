"""Packs that the judge is known to judge otherwise than is due, and what the clause or the page says. It may only shrink: a pack that is
judged as it is due must be taken out."""

# Requirements that no pack breaks, or that none shows enough for, and why.
WITHOUT_A_PACK = {}

OPEN = {
    "breaks/6-a/row_zero": "a row 0 that is told is no row of a list; the judge takes it for one that is not told",
    "legal/hits_of_national_data": "where no national data is told nothing can be said of its hits; the judge calls them invented",
    "legal/image_missing": "an image that is named and not there leaves 3.1-a undecided; of overviews the judge says nothing",
    "legal/not_told_hit_sent_list": "where a hit's list is not told nobody knows who may see it; the judge blames 5-q",
    "legal/not_told_read_sent_pass_id": "where no read names its pass, nobody knows that a pass became none",
}
