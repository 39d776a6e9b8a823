"""One content told in all ways, by all kinds of teller: who says it, and which words are his (attribution, quotes).

The frames of tests/cases/{fr,en}/tellings.yml are filled in turn with contents (`told.yml`) and tellers
(`tellers.yml`). A frame is right when every quotation that it marks is found with its kind and its speaker, no other
one is, and the sources of what is told are those of its `chain`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from selon.extract.actors import Cast, find_actors
from selon.extract.attribution import find_reports
from selon.lexicon.load import load_yaml
from selon.model.span import Span
from selon.parse.quotes import Quotation, find_quotations
from tests.extract.marked import CASES, LANGS, parsed, read

# Sentences a frame, and the share of all that must be right.
_EACH, _RIGHT = 2, {"fr": 0.97, "en": 0.94}
_MARK = re.compile(r"<(direct|indirect|mixed)>(?P<words>[^<>]+)</\1>")
_AGREES = re.compile(r"(?:s'est\|se sont|[\w'’-]+(?:\|[\w'’-]+)+)(?:\$u)?")
_ENDINGS = {"ms": "", "fs": "e", "mp": "s", "fp": "es", "ns": ""}
_EDGES = " «»“”‘’\"',.:;!?"
_VOWELS = "aeiouéèàêîôû"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told; `*` around its verb, `|` between its halves."""

    text: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells it; `agrees` is m, f or n and s or p, `name` what must stand in the name found."""

    text: str
    agrees: str
    name: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A frame, and the sources of what is told in it: T, U, or a name."""

    id: str
    text: str
    chain: tuple[str, ...]


def filled(frame: str, told: Told, other: Told, teller: Teller, second: Teller) -> str:
    """The frame with its words, still marked."""
    plain, further = (each.text.replace("*", "").replace(" | ", " ") for each in (told, other))
    halves = [half.strip() for half in told.text.replace("*", "").split("|")]
    own = teller.text.rstrip(",")
    words = {"c": plain, "d": further, "h1": halves[0], "h2": halves[1], "t": teller.text, "u": second.text}
    words |= {key.upper(): each[0].upper() + each[1:] for key, each in words.items()}
    words |= {"dt": _contracted("de", teller.text), "at": _contracted("à", teller.text), "e": _ENDINGS[teller.agrees]}
    words |= {"poss": own + ("'" if own.endswith("s") else "'s"), "POSS": own[0].upper() + own[1:] + "'s"}
    text = _AGREES.sub(lambda found: _agreeing(found[0], second if "$u" in found[0] else teller), frame)
    text = re.sub(r"\{que \}(<\w+>)?\{(\w+)\}", lambda found: _that(words[found[2]], found[1] or ""), text)
    text = re.sub(r"\{(\w+)\}", lambda found: words[found[1]], text)
    return re.sub(r",(?=(?:</?\w+>)?\s?[.,:»!?]|$)", "", text)


def _agreeing(forms: str, teller: Teller) -> str:
    several = forms.removesuffix("$u").split("|")
    at = int(teller.agrees[1] == "p") if len(several) == 2 else list(_ENDINGS).index(teller.agrees)
    return several[at]


def _that(words: str, mark: str) -> str:
    return ("qu'" if words[0].lower() in _VOWELS else "que ") + mark + words


def _contracted(word: str, phrase: str) -> str:
    for article, both in (("le ", {"de": "du ", "à": "au "}), ("les ", {"de": "des ", "à": "aux "})):
        if phrase.startswith(article):
            return both[word] + phrase.removeprefix(article)
    if word == "de" and phrase.startswith("des "):
        return "de " + phrase.removeprefix("des ")
    return f"d'{phrase}" if word == "de" and phrase[0].lower() in _VOWELS else f"{word} {phrase}"


def faults(marked: str, telling: Telling, verb: str, names: dict[str, str], lang: str) -> list[str]:
    """What is not as the frame tells it."""
    text, marks = read(marked, _MARK, lambda span, found: (span, found[1]))
    tree = parsed(lang, text)
    cast = find_actors(tree, ())
    reports = find_reports(tree, cast.at)
    cast, quotes = cast.with_voices(reports.voices), list(reports.quotes)
    inside = [(each.content, "mixed") for span, kind in marks if kind == "indirect" for each in _marked_in(text, span)]
    found: list[str] = []
    for span, kind in [*marks, *inside]:
        same = [each for each in quotes if _is_same(each.content.text, span.cut(text))]
        if not same:
            found.append(f"{span.cut(text)!r} is no quotation")
            continue
        quotes.remove(same[0])
        if same[0].kind != kind:
            found.append(f"{span.cut(text)!r} is {same[0].kind}")
        if not _is_named(names["T"], _names(same[0].speaker, cast)):
            found.append(f"{span.cut(text)!r} is said by {_names(same[0].speaker, cast)}")
    found += [f"{each.content.text!r} is a quotation" for each in quotes]
    links = next((reports.chain(token) for token in tree.tokens if token.text == verb), ())
    chain = [[each.text or "", *_names(each.actor, cast)] for each in links]
    wanted = [names.get(each, each) for each in telling.chain]
    right = len(chain) == len(wanted) and all(map(_is_named, wanted, chain))
    return found if right else [*found, f"{verb!r} has {chain}"]


def _marked_in(text: str, span: Span) -> list[Quotation]:
    return [each for each in find_quotations(text) if span.covers(each.span)]


def _is_same(ours: str, wanted: str) -> bool:
    ours, wanted = ours.strip(_EDGES).lower(), wanted.strip(_EDGES).lower()
    return ours == wanted or (ours.endswith(wanted) and len(ours) - len(wanted) < 3)


def _names(actor: str | None, cast: Cast) -> list[str]:
    return [] if actor is None else [cast.actor(actor).name, *(each.text for each in cast.actor(actor).mentions)]


def _is_named(wanted: str, names: list[str]) -> bool:
    lower = [name.lower() for name in names]
    return any(wanted.lower() in name or (len(name) > 3 and name in wanted.lower()) for name in lower)


def _tellings(lang: str) -> Iterator[tuple[Telling, str, str, dict[str, str]]]:
    """Each frame with its marked text, the word whose sources are asked, and the names of its tellers."""
    told, tellers = load_yaml(CASES / lang / "told.yml", Told), load_yaml(CASES / lang / "tellers.yml", Teller)
    turn = 0
    for telling in load_yaml(CASES / lang / "tellings.yml", Telling):
        for _ in range(_EACH):
            turn += 1
            content, other = told[7 * turn % len(told)], told[(7 * turn + 3) % len(told)]
            teller, second = tellers[5 * turn % len(tellers)], tellers[(5 * turn + 2) % len(tellers)]
            marked = filled(telling.text, content, other, teller, second)
            yield telling, marked, content.text.split("*")[1], {"T": teller.name, "U": second.name}


@pytest.mark.parametrize("lang", LANGS)
def test_who_says_it_is_known_however_it_is_told(lang: str) -> None:
    rows = list(_tellings(lang))
    wrong = [
        (marked, found)
        for telling, marked, verb, names in rows
        if (found := faults(marked, telling, verb, names, lang))
    ]
    assert len(rows) > 150
    assert len(wrong) <= (1 - _RIGHT[lang]) * len(rows), wrong
