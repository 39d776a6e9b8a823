"""Checks that phrases name: what stands around an expression decides whether it is one."""

from collections.abc import Callable, Mapping

from selon.extract.times.ages import in_person
from selon.extract.times.amounts import (
    LONG_UNITS,
    is_adverb,
    is_adverb_only,
    is_distance,
    is_joined,
    is_lasting,
    is_length,
    is_length_ahead,
    is_of_event,
    is_passing,
    is_plural_ago,
    is_plural_lasting,
    is_plural_length,
    is_rate,
    is_singular,
)
from selon.extract.times.counted import (
    counts,
    has_year,
    is_about_year,
    is_decade,
    is_four_digits,
    is_short_year,
    is_slice,
    is_year,
)
from selon.extract.times.grammar import Match
from selon.extract.times.site import Site
from selon.parse.tree import Token

# Hours beyond it are no length that news counts.
_HALF_A_DAY = 12


def passes(name: str, site: Site, match: Match) -> bool:
    """Whether the match passes the check of this name."""
    return CHECKS[name](site, match)


def _clock_time(site: Site, match: Match) -> bool:
    return "minute" in dict(match.fields) or "afternoon" in dict(match.fields) or site.at(match.stop - 1).is_word


def _exact_clock(site: Site, match: Match) -> bool:
    return "afternoon" in dict(match.fields)


def _never(site: Site, match: Match) -> bool:
    return False


def _nine_eleven(site: Site, match: Match) -> bool:
    return site.at(match.stop).text != "/" and all(piece.tight for piece in site.pieces[match.start + 1 : match.stop])


def _future(site: Site, match: Match) -> bool:
    if site.has("as", match.first - 1):
        return False  # "as soon as"
    return site.at(match.stop - 1).lower != "shortly" or not (
        site.has("after", match.stop) or site.has("before", match.stop)
    )


def _hour(site: Site, match: Match) -> bool:
    hour = float(dict(match.fields)["hour"])
    return hour == int(hour) and 0 <= hour <= 24


def _era(site: Site, match: Match) -> bool:
    return not site.has("era", match.stop)


def _clock(site: Site, match: Match) -> bool:
    if site.has("hours", match.first - 2):
        return False
    return not (site.at(match.stop).lower in ("de", "d") and dict(match.fields).get("minute") is None)


def _part(site: Site, match: Match) -> bool:
    word = site.at(match.stop - 1)
    return word.text.islower() and not site.begins_name(match.stop)


def _day(site: Site, match: Match) -> bool:
    if _is_name(site, match.first):
        return False
    fields = dict(match.fields)
    if fields.get("day") and not fields.get("month"):
        return not site.at(match.stop).is_word or site.has("no_noun", match.stop)
    return True


def _is_name(site: Site, first: int) -> bool:
    """« le Mouvement du 23 mars », « la rue du 4-Septembre »."""
    back = first - 1
    while site.has("of_name", back) and back >= first - 2:
        back -= 1
    return back < first - 1 and site.has("named_by_date", back)


def _span(site: Site, match: Match) -> bool:
    if _is_name(site, match.first):
        return False
    last = site.at(match.stop - 1)
    return not (len(last.text) == 4 and last.is_number and counts(site, match.stop))


def _near(site: Site, match: Match) -> bool:
    return dict(match.fields).get("unit") in LONG_UNITS and not site.has("number", match.first - 1)


def _this(site: Site, match: Match) -> bool:
    return dict(match.fields).get("unit") in LONG_UNITS and not site.has("number", match.stop)


def _same(site: Site, match: Match) -> bool:
    return dict(match.fields).get("unit") in LONG_UNITS | {"D"}


def _month(site: Site, match: Match) -> bool:
    month = match.stop - 1
    if _is_name(site, month) or in_person(site, month):
        return False
    if match.start < month or not site.has("doubtful_month", month):
        return match.start < month or month <= 1 or not site.begins_name(month - 1)
    return _before_noun(site, month)


def _before_noun(site: Site, i: int) -> bool:
    """« the May election »: between article and noun."""
    token = site.token(i)
    governor = token.head if token is not None and token.base in ("compound", "nmod") else None
    return governor is not None and governor.pos == "NOUN" and site.has("year_article", i - 1)


def _season(site: Site, match: Match) -> bool:
    if site.has("season_name", match.stop):
        return False
    return not (site.has("of_name", match.stop) and site.begins_name(match.stop + 1))


def _season_noun(site: Site, match: Match) -> bool:
    """« l'été dernier », not « a été dernier »."""
    if not site.has("participle", match.start) or site.at(match.start + 1).is_number:
        return True
    return site.has("before_season", match.start - 1)


def _named_day(site: Site, match: Match) -> bool:
    return site.begins_name(match.start + 1)


def _feast(site: Site, match: Match) -> bool:
    if site.has("father", match.first - 1) or (match.stop - match.first == 1 and site.begins_name(match.first - 1)):
        return False
    return match.first > match.start or match.stop - match.first > 1 or site.at(match.first - 1).text in ("", ",")


def _every(site: Site, match: Match) -> bool:
    return "unit" in dict(match.fields)


def _adjective(site: Site, match: Match) -> bool:
    """« bombardements quotidiens », not « le quotidien » nor « un hebdomadaire »."""
    token, before = site.token(match.first), site.token(match.first - 1)
    if site.begins_name(match.first) or (token is not None and _is_paper(token)):
        return False
    if token is None or token.pos == "ADV" or site.has("adverb", match.first):
        return True
    return token.pos == "ADJ" and before is not None and before.pos == "NOUN"


def _is_paper(token: Token) -> bool:
    """« the daily Dawn », "the Hurriyet daily": a paper, by the name beside it."""
    after = token.parse.tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    before = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    named = after is not None and after.pos == "PROPN" and after.text[:1].isupper()
    counts = after is not None and after.pos in ("NOUN", "ADJ")
    return named or (before is not None and before.text[:1].isupper() and not counts)


def _of_a_noun(site: Site, match: Match) -> bool:
    """ "current prices", not "the current" of a river."""
    token, noun = site.token(match.first), site.token(match.stop)
    return token is not None and noun is not None and token.pos == "ADJ" and noun.pos in ("NOUN", "ADJ")


def _hyphen(site: Site, match: Match) -> bool:
    """« half-century », not « half century »."""
    return all(piece.tight for piece in site.pieces[match.first + 1 : match.stop])


def _late_hour(site: Site, match: Match) -> bool:
    """« depuis 17 heures » is an hour of the day, « depuis 12 heures » as likely a length."""
    return int(dict(match.fields).get("hour", 0)) > _HALF_A_DAY and not site.has("of_name", match.stop)


CHECKS: Mapping[str, Callable[[Site, Match], bool]] = {
    "length": is_length,
    "joined": is_joined,
    "distance": is_distance,
    "adverb": is_adverb,
    "hour": _hour,
    "plural_length": is_plural_length,
    "in_length": is_length_ahead,
    "late_hour": _late_hour,
    "clock_time": _clock_time,
    "exact_clock": _exact_clock,
    "adverb_only": is_adverb_only,
    "never": _never,
    "nine_eleven": _nine_eleven,
    "has_year": has_year,
    "decade": is_decade,
    "about_year": is_about_year,
    "future": _future,
    "era": _era,
    "clock": _clock,
    "part": _part,
    "day": _day,
    "span": _span,
    "near": _near,
    "month": _month,
    "season": _season,
    "season_noun": _season_noun,
    "named_day": _named_day,
    "feast": _feast,
    "this": _this,
    "same": _same,
    "year": is_year,
    "short_year": is_short_year,
    "singular": is_singular,
    "plural_ago": is_plural_ago,
    "four_digits": is_four_digits,
    "slice": is_slice,
    "bound": is_slice,
    "every": _every,
    "adjective": _adjective,
    "hyphen": _hyphen,
    "before_noun": _of_a_noun,
    "lasting": is_lasting,
    "plural_lasting": is_plural_lasting,
    "passing": is_passing,
    "rate": is_rate,
    "of_event": is_of_event,
}
