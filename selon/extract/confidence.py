"""How sure an event is: the chance that a careful reader of the text tells it too, from what is seen of it.

The weights of the signs (data/world/confidence.csv) are those of a logistic regression on gold; `models/confidence.py`
finds them and tells how well they order right and wrong events on texts that they were not found on.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from selon.extract.draft import Draft
from selon.extract.topics import topics_of
from selon.lexicon.load import data_file, load_csv
from selon.model.ontology import EventType
from selon.parse.tree import Token

ALWAYS = "always"
_HIGH = 12  # how far up a tree is looked
_FEW = 4
_UNLIKELY = -6.0
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Weight:
    """What a sign adds to the log-odds that an event is right."""

    sign: str
    weight: float


def rate(drafts: Sequence[Draft]) -> None:
    """Fills in how sure each event is, 0 to 1."""
    weights = _weights()
    for draft, signs in zip(drafts, signs_of(drafts), strict=True):
        odds = sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
        draft.confidence = round(1 / (1 + math.exp(-odds)), _DECIMALS)


def signs_of(drafts: Sequence[Draft]) -> Iterator[dict[str, float]]:
    """The signs of each event, most of them 0 or 1 (those that are 0 may be left out)."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.head.sentence_i, []).append(draft)
    about = {number: topics_of(beside[0].head.sentence) for number, beside in told.items()}
    for draft in drafts:
        number = draft.head.sentence_i
        yield _signs(draft, told[number], about[number])


def _signs(draft: Draft, beside: Sequence[Draft], about: Mapping[EventType, float]) -> dict[str, float]:
    found, head = draft.found, draft.head
    sentence = head.sentence
    likely, best = about[draft.type], max(about.values())
    seen = {
        "doers": draft.actors,
        "recipients": draft.recipients,
        "owners": found.whose,
        "powers": found.powers,
        "several words": len(found.trigger) > 1,
        "noun": found.nominal,
        "spoken": found.spoken,
        "mode": draft.mode,
        "background": draft.background,
        "told": draft.attribution,
        "dated": draft.time,
        "placed": draft.place,
        "counted": draft.quantities,
        "main clause": head.head is None,
        "first": all(other.head.i >= head.i for other in beside),
        "likeliest by its words": likely == best,
        "verbs beside": any(not other.found.nominal for other in beside if other is not draft),
        f"type {draft.type.value}": True,
        f"factuality {draft.factuality.value}": True,
        **{f"below {rel}": True for rel in _above(head)},
    }
    share = (head.i - sentence.start) / (sentence.end - sentence.start)
    return {
        ALWAYS: 1.0,
        "how far in": share,
        "odds by its words": max(likely, _UNLIKELY),
        "behind the likeliest": min(best - likely, -_UNLIKELY),
        "others beside": min(len(beside) - 1, _FEW) / _FEW,
        **{sign: 1.0 for sign, there in seen.items() if there},
    }


def _above(head: Token) -> set[str]:
    """The kinds of clauses that an event stands in: relative, adverbial, content."""
    path = (head, *islice(head.ancestors(), _HIGH))
    return {each.base for each in path if each.base in ("acl", "advcl", "ccomp")}


@cache
def _weights() -> Mapping[str, float]:
    return {row.sign: row.weight for row in load_csv(data_file("world", "confidence.csv"), Weight)}
