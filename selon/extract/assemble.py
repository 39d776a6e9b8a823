"""From drafts to the parts of a record: ids, order, what gaps are about, and which actors,
times and places are told.
"""

from collections.abc import Iterable, Sequence

from selon.extract.actors import Cast
from selon.extract.attribution import Reports
from selon.extract.attribution.source import source_of
from selon.extract.draft import Draft
from selon.extract.gaps import FoundGap
from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.event import Event
from selon.model.gap import Gap
from selon.model.ontology import ActorKind, EventType, Factuality, Form, Missing
from selon.model.place import Place
from selon.model.quote import Quote
from selon.model.span import Words
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Token

Parts = tuple[
    tuple[Actor, ...], tuple[Event, ...], tuple[Quote, ...], tuple[TimeExpression, ...], tuple[Place, ...],
    tuple[Gap, ...],
]  # fmt: skip

# Kinds that are kept even when they do nothing: a reader looks a name up.
_NAMED = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.STATE)


def assemble(
    parse: Parse,
    cast: Cast,
    drafts: Sequence[Draft],
    reports: Reports,
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    gaps: Sequence[FoundGap],
) -> Parts:
    """Actors, events, quotes, times, places and gaps of a record, in text order; events are numbered from e1."""
    ordered = sorted(drafts, key=lambda draft: (draft.trigger.span, draft.found.rule))
    ids = {id(draft): f"e{number}" for number, draft in enumerate(ordered, start=1)}
    events = tuple(_event(draft, ids) for draft in ordered)
    told = _by_sentence(ordered)
    known = tuple(_gap(gap, _around(gap, ordered, told), ids, reports, cast) for gap in gaps)
    used = _used(events, reports.quotes, known)
    actors = tuple(actor for actor in cast.actors if actor.id in used or actor.kind in _NAMED)
    return actors, events, reports.quotes, times, places, known


def _event(draft: Draft, ids: dict[int, str]) -> Event:
    return Event(
        id=ids[id(draft)],
        type=draft.type,
        mode=draft.mode,
        contexts=draft.found.contexts,
        cameo=draft.cameo,
        trigger=draft.trigger,
        sentence=draft.sentence,
        actors=draft.actors,
        recipients=draft.recipients,
        time=draft.time,
        place=draft.place,
        factuality=draft.factuality,
        background=draft.background,
        confidence=draft.confidence,
        rule=draft.found.rule,
        quantities=draft.quantities,
        attribution=draft.attribution,
        same_as=ids[id(draft.same_as)] if draft.same_as is not None else None,
        own_type=draft.found.own,
    )


def _gap(gap: FoundGap, drafts: Sequence[Draft], ids: dict[int, str], reports: Reports, cast: Cast) -> Gap:
    about = _about(gap, drafts)
    return Gap(
        missing=gap.missing,
        about=ids[id(about)] if about is not None else None,
        text=gap.text,
        span=gap.span,
        attribution=_said_by(gap, reports, cast),
    )


def _said_by(gap: FoundGap, reports: Reports, cast: Cast) -> tuple[Link, ...]:
    """The chain over a gap, and innermost who leaves it unsaid (« les rapports ne fournissent aucun détail »)."""
    chain = reports.chain(gap.token)
    source = source_of([gap.source], cast.at) if gap.source is not None else None
    if source is None or source.words is None or gap.source is None or (chain and gap.weak):
        return chain
    actor = source.actors[0] if source.actors else None
    if chain and (chain[-1].actor == actor if actor else chain[-1].span == source.words.span):
        return chain
    cue = Words(gap.cue.text, gap.cue.span) if gap.cue is not None else None
    return (*chain, Link(actor, source.words.text, source.words.span, cue, Form.INDIRECT))


# How many sentences back a gap may be about an event: one that its words name, and any.
_PASSAGE, _CLOSE = 6, 2


# What is asked of deeds of force before others: who did it, and how many were hit.
_ABOUT_FORCE = frozenset((Missing.RESPONSIBILITY, Missing.NUMBER, Missing.MOTIVE, Missing.CAUSE, Missing.IDENTITY))
_UNREAL = (Factuality.HYPOTHETICAL, Factuality.CONDITIONAL, Factuality.FUTURE)
_FORCE = (EventType.ASSAULT, EventType.PROTEST)


def _by_sentence(drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """The places of events in the list, by the numbers of the sentences that they stand in."""
    found: dict[int, list[int]] = {}
    for place, draft in enumerate(drafts):
        for number in {draft.head.sentence_i, *(token.sentence_i for token in draft.found.trigger)}:
            found.setdefault(number, []).append(place)
    return found


def _around(gap: FoundGap, drafts: Sequence[Draft], told: dict[int, list[int]]) -> list[Draft]:
    """The events that a gap can be about: those of its passage, and of the words that it names."""
    own = gap.token.sentence_i
    near = {*range(own - _PASSAGE, own + 1), *(token.sentence_i for token in gap.about)}
    return [drafts[place] for place in sorted({place for number in near for place in told.get(number, ())})]


def _about(gap: FoundGap, drafts: Sequence[Draft]) -> Draft | None:
    """The event that a gap is about: the one its word names, else the last one told before it, news first."""
    for token in gap.about:
        for draft in drafts:
            if token in draft.found.trigger or token is draft.head:
                return draft
        named = [draft for draft in drafts if _near(draft.head, gap.token, _PASSAGE) and _names(draft, token)]
        if named:
            return named[-1]
    before = [draft for draft in drafts if _near(draft.head, gap.token, _CLOSE)]
    if Missing.NUMBER in gap.missing or Missing.RESPONSIBILITY in gap.missing:
        behind = [draft for draft in drafts if draft.head.sentence_i == gap.token.sentence_i and draft not in before]
        before = _counted(before) or _counted(behind)[:1]
    real = [draft for draft in before if draft.factuality not in _UNREAL]
    before = real or before
    fitting = [draft for draft in before if draft.type in _FORCE] if _ABOUT_FORCE & set(gap.missing) else []
    news = [draft for draft in fitting or before if not draft.background]
    return (news or fitting or before)[-1] if before else None


def _counted(drafts: Sequence[Draft]) -> list[Draft]:
    """The events of which it is asked who did them and how many they hit."""
    return [draft for draft in drafts if draft.type in _FORCE or draft.type is EventType.COERCE]


def _names(draft: Draft, token: Token) -> bool:
    return any(each.lemma.lower() == token.lemma.lower() for each in draft.found.trigger)


def _near(head: Token, token: Token, sentences: int) -> bool:
    return head.i < token.i and token.sentence_i - head.sentence_i <= sentences


def _used(events: Iterable[Event], quotes: Iterable[Quote], gaps: Iterable[Gap]) -> set[str]:
    used: set[str] = set()
    for event in events:
        used.update(event.actors, event.recipients)
        used.update(link.actor for link in event.attribution if link.actor)
    used.update(quote.speaker for quote in quotes if quote.speaker)
    for gap in gaps:
        used.update(link.actor for link in gap.attribution if link.actor)
    return used
