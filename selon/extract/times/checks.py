"""Checks that phrases name: what stands around an expression decides whether it is one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from selon.extract.times.grammar import Match
from selon.extract.times.lexicon import TimeLexicon
from selon.extract.times.pieces import Piece
from selon.model.span import Span
from selon.parse.tree import Parse, Token

# Hours beyond it are no length that news counts.
_HALF_A_DAY = 12
_NO_PIECE = Piece("", "", -1, -1, False)
_OLDEST_BARE_YEAR = 1900
_UNITS = ("CE", "QC", "DE", "Y", "HY", "Q", "M", "FN", "W", "WE", "D", "HD", "TH", "HH", "QH", "TM", "TS", "NI")
_LONG_UNITS = frozenset(("Y", "M", "W", "HY", "Q", "DE", "CE", "WE"))


@dataclass(frozen=True, slots=True)
class Site:
    """The pieces around a match, with the words of the lexicon and the tree."""

    pieces: Sequence[Piece]
    words: TimeLexicon
    parse: Parse

    def at(self, i: int) -> Piece:
        """The piece at `i`, or an empty one outside."""
        return self.pieces[i] if 0 <= i < len(self.pieces) else _NO_PIECE

    def token(self, i: int) -> Token | None:
        """The token that holds piece `i`."""
        piece = self.at(i)
        found = self.parse.tokens_in(Span(piece.start, piece.end)) if piece.start >= 0 else []
        return found[0] if found else None

    def has(self, name: str, i: int) -> bool:
        """Whether piece `i` is a word of the class."""
        return self.words.has(name, self.at(i).lower)

    def begins_name(self, i: int) -> bool:
        """Whether piece `i` is a word with a capital."""
        return self.at(i).text[:1].isupper()


def passes(name: str, site: Site, match: Match) -> bool:
    """Whether the match passes the check of this name."""
    return CHECKS[name](site, match)


def _length(site: Site, match: Match) -> bool:
    fields = dict(match.fields)
    first, last = match.first, match.stop
    before = site.at(first - 1).lower
    if fields.get("vague") and site.at(first).lower == "des" and not site.has("before_length", first - 1):
        return False
    if site.has("old", last) or _falls(fields.get("low"), fields.get("high")):
        return False
    if fields.get("unit") == "Y" and (_is_age(site, first, last) or site.at(last).is_number):
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


def _joined(site: Site, match: Match) -> bool:
    """« deux ans et trois mois »: the second unit is smaller."""
    fields = dict(match.fields)
    more = fields.get("more")
    if more is None:
        return True
    return more.unit != fields["unit"] and _UNITS.index(more.unit) > _UNITS.index(fields["unit"])


def _is_age(site: Site, first: int, last: int) -> bool:
    """« âgé de 40 ans », « un homme de 45 ans », « Jean Dupont, 45 ans, », « (45 ans) », « il a 47 ans »."""
    back = first - 1
    while (site.has("of_age", back) or site.at(back).is_number) and back >= first - 4:
        back -= 1
    if site.has("aged", back):
        return True
    if back < first - 1 and any(_is_person(site, i) for i in (back, back - 1)):
        return True
    if back < first - 1 and site.has("of_name", back - 1) and _is_person(site, back - 2):
        return True  # « un gardien de prison de 51 ans »
    if back < first - 1 and site.has("of_name", back - 2) and _is_person(site, back - 3):
        return True  # « un gardien de la paix de 51 ans »
    closed = site.at(last).text in (",", ")", ";", ".", "")
    if closed and site.at(first - 1).text in (",", "("):
        return site.begins_name(first - 2) or _is_person(site, first - 2)
    if site.has("has_years", back) and not site.has("no_years", last):
        return True
    return closed and site.has("has_age", first - 1)


def _is_person(site: Site, i: int) -> bool:
    """Whether piece `i` names a person: by the lexicon, by its ending, or as an entity."""
    word = site.at(i).lower
    for form in (word, word.removesuffix("s")):
        if site.words.has("person", form) or site.words.has("person_ending", form):
            return True
        if len(form) > 6 and any(site.words.has("person_ending", form[-size:]) for size in (3, 4, 5)):
            return True
    return _in_person(site, i)


def _in_person(site: Site, i: int) -> bool:
    token = site.token(i) if site.parse.entities else None
    return token is not None and any(entity.label == "PER" for entity in site.parse.entities_at(token.i))


def _distance(site: Site, match: Match) -> bool:
    return not (dict(match.fields).get("low") == 1 and site.has("no_distance", match.stop - 1))


def _adverb(site: Site, match: Match) -> bool:
    """« trois jours après » stands alone: what follows is no noun phrase that it is counted from."""
    after = site.at(match.stop)
    if after.is_number or site.has("starts_noun", match.stop) or site.begins_name(match.stop):
        plain = site.has("standing_adverb", match.stop - 1)
        return plain and not site.has("than", match.stop)
    return True


def _plural_length(site: Site, match: Match) -> bool:
    """« for days », "weeks of unrest", not "the early hours of"."""
    before = site.token(match.first - 1)
    counted = match.first == match.start and before is not None and before.pos in ("DET", "ADJ", "NUM")
    return site.at(match.stop - 1).lower.endswith("s") and not counted


def _in_length(site: Site, match: Match) -> bool:
    """« in three days » ahead of now, not « in two years of war », nor "the first visit in ten years"."""
    near = range(match.first - 4, match.first)
    return not site.has("of_name", match.stop) and not any(site.has("unique", i) or site.has("turn", i) for i in near)


def _clock_time(site: Site, match: Match) -> bool:
    return "minute" in dict(match.fields) or "afternoon" in dict(match.fields) or site.at(match.stop - 1).is_word


def _exact_clock(site: Site, match: Match) -> bool:
    return "afternoon" in dict(match.fields)


def _adverb_only(site: Site, match: Match) -> bool:
    following = site.token(match.stop)
    return following is None or following.pos not in ("NOUN", "PROPN")


def _never(site: Site, match: Match) -> bool:
    return False


def _nine_eleven(site: Site, match: Match) -> bool:
    return site.at(match.stop).text != "/" and all(piece.tight for piece in site.pieces[match.start + 1 : match.stop])


def _has_year(site: Site, match: Match) -> bool:
    return "year" in dict(match.fields)


def _decade(site: Site, match: Match) -> bool:
    """« the 1990s », « his forties » is an age."""
    return site.at(match.start).is_number or site.at(match.start - 1).lower in ("the", "early", "mid", "late")


def _about_year(site: Site, match: Match) -> bool:
    return "day" in dict(match.fields) or not (_counts(site, match.stop) or site.at(match.stop).is_word)


def _future(site: Site, match: Match) -> bool:
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
    return not (len(last.text) == 4 and last.is_number and _counts(site, match.stop))


def _counts(site: Site, stop: int) -> bool:
    """Whether the number before `stop` counts what follows."""
    if site.has("no_year_before", stop):
        return True
    if site.has("number_link", stop) and site.at(stop + 1).is_number and len(site.at(stop + 1).text) == 4:
        return _counts(site, stop + 2)
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


def _year(site: Site, match: Match) -> bool:
    first = match.first
    if site.has("year_article", first - 1):
        return site.at(match.stop).is_word and not site.has("no_year_before", match.stop)
    if _counts(site, match.stop) or site.at(first - 1).text in ("/", "-", "°") or site.at(match.stop).text in "/-%°$€":
        return False
    if match.start < first:
        return not site.has("no_year_after", first - 2) or not site.has("of_name", first - 1)
    if int(site.at(first).text) < _OLDEST_BARE_YEAR or site.has("no_year_after", first - 1):
        return False
    before = site.at(first - 1)
    return before.is_word or before.text in ("", "(", "«", '"', ",", "[", ".", ";", ":", "»", "“")


def _short_year(site: Site, match: Match) -> bool:
    return int(site.at(match.first).text) >= 40 and not site.at(match.stop).is_word


def _near(site: Site, match: Match) -> bool:
    return dict(match.fields).get("unit") in _LONG_UNITS and not site.has("number", match.first - 1)


def _singular(site: Site, match: Match) -> bool:
    """« the coming week », not « the coming weeks »."""
    return not site.at(match.stop - 1).lower.endswith("s")


def _plural_ago(site: Site, match: Match) -> bool:
    """« days ago »."""
    return site.at(match.stop - 2).lower.endswith("s")


def _four_digits(site: Site, match: Match) -> bool:
    """« at 0400 », « 1400 GMT », not « at 1900 »."""
    digits = site.at(match.first).text
    return match.stop - match.first > 1 or digits.startswith("0")


def _this(site: Site, match: Match) -> bool:
    return dict(match.fields).get("unit") in _LONG_UNITS and not site.has("number", match.stop)


def _same(site: Site, match: Match) -> bool:
    return dict(match.fields).get("unit") in _LONG_UNITS | {"D"}


def _month(site: Site, match: Match) -> bool:
    month = match.stop - 1
    if _is_name(site, month) or _in_person(site, month):
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


def _slice(site: Site, match: Match) -> bool:
    last = site.at(match.stop - 1)
    if dict(match.fields).get("hour") is not None and last.is_word and site.has("of_name", match.stop):
        return False  # « après deux heures de combats »
    return not (last.is_number and len(last.text) == 4 and _counts(site, match.stop))


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


def _late_hour(site: Site, match: Match) -> bool:
    """« depuis 17 heures » is an hour of the day, « depuis 12 heures » as likely a length."""
    return int(dict(match.fields).get("hour", 0)) > _HALF_A_DAY and not site.has("of_name", match.stop)


CHECKS: Mapping[str, Callable[[Site, Match], bool]] = {
    "length": _length,
    "joined": _joined,
    "distance": _distance,
    "adverb": _adverb,
    "hour": _hour,
    "plural_length": _plural_length,
    "in_length": _in_length,
    "late_hour": _late_hour,
    "clock_time": _clock_time,
    "exact_clock": _exact_clock,
    "adverb_only": _adverb_only,
    "never": _never,
    "nine_eleven": _nine_eleven,
    "has_year": _has_year,
    "decade": _decade,
    "about_year": _about_year,
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
    "year": _year,
    "short_year": _short_year,
    "singular": _singular,
    "plural_ago": _plural_ago,
    "four_digits": _four_digits,
    "slice": _slice,
    "bound": _slice,
    "every": _every,
    "adjective": _adjective,
}
