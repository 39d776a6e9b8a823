"""Groups of events → the rows of `stories`, `story_events` and `disagreements`."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from selon.merge.claim import Claim, Party
from selon.merge.cluster import Group
from selon.merge.disagree import disagreements

Rows = dict[str, list[dict[str, object]]]
_PRECISE = ("site", "city", "region", "border", "sea", "country", "continent")
_STATE = 3  # letters of a country's code


def tell(groups: Sequence[Group], known: Mapping[str, Claim], reprints: Mapping[str, str]) -> Rows:
    """The rows of all stories; `reprints` gives the document that a document copies."""
    rows: Rows = {"stories": [], "story_events": [], "disagreements": []}
    for group in groups:
        claims = [known[event] for event in group.events]
        story_id = hashlib.blake2b("\n".join(group.events).encode(), digest_size=8).hexdigest()
        rows["stories"].append(_story(story_id, claims, reprints))
        rows["story_events"] += [_member(story_id, claim, group, reprints) for claim in claims]
        rows["disagreements"] += [
            {
                "story_id": story_id,
                "field": each.field,
                "version": each.version,
                "event_id": each.claim.event_id,
                "document_id": each.claim.document_id,
                "publisher": each.claim.publisher,
                "source": each.claim.source,
            }
            for each in disagreements(claims)
        ]
    return rows


def _member(story_id: str, claim: Claim, group: Group, reprints: Mapping[str, str]) -> dict[str, object]:
    link = group.links[claim.event_id]
    return {
        "story_id": story_id,
        "event_id": claim.event_id,
        "document_id": claim.document_id,
        "copy_of": reprints.get(claim.document_id),
        "score": link.score,
        "why": "; ".join(link.why),
    }


def _story(story_id: str, claims: Sequence[Claim], reprints: Mapping[str, str]) -> dict[str, object]:
    documents = {claim.document_id for claim in claims}
    days = [day for claim in claims if claim.dated for day in (claim.first, claim.last) if day is not None]
    days = days or [claim.first for claim in claims if claim.first is not None]
    best = max(
        claims, key=lambda each: (not each.background, each.factuality == "asserted", each.confidence, each.event_id)
    )
    place = _place(claims)
    return {
        "story_id": story_id,
        "type": best.type,
        "mode": _most(claim.mode for claim in claims),
        "headline": best.sentence,
        "actors": _names([claim.actors for claim in claims]),
        "recipients": _names([claim.recipients for claim in claims]),
        "first_day": min(days).isoformat() if days else None,
        "last_day": max(days).isoformat() if days else None,
        "place": place.place if place else None,
        "country": place.country if place else _most(claim.country for claim in claims),
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "events": len(claims),
        "documents": len(documents),
        "publishers": len({claim.publisher for claim in claims if claim.publisher}),
        "independent": len({reprints.get(document, document) for document in documents}),
        "asserted": sum(claim.factuality == "asserted" for claim in claims),
        "denied": sum(claim.factuality in ("denied", "negated") for claim in claims),
    }


def _place(claims: Sequence[Claim]) -> Claim | None:
    """A claim with the place that is most precise and, among those, told most often."""
    told = [claim for claim in claims if claim.place is not None and claim.precision in _PRECISE]
    often = Counter(claim.place for claim in told)
    return min(
        told, key=lambda each: (_PRECISE.index(str(each.precision)), -often[each.place], each.event_id), default=None
    )


def _names(sides: Sequence[Sequence[Party]]) -> str | None:
    """The parties, those that most events name first; one name for one code, and none for who is told without a state
    where another of the same sectors has one ("a Russian bomber", « un avion militaire »)."""
    names: dict[str, Counter[str]] = {}
    for side in sides:
        for party in side:
            names.setdefault(party.code or party.name.lower(), Counter())[party.name] += 1
    stateless = {code for code in names if any(other[_STATE:] == code for other in names)}
    named = [found for code, found in names.items() if code not in stateless]
    ordered = sorted(named, key=lambda each: (-each.total(), min(each)))
    best = (max(each, key=lambda name: (each[name], name)) for each in ordered)
    return ", ".join(list(dict.fromkeys(best))[:4]) or None


def _most(values: object) -> str | None:
    counted = Counter(value for value in values if value)  # type: ignore[attr-defined]
    return str(max(counted, key=lambda value: (counted[value], value))) if counted else None
