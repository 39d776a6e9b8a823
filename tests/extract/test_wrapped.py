"""A sentence keeps its events, with who does them to whom, whoever reports it and whatever stands before or behind it.

Every so many sentences of events.yml and actors_parties.yml are put into the frames of tests/cases/{fr,en}/wraps.yml.
What the state of the teller lends to somebody of no country is no change.
"""

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from selon.lexicon.load import load_yaml
from tests.extract.marked import CASES, LANGS, cases, parsed
from tests.extract.test_events_marked import Case, read_marks, record_of

# One sentence in so many, and the share of the wrapped ones that must keep all their events.
_OF, _KEPT = 15, {"fr": 0.94, "en": 0.95}
_TELLER = "KEN"
_STATE = len(_TELLER)
_INSIDE = ("DET", "ADP", "NUM", "ADV", "PRON", "SCONJ")
# Sentences that are told by nobody yet, on one line, with one full stop.
_PLAIN = re.compile(r"[A-ZÀÉÈÊÎÔ][^.!?:;«»“”\"]{30,200}\.")
_TOLD = re.compile(r"\b(?:said|told|according|announced|dit|déclaré|selon|affirmé|indiqué|annoncé)\b", re.IGNORECASE)
Told = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wrap:
    """A frame: `{}` stands for the sentence without its full stop; `small` where it stands inside another one."""

    text: str
    small: bool = False


def wrapped(sentence: str, wrap: Wrap, lang: str) -> str:
    """The sentence in its frame."""
    plain = sentence.removesuffix(".")
    plain = small(plain, lang) if wrap.small else plain
    elided = "qu'" if plain[0].lower() in "aeiouéèêàâîôû" else "que "
    return wrap.text.format(plain).replace("que " + plain, elided + plain)


def small(sentence: str, lang: str) -> str:
    """The sentence as it goes on within another one."""
    inside = parsed(lang, sentence).tokens[0].pos in _INSIDE
    return sentence[0].lower() + sentence[1:] if inside else sentence


def told(text: str, lang: str) -> Counter[Told]:
    """The events of a text: type, and codes of both sides."""
    record = record_of(text, lang)
    codes = {each.id: _code(each.code or each.name.lower()) for each in record.actors}

    def side(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(codes[id] for id in ids))

    return Counter((each.type.value, side(each.actors), side(each.recipients)) for each in record.events)


def _code(code: str) -> str:
    return code[_STATE:] if code.startswith(_TELLER) and len(code) > _STATE else code


def sentences(lang: str, of: int) -> list[str]:
    """One in so many plain sentences of the marked cases."""
    rows = [*cases("events", Case), *cases("actors_parties", Case)]
    texts = [read_marks(case.text)[0] for _, each, case in rows if each == lang and not case.fails]
    return [text for text in texts if _PLAIN.fullmatch(text) and not _TOLD.search(text)][::of]


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_keeps_its_events_in_any_frame(lang: str) -> None:
    wraps = load_yaml(CASES / lang / "wraps.yml", Wrap)
    texts = [(text, wrapped(text, wrap, lang)) for text in sentences(lang, _OF) for wrap in wraps]
    changed = [(told(plain, lang), told(text, lang), text) for plain, text in texts]
    changed = [(before, after, text) for before, after, text in changed if before != after]
    assert len(texts) > 100
    assert len(changed) <= (1 - _KEPT[lang]) * len(texts), changed
