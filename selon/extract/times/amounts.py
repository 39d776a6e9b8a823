"""Checks of lengths and distances: whether the words are a length, and not an age or a price."""

from selon.extract.times.ages import is_age
from selon.extract.times.grammar import Match
from selon.extract.times.site import Site

_UNITS = ("CE", "QC", "DE", "Y", "HY", "Q", "M", "FN", "W", "WE", "D", "HD", "TH", "HH", "QH", "TM", "TS", "NI")
LONG_UNITS = frozenset(("Y", "M", "W", "HY", "Q", "DE", "CE", "WE"))


def is_length(site: Site, match: Match) -> bool:
    fields = dict(match.fields)
    first, last = match.first, match.stop
    before = site.at(first - 1).lower
    if fields.get("vague") and site.at(first).lower == "des" and not site.has("before_length", first - 1):
        return False
    if site.has("old", last) or _falls(fields.get("low"), fields.get("high")):
        return False
    if fields.get("unit") == "Y" and (is_age(site, first, last) or site.at(last).is_number):
        return False
    if fields.get("vague") and (site.at(last).is_number or site.has("decade", last)):
        return False
    if site.has("no_length_before", last) or (site.has("of_name", last) and site.has("month", last + 1)):
        return False
    if site.has("article_number", first) and last - first == 2 and not site.has("of_name", last):
        return site.has("before_one_day", first - 1)
    if fields.get("unit") == "D" and fields.get("low") == 1 and last - first == 2:
        return site.has("before_one_day", first - 1) or site.has("per", last)
    return not (before == "/" or (site.has("per", last) and site.at(last + 1).is_number))


def _falls(low: float | None, high: float | None) -> bool:
    """Whether two numbers are no range, as they fall: « en 2016 à 12 ans »."""
    return low is not None and high is not None and low > high


def is_joined(site: Site, match: Match) -> bool:
    """« deux ans et trois mois »: the second unit is smaller."""
    fields = dict(match.fields)
    more = fields.get("more")
    if more is None:
        return True
    return more.unit != fields["unit"] and _UNITS.index(more.unit) > _UNITS.index(fields["unit"])


def is_distance(site: Site, match: Match) -> bool:
    return not (dict(match.fields).get("low") == 1 and site.has("no_distance", match.stop - 1))


def is_adverb(site: Site, match: Match) -> bool:
    """« trois jours après » stands alone: what follows is no noun phrase that it is counted from."""
    after = site.at(match.stop)
    if after.is_number or site.has("starts_noun", match.stop) or site.begins_name(match.stop):
        plain = site.has("standing_adverb", match.stop - 1)
        return plain and not site.has("than", match.stop)
    return True


def is_plural_length(site: Site, match: Match) -> bool:
    """« for days », "weeks of unrest", not "the early hours of"."""
    before = site.token(match.first - 1)
    counted = match.first == match.start and before is not None and before.pos in ("DET", "ADJ", "NUM")
    return site.at(match.stop - 1).lower.endswith("s") and not counted


def is_length_ahead(site: Site, match: Match) -> bool:
    """« in three days » ahead of now, not « in two years of war », nor "the first visit in ten years"."""
    near = range(match.first - 4, match.first)
    return not site.has("of_name", match.stop) and not any(site.has("unique", i) or site.has("turn", i) for i in near)


def is_adverb_only(site: Site, match: Match) -> bool:
    following = site.token(match.stop)
    return following is None or following.pos not in ("NOUN", "PROPN")


def is_singular(site: Site, match: Match) -> bool:
    """« the coming week », not « the coming weeks »."""
    return not site.at(match.stop - 1).lower.endswith("s")


def is_plural_ago(site: Site, match: Match) -> bool:
    """« days ago »."""
    return site.at(match.stop - 2).lower.endswith("s")
