"""Checks of years and numbers: whether a number is a year, and not a count."""

from selon.extract.times.grammar import Match
from selon.extract.times.site import Site

_OLDEST_BARE_YEAR = 1900


def has_year(site: Site, match: Match) -> bool:
    return "year" in dict(match.fields)


def is_decade(site: Site, match: Match) -> bool:
    """« the 1990s », « his forties » is an age."""
    return site.at(match.start).is_number or site.at(match.start - 1).lower in ("the", "early", "mid", "late")


def is_about_year(site: Site, match: Match) -> bool:
    return "day" in dict(match.fields) or not (counts(site, match.stop) or site.at(match.stop).is_word)


def counts(site: Site, stop: int) -> bool:
    """Whether the number before `stop` counts what follows."""
    if site.has("no_year_before", stop):
        return True
    if site.has("number_link", stop) and site.at(stop + 1).is_number and len(site.at(stop + 1).text) == 4:
        return counts(site, stop + 2)
    number = site.token(stop - 1)
    following = site.token(stop)
    if number is None or following is None or site.at(stop).text in ",.;:!?()":
        return False
    if number.base == "nummod" and number.head is not None and number.head.i == following.i:
        plural = following.is_("Number", "Plur") or following.lower[-1:] in "sx"
        return following.pos != "PROPN" and plural
    if following.pos:
        return following.pos == "NOUN" and following.is_("Number", "Plur")
    word = site.at(stop).lower
    return word[-1:] in "sx" and len(word) > 4 and not site.has("no_noun", stop)


def is_year(site: Site, match: Match) -> bool:
    first = match.first
    if site.has("year_article", first - 1):
        return site.at(match.stop).is_word and not site.has("no_year_before", match.stop)
    if counts(site, match.stop) or site.at(first - 1).text in ("/", "-", "°") or site.at(match.stop).text in "/-%°$€":
        return False
    if match.start < first:
        return not site.has("no_year_after", first - 2) or not site.has("of_name", first - 1)
    if int(site.at(first).text) < _OLDEST_BARE_YEAR or site.has("no_year_after", first - 1):
        return False
    before = site.at(first - 1)
    return before.is_word or before.text in ("", "(", "«", '"', ",", "[", ".", ";", ":", "»", "“")


def is_short_year(site: Site, match: Match) -> bool:
    return int(site.at(match.first).text) >= 40 and not site.at(match.stop).is_word


def is_four_digits(site: Site, match: Match) -> bool:
    """« at 0400 », « 1400 GMT », not « at 1900 »."""
    digits = site.at(match.first).text
    return match.stop - match.first > 1 or digits.startswith("0")


def is_slice(site: Site, match: Match) -> bool:
    last = site.at(match.stop - 1)
    if dict(match.fields).get("hour") is not None and last.is_word and site.has("of_name", match.stop):
        return False  # « après deux heures de combats »
    return not (last.is_number and len(last.text) == 4 and counts(site, match.stop))
