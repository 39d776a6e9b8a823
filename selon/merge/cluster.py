"""Pairs → groups: the surest pairs first; two groups are joined only if their members fit on the whole."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from selon.merge.claim import Claim
from selon.merge.compare import Comparison

# Of the pairs between two groups, the share that must have been found alike: one stray link joins no two stories.
_SHARE = 0.5
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one story; `links` gives for each the best comparison that put it there."""

    events: tuple[str, ...]
    links: Mapping[str, Comparison]


def cluster(
    links: Sequence[Comparison],
    known: Mapping[str, Claim],
    *,
    sure: Set[Pair] = frozenset(),
    apart: Set[Pair] = frozenset(),
) -> list[Group]:
    """The groups of events that are one, each with at least two documents, in order of their first event.

    `sure` are links that hold whatever the others say; events of a pair in `apart` never come into one group.
    """
    alike: dict[Pair, Comparison] = {}
    for link in links:
        alike[(link.one, link.two)] = alike[(link.two, link.one)] = link
    home: dict[str, int] = {}
    groups: dict[int, list[str]] = {}
    for link in sorted(links, key=lambda each: ((each.one, each.two) not in sure, -each.score, each.one, each.two)):
        for event in (link.one, link.two):
            if event not in home:
                home[event] = len(home)
                groups[home[event]] = [event]
        one, two = home[link.one], home[link.two]
        if one == two or _parted(groups[one], groups[two], apart):
            continue
        if (link.one, link.two) in sure or _fit(groups[one], groups[two], alike, known):
            for event in groups[two]:
                home[event] = one
            groups[one] += groups.pop(two)
    found = [tuple(sorted(events)) for events in groups.values()]
    return [
        Group(events, {event: _best(event, events, alike) for event in events if len(events) > 1})
        for events in sorted(found)
        if len({known[event].document_id for event in events}) > 1
    ]


def _parted(one: Sequence[str], two: Sequence[str], apart: Set[Pair]) -> bool:
    return bool(apart) and any((min(a, b), max(a, b)) in apart for a in one for b in two)


def _fit(one: Sequence[str], two: Sequence[str], alike: Mapping[Pair, Comparison], known: Mapping[str, Claim]) -> bool:
    """Whether two groups are one: enough pairs between them are alike, and all pairs inside one document."""
    pairs = [(a, b) for a in one for b in two]
    inside = [pair for pair in pairs if known[pair[0]].document_id == known[pair[1]].document_id]
    return sum(pair in alike for pair in pairs) >= _SHARE * len(pairs) and all(pair in alike for pair in inside)


def _best(event: str, events: Sequence[str], alike: Mapping[tuple[str, str], Comparison]) -> Comparison:
    found = [alike[(event, other)] for other in events if (event, other) in alike]
    return max(found, key=lambda each: (each.score, each.one, each.two))
