"""Bare nouns that may tell deeds of two kinds ("strike"): what the text has told of besides says which is meant.

"Nurses walked out on Monday. The strike comes after …" is a strike of workers, not of aircraft.
"""

from collections.abc import Iterator, Sequence

from selon.extract.draft import Draft
from selon.extract.events import EventLexicon
from selon.extract.events.frames import Frame
from selon.model.ontology import EventType, Mode


def take_up(drafts: Sequence[Draft], lexicon: EventLexicon) -> None:
    """Makes a bare noun without sides tell the deed that is told nearest to it, of those that its word may tell."""
    for draft in drafts:
        other = _meant(draft, drafts, lexicon) if _is_bare(draft) else None
        if other is not None:
            draft.type, draft.mode, draft.cameo = other.type, other.mode, other.cameo
            draft.actors = draft.actors or other.actors


def _is_bare(draft: Draft) -> bool:
    alone = len([token for token in draft.found.trigger if token.pos in ("NOUN", "PROPN", "VERB")]) == 1
    return draft.found.nominal and alone and draft.mode is None and not (draft.actors or draft.recipients)


def _meant(draft: Draft, drafts: Sequence[Draft], lexicon: EventLexicon) -> Draft | None:
    """The deed of another kind that is told nearer than any of the same type; None where none is."""
    kinds = {kind for kind in _kinds(draft, lexicon) if kind[0] is not draft.type}
    if not kinds:
        return None
    told = [other for other in drafts if other is not draft and not _is_bare(other)]
    fitting = [other for other in told if (other.type, other.mode) in kinds or other.type is draft.type]
    nearest = min(fitting, key=lambda other: _distance(draft, other), default=None)
    return nearest if nearest is not None and nearest.type is not draft.type else None


def _kinds(draft: Draft, lexicon: EventLexicon) -> Iterator[tuple[EventType, Mode | None]]:
    """The types and modes of the deeds that the noun alone may tell."""
    for pattern in lexicon.patterns.get(draft.found.head.lemma.lower(), ()):
        if isinstance(pattern.frame, Frame) and not pattern.others and "NOUN" in pattern.pos:
            yield pattern.frame.type, pattern.frame.mode


def _distance(draft: Draft, other: Draft) -> tuple[bool, int]:
    """How far another deed is told from a noun, what comes before it first."""
    behind = other.found.head.i > draft.found.head.i
    return behind, abs(other.found.head.i - draft.found.head.i)
