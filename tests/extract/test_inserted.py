"""A sentence keeps its events, with who does them to whom, whatever stands in front of it, behind it, or between its
subject and its verb, and if each of its words has a capital.

Every so many sentences of events.yml and actors_parties.yml are told with what tests/cases/{lang}/inserts.yml puts in.
"""

from dataclasses import dataclass

import pytest

from selon.lexicon.load import load_yaml
from selon.parse.tree import Token
from tests.extract.marked import CASES, parsed
from tests.extract.test_wrapped import sentences, small, told

# One sentence in so many, and the share that must keep all their events.
_OF, _KEPT = 45, 0.96
_LESSER = frozenset("a an the of in on to and for by with at from as or but over into after before than that".split())
LANGS = [lang for lang in ("en",) if (CASES / lang / "inserts.yml").is_file()]


@dataclass(frozen=True, slots=True)
class Insert:
    """Words that change nothing, and where they are put in."""

    at: str
    text: str


def inserted(sentence: str, insert: Insert, lang: str) -> str | None:
    """The sentence with the words in it; None where its subject is no phrase before the verb."""
    if insert.at == "end":
        return f"{sentence.removesuffix('.')}{insert.text}."
    if insert.at == "front":
        return insert.text.format(
            sentence if insert.text[0].isupper() and " - " in insert.text else small(sentence, lang)
        )
    subject = _subject(parsed(lang, sentence).sentences[0].roots[0])
    if subject is None:
        return None
    return sentence[: subject[-1].end] + insert.text + sentence[subject[-1].end :]


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
        texts = [*(text for insert in inserts if (text := inserted(sentence, insert, lang))), titled(sentence)]
        number += len(texts)
        changed += [text for text in texts if told(text, lang) != told(sentence, lang)]
    assert number > 100
    assert len(changed) <= (1 - _KEPT) * number, changed
