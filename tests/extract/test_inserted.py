"""A sentence keeps its events, with who does them to whom, whatever stands in front of it, behind it, or between its
subject and its verb, if each of its words has a capital or is in capitals, and if a pronoun takes up its subject.

Every so many sentences of events.yml and actors_parties.yml are told with what tests/cases/{lang}/inserts.yml puts in.
"""

from dataclasses import dataclass

import pytest

from selon.lexicon.load import load_yaml
from selon.parse.tree import Token
from tests.extract.marked import CASES, LANGS, parsed
from tests.extract.test_wrapped import sentences, small, told

# One sentence in so many, and the share that must keep all their events.
_OF, _KEPT = 45, {"fr": 0.96, "en": 0.96}
_TAKEN_UP = {("Masc", "Sing"): "Il", ("Fem", "Sing"): "Elle", ("Masc", "Plur"): "Ils", ("Fem", "Plur"): "Elles"}
_DASHES = ("- {}", "– {}")
_LESSER = frozenset("a an the of in on to and for by with at from as or but over into after before than that".split())


@dataclass(frozen=True, slots=True)
class Insert:
    """Words that change nothing, and where they are put in."""

    at: str
    text: str


def inserted(sentence: str, insert: Insert, lang: str) -> str | None:
    """The sentence with the words in it; None where there is no such place."""
    if insert.at == "end":
        return f"{sentence.removesuffix('.')}{insert.text}."
    if insert.at == "front":
        return insert.text.format(sentence if insert.text.endswith(_DASHES) else small(sentence, lang))
    verb = parsed(lang, sentence).sentences[0].roots[0]
    subject = _subject(verb)
    if insert.at in ("singular", "plural"):
        last, pronoun = (subject[-1], _pronoun(subject, insert.at)) if subject else (None, None)
    else:
        last, pronoun = _place(insert.at, verb, subject), ""
    if last is None or pronoun is None:
        return None
    return sentence[: last.end] + insert.text + pronoun + sentence[last.end :]


def _place(at: str, verb: Token, subject: list[Token] | None) -> Token | None:
    """The word behind which something is put in."""
    if at == "subject":
        return subject[-1] if subject else None
    if at == "verb":
        return verb if verb.pos == "VERB" else None
    behind = verb.parse.tokens[verb.i - 1 : verb.i]
    return verb.first("aux") if behind and behind[0].base == "aux" and len(verb.all("aux")) == 1 else None


def _pronoun(subject: list[Token], number: str) -> str | None:
    """The pronoun that takes up a subject told of by a noun with « le », « la » or « les »."""
    head = next(each for each in subject if each.base == "nsubj")
    definite = subject[0].lower in ("le", "la", "les") and head.pos == "NOUN" and head.first("conj") is None
    told = (head.morph.get("Gender", ""), head.morph.get("Number", ""))
    fits = (told[1] == "Plur") == (number == "plural") and subject[0].i == head.sentence.start
    return _TAKEN_UP.get(told) if definite and fits else None


def _subject(verb: Token) -> list[Token] | None:
    """The words of a subject that stands whole before its verb and holds no comma."""
    noun = verb.first("nsubj")
    words = noun.subtree() if noun is not None and verb.pos == "VERB" else []
    whole = bool(words) and words[-1].i - words[0].i + 1 == len(words) and words[-1].i < verb.i
    return words if whole and not any(word.text == "," for word in words) else None


def titled(sentence: str) -> str:
    """The sentence as a headline that writes its words with capitals."""
    words = sentence.removesuffix(".").split()
    return " ".join(word if i and word in _LESSER else word[0].upper() + word[1:] for i, word in enumerate(words))


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_keeps_its_events_whatever_is_put_in(lang: str) -> None:
    inserts = load_yaml(CASES / lang / "inserts.yml", Insert)
    changed, number = [], 0
    for sentence in sentences(lang, _OF):
        shouted = titled(sentence) if lang == "en" else sentence.removesuffix(".").upper()
        texts = [*(text for insert in inserts if (text := inserted(sentence, insert, lang))), shouted]
        number += len(texts)
        changed += [text for text in texts if told(text, lang) != told(sentence, lang)]
    assert number > 100
    assert len(changed) <= (1 - _KEPT[lang]) * number, changed
