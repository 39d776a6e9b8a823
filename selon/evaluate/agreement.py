"""How far two annotations of the same texts agree: what one person found, scored against what another found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from selon.evaluate.figures import Figure
from selon.evaluate.gold import Chain, GoldActor, GoldDocument, GoldEvent, GoldQuote, Parties
from selon.evaluate.parties import STATELESS, named, places_of

Pair = tuple[GoldEvent, GoldEvent]


def agreement(first: Iterable[GoldDocument], second: Iterable[GoldDocument]) -> list[Figure]:
    """Figures over the texts that both have: F1 of what was found, and shares of the events that both found.

    An event that one of them calls optional may be missing from the other.
    """
    others = {each.id: each for each in second}
    both = [(each, others[each.id]) for each in first if each.id in others]
    pairs = [pair for one, other in both for pair in pairs_of(one, other)]
    found = [_f1("event_type_f1", [_counts(one, other) for one, other in both])]
    marks: dict[str, Callable[[GoldEvent, GoldEvent], bool]] = {
        "chain": _chains_agree,
        "factuality": lambda a, b: a.factuality == b.factuality,
        "parties": lambda a, b: _sides_agree(a, b, _same_countries),
        "sectors": lambda a, b: _sides_agree(a, b, _share_sectors),
    }
    found += [_share(name, [mark(*pair) for pair in pairs]) for name, mark in marks.items()]
    sourced = [pair for pair in pairs if any(chain for event in pair for chain in event.chains or ())]
    found.append(_share("chain_where_some", [_chains_agree(*pair) for pair in sourced]))
    found.append(_f1("quotes_f1", [_quote_counts(one.quotes, other.quotes) for one, other in both]))
    found.append(_f1("gaps_f1", [_gap_counts(one, other) for one, other in both]))
    return [figure for figure in found if figure.of]


def strictly(document: GoldDocument) -> GoldDocument:
    """The same annotation without its tolerances: the first type and chain alone are right, and nothing is optional."""
    events = tuple(
        replace(each, types=each.types[:1], chains=each.chains and each.chains[:1], optional=False)
        for each in document.events
    )
    return replace(document, events=events, quotes=tuple(replace(each, optional=False) for each in document.quotes))


def pairs_of(one: GoldDocument, other: GoldDocument) -> list[Pair]:
    """Events of the same type that both found, those whose triggers overlap first; each is used once."""
    ranked = sorted(
        (
            (_overlap(a, b, one.text), -m, -n)
            for m, a in enumerate(one.events)
            for n, b in enumerate(other.events)
            if set(a.types) & set(b.types)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for near, m, n in ranked:
        if -m not in found and -n not in found.values() and (near or not one.article):
            found[-m] = -n
    return [(one.events[m], other.events[n]) for m, n in sorted(found.items())]


def _overlap(one: GoldEvent, other: GoldEvent, text: str) -> bool:
    ours, theirs = ([span for words in event.trigger for span in places_of(words, text)] for event in (one, other))
    return any(a.overlaps(b) for a in ours for b in theirs)


def _counts(one: GoldDocument, other: GoldDocument) -> tuple[int, int, int, int]:
    """Required events that the other has too, and how many there are: of the one, then of the other."""
    pairs = pairs_of(one, other)
    ours = [event for event in one.events if not event.optional]
    theirs = [event for event in other.events if not event.optional]
    return (
        sum(not a.optional for a, _ in pairs),
        len(ours),
        sum(not b.optional for _, b in pairs),
        len(theirs),
    )


def _quote_counts(ours: Sequence[GoldQuote], theirs: Sequence[GoldQuote]) -> tuple[int, int, int, int]:
    def among(quotes: Sequence[GoldQuote], others: Sequence[GoldQuote]) -> tuple[int, int]:
        needed = [quote for quote in quotes if not quote.optional]
        return sum(any(_same_quote(quote, other) for other in others) for quote in needed), len(needed)

    return (*among(ours, theirs), *among(theirs, ours))


def _same_quote(one: GoldQuote, other: GoldQuote) -> bool:
    """The same speaker, beginning or end."""
    if (one.speaker is None) != (other.speaker is None):
        return False
    if one.speaker and other.speaker and not named(one.speaker, [other.speaker]):
        return False
    return named(one.first, [other.first]) or named(one.last, [other.last])


def _gap_counts(one: GoldDocument, other: GoldDocument) -> tuple[int, int, int, int]:
    ours, theirs = ([set(gap.missing) for gap in each.gaps] for each in (one, other))
    return (
        sum(any(a & b for b in theirs) for a in ours),
        len(ours),
        sum(any(a & b for a in ours) for b in theirs),
        len(theirs),
    )


def _chains_agree(one: GoldEvent, other: GoldEvent) -> bool:
    return any(_same_chain(a, b) for a in one.chains or ((),) for b in other.chains or ((),))


def _same_chain(one: Chain, other: Chain) -> bool:
    return len(one) == len(other) and all(_same_source(a.source, b.source) for a, b in zip(one, other, strict=True))


def _same_source(one: GoldActor, other: GoldActor) -> bool:
    if not one.text and not other.text:
        return True
    ours, theirs = ([name for name in (actor.text, actor.name) if name] for actor in (one, other))
    return any(named(name, theirs) for name in ours)


def _sides_agree(one: GoldEvent, other: GoldEvent, of: Callable[[Parties, Parties], bool]) -> bool:
    """Whether both name the same on each side, or, of those who do it together, on both sides taken as one."""
    if of(one.actors, other.actors) and of(one.recipients, other.recipients):
        return True
    together = any(not event.recipients and len(event.actors or ()) > 1 for event in (one, other))
    return together and of(_all(one), _all(other))


def _all(event: GoldEvent) -> Parties:
    return (*(event.actors or ()), *(event.recipients or ()))


def _same_countries(ours: Parties, theirs: Parties) -> bool:
    return {actor.country for actor in ours or ()} == {actor.country for actor in theirs or ()}


def _share_sectors(ours: Parties, theirs: Parties) -> bool:
    """Whether each has a counterpart that shares a sector."""
    one, other = ([_sectors(actor) for actor in side or ()] for side in (ours, theirs))
    return all(any(a & b for b in other) for a in one) and all(any(a & b for a in one) for b in other)


def _sectors(actor: GoldActor) -> set[str]:
    """Its sectors; an organisation of no state is one, however written, and a state is its government."""
    if actor.country in STATELESS:
        return {actor.country}
    return set(actor.sectors or ()) or {"GOV" if actor.country else "-"}


def _f1(name: str, counts: Sequence[tuple[int, int, int, int]]) -> Figure:
    right, ours, also, theirs = (sum(each[i] for each in counts) for i in range(4))
    if not ours + theirs:
        return Figure(name, 0.0, 0)
    return Figure(name, (right + also) / (ours + theirs), ours + theirs)


def _share(name: str, values: Sequence[bool]) -> Figure:
    return Figure(name, sum(values) / len(values) if values else 0.0, len(values))
