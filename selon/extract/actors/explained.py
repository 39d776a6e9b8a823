"""Mentions that only say who others beside them are: between commas or dashes ("the president, a former teacher, …",
"soldiers, most of them conscripts, …", "the two neighbours, Peru and Chile, …"), or in a sentence of their own ("He is
the Mexican president"). They are mentions of those others, and no actors of their own.
"""

from collections.abc import Mapping, Sequence

from selon.extract.actors.apposition import is_closed
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.words import Lexicon
from selon.model.ontology import ActorKind
from selon.parse.tree import Token

_NOUNS = (Sort.NOMINAL, Sort.COUNTRY_WORD)
_NAMES = (Sort.STATE, Sort.GOVERNMENT, Sort.BODY, Sort.PLACE, Sort.PERSON)
_BODIES = (Sort.BODY, Sort.NOMINAL)
_PEOPLE = frozenset((ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.UNNAMED))
_BEINGS = (Sort.PERSON, Sort.PRONOUN)
_MARKS = (",", "–", "—", "-", ":", "(")
_AND = ("and", "et")
# So far behind the others stands "most of them", in words.
_NEAR = 6


def find_explained(candidates: Sequence[Candidate], words: Lexicon) -> dict[int, list[Candidate]]:
    """For a mention (by `id`) that only says who others are, those others."""
    by_head = {each.head.i: each for each in candidates}
    starts = {each.phrase.start: each for each in candidates if each.phrase is not None}
    found: dict[int, list[Candidate]] = {}
    for each in candidates:
        if each.sort not in _NOUNS or each.phrase is None:
            continue
        others = _shared(each, by_head, words) or _described(each, by_head) or _predicated(each, by_head)
        others = others or _listed(each, each.phrase.end, starts)
        over = by_head.get(each.head.head.i) if each.head.base == "conj" and each.head.head is not None else None
        if others or (over is not None and id(over) in found):
            found[id(each)] = others or found[id(over)]
    return found


def _shared(part: Candidate, by_head: Mapping[int, Candidate], words: Lexicon) -> list[Candidate]:
    """Those of whom the mention is most or some: "soldiers, most of them conscripts"."""
    start = part.phrase.start if part.phrase is not None else part.head.i
    tokens, them, first = part.head.parse.tokens, start - 1, part.head.sentence.start
    if them - 2 < first or tokens[them].lower not in words.sets["all_of"] or tokens[them - 1].pos != "ADP":
        return []
    mark = next((i for i in range(them - 2, max(them - _NEAR, first), -1) if tokens[i].pos == "PUNCT"), first)
    noun: Token | None = tokens[mark - 1] if mark > first else None
    while noun is not None:
        if (other := by_head.get(noun.i)) is not None and other.plural:
            return [other]
        noun = noun.head if noun.head is not None and noun.head.i < noun.i else None
    return []


def _described(later: Candidate, by_head: Mapping[int, Candidate]) -> list[Candidate]:
    """Whom an indefinite phrase in apposition describes: "the president, a former teacher", "X and Y, old rivals"."""
    over = later.head.head
    other = by_head.get(over.i) if over is not None and later.head.base == "appos" else None
    if over is None or other is None or later.definite is not Definite.INDEFINITE or not is_closed(later):
        return []
    if later.countries and other.countries and later.countries != other.countries:
        return []
    if other.head.first("conj") is not None:
        joined = [by_head[each.i] for each in over.conjuncts() if each.i in by_head]
        return joined if later.plural and all(each.sort in _NAMES for each in joined) else []
    if other.plural or later.plural:
        return [other] if other.plural == later.plural and {other.kind, later.kind} <= _PEOPLE else []
    person = other.person and later.person
    body = other.sort in _BODIES and not other.person and not later.person
    return [other] if other.sort is not Sort.PERSON and (person or body) else []


def _predicated(noun: Candidate, by_head: Mapping[int, Candidate]) -> list[Candidate]:
    """Who is said to be somebody: "He is the Mexican president"."""
    copula, subject = noun.head.first("cop"), noun.head.first("nsubj")
    other = by_head.get(subject.i) if copula is not None and subject is not None else None
    if other is None or not noun.person or other.plural or other.sort not in _BEINGS:
        return []
    below = noun.head.children
    unsure = any(each.base == "aux" or each.is_("Polarity", "Neg") or each.lower == "not" for each in below)
    return [] if unsure else [other]


def _listed(whole: Candidate, i: int, starts: Mapping[int, Candidate]) -> list[Candidate]:
    """The names, as many as it counts, of which a noun in the plural is all: "the two neighbours, Peru and Chile"; they
    begin at token `i`, with a mark."""
    tokens, found = whole.head.parse.tokens, list[Candidate]()
    end = whole.head.sentence.end
    if not whole.plural or whole.count is None or i >= end or tokens[i].text not in _MARKS:
        return []
    while i + 1 < end and tokens[i].lower in (*_MARKS, *_AND):
        i += 2 if tokens[i + 1].lower in _AND else 1
        other = starts.get(i)
        if other is None or other.phrase is None or other.sort not in _NAMES:
            break
        found.append(other)
        i = other.phrase.end
    return found if len(found) == whole.count > 1 else []
