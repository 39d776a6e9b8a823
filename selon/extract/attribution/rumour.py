"""Hearsay without a source: « aurait tué », "reportedly", « présumé », « il paraît que », "is said to have"."""

import re
from collections.abc import Iterator, Set
from functools import cache

from selon.extract.attribution.content import clause_above, numbers
from selon.extract.attribution.report import Report
from selon.extract.attribution.words import Hint, Stance, lexicon
from selon.model.ontology import Form
from selon.parse.clause import is_verb
from selon.parse.tense import Conditional, conditional, finite
from selon.parse.tree import Sentence, Token

_WORD = re.compile(r"[^\W_]+")


def find_rumours(sentence: Sentence) -> Iterator[Report]:
    """The hearsay of a sentence, each with its own cue, in text order of kinds."""
    french = sentence.parse.lang == "fr"
    words = lexicon(sentence.parse.lang).hearsay
    adjectives, passives = words.get(Hint.ADJECTIVE, frozenset()), words.get(Hint.PASSIVE, frozenset())
    for token in sentence.tokens:
        if french and _predicate(token) and conditional(token) is Conditional.HEARSAY:
            form = finite(token)
            yield _hearsay((form or token,), _told(token), sentence, "conditional")
        elif _is(token, adjectives) and _qualifies(token) and token.head is not None:
            yield _hearsay((token,), _noun(token.head) - {token.i}, sentence, "adjective")
        elif not french and _is(token, passives) and token.first("aux:pass") is not None:
            for clause in token.all("xcomp"):
                yield _hearsay(
                    tuple(sorted([*token.all("aux:pass"), token], key=lambda each: each.i)),
                    numbers(clause.subtree()),
                    sentence,
                    "passive",
                )
    yield from _wordings(sentence)


def _predicate(token: Token) -> bool:
    return (is_verb(token) and token.base not in ("aux", "cop")) or token.first("cop") is not None


def _qualifies(token: Token) -> bool:
    """Whether an adjective or a bare participle qualifies a noun."""
    bare = token.base == "acl" and token.first("aux", "obj", "nsubj") is None
    return token.base == "amod" or (bare and token.head is not None and token.head.pos == "NOUN")


def _is(token: Token, words: Set[str]) -> bool:
    return token.lemma.lower() in words or token.lower in words


def _hearsay(cue: tuple[Token, ...], content: frozenset[int], sentence: Sentence, name: str) -> Report:
    rule = f"{sentence.parse.lang}.hearsay.{name}"
    return Report(cue, (), (), None, Form.HEARSAY, Stance.ASSERT, content, rule)


def _told(verb: Token) -> frozenset[int]:
    """The clause of a conditional verb, without what other finite verbs beside it or in relative clauses tell."""
    content = set(numbers(verb.subtree()))
    for child in verb.subtree():
        apart = child is not verb and (
            child.rel == "acl:relcl" or (child.base in ("parataxis", "conj") and child.head is verb)
        )
        if apart and not _shares_mood(child):
            content -= numbers(child.subtree())
    return frozenset(content)


def _shares_mood(child: Token) -> bool:
    """Whether a coordinated predicate leaves its auxiliary to the first (« aurait tué … et blessé »)."""
    form = finite(child)
    return form is None or form.is_("Mood", "Cnd")


def _noun(head: Token) -> frozenset[int]:
    return frozenset({head.i}) | frozenset(
        token.i
        for child in head.children
        if child.base in ("nmod", "amod", "flat", "compound")
        for token in child.subtree()
    )


@cache
def _by_first_word(lang: str) -> dict[str, list[int]]:
    """The numbers of the wordings by the word that they begin with; '' where they begin with none."""
    found: dict[str, list[int]] = {}
    for number, (_, wording) in enumerate(lexicon(lang).wordings):
        first = _WORD.match(wording)
        found.setdefault(first.group() if first else "", []).append(number)
    return found


def _wordings(sentence: Sentence) -> Iterator[Report]:
    """Adverbs and formulas, found by their wording."""
    lexical = lexicon(sentence.parse.lang)
    lower = sentence.span.cut(sentence.parse.text).lower().replace("’", "'")
    text = f" {lower} "
    by_word = _by_first_word(sentence.parse.lang)
    for number in sorted(each for word in {*_WORD.findall(text), ""} & by_word.keys() for each in by_word[word]):
        hint, wording = lexical.wordings[number]
        at = text.find(wording)
        if at < 0 or text[at - 1].isalnum() or text[at + len(wording)].isalnum():
            continue
        begin = sentence.span.start + at - 1
        cue = tuple(token for token in sentence.tokens if begin <= token.start and token.end <= begin + len(wording))
        if not cue:
            continue
        if hint is Hint.FORMULA:
            content = frozenset(range(cue[-1].i + 1, sentence.end))
        else:
            content = numbers(clause_above(cue[0]).subtree()) - numbers(cue)
        yield _hearsay(cue, content, sentence, hint.value)
