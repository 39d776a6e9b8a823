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
    if fields.get("vague") and site.has("as", first - 1):
        return False  # "in as many days"
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


def is_of_event(site: Site, match: Match) -> bool:
    """Whether what happened follows: "two days after the attack", not « trois jours après, » alone."""
    token = site.token(match.end)
    if token is None or site.has("number", match.end) or site.at(match.end).is_number:
        return token is not None
    return site.has("starts_noun", match.end) or token.pos in ("NOUN", "PROPN", "VERB", "DET", "PRON", "ADJ")


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


def is_lasting(site: Site, match: Match) -> bool:
    """ "a year-long siege", "the two-year-old war", not "a two-year-old boy" nor "two years old"."""
    last = match.stop - 1
    if last > match.first and not site.at(last).tight:
        return False
    if last == match.first + 1 and site.at(match.first).lower.endswith("s"):
        return False
    return not site.has("old", last) or any(site.has("old_thing", match.stop + i) for i in range(3))


def is_plural_lasting(site: Site, match: Match) -> bool:
    """ "a decades-old conflict", "weeks-long protests"."""
    last = match.stop - 1
    return site.at(last).tight and site.at(last - 1).lower.endswith("s")


def is_passing(site: Site, match: Match) -> bool:
    """ "over the last year" is a length; "the last day of May" and "the past weekend" are days."""
    unit = dict(match.fields).get("unit")
    return unit != "WE" and not site.has("of_name", match.stop)


def is_rate(site: Site, match: Match) -> bool:
    """ "8% a year", "300 patients a day", not "a year" alone."""
    before = site.at(match.first - 1)
    if before.is_number or site.has("rated", match.first - 1):
        return True
    counted = site.token(match.first - 1)
    return counted is not None and counted.pos in ("NOUN", "SYM") and counted.first("nummod") is not None
