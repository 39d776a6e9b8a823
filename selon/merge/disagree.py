"""Where the documents of a story differ: who asserts and who denies, figures, doers, places, days, words for a party."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from selon.merge.claim import Claim, countries

_DENIES = ("denied", "negated")
_NAMELESS = ("unnamed", "armed_group", "people", "military")


@dataclass(frozen=True, slots=True)
class Version:
    """What one event says on one point (`field`) that is contested."""

    field: str
    version: str
    claim: Claim


def disagreements(claims: Sequence[Claim]) -> Iterator[Version]:
    """The versions on every point on which at least two events of a story differ."""
    yield from _differ("factuality", claims, _factuality)
    for what in sorted({number.what for claim in claims for number in claim.numbers}):
        yield from _numbers(what, claims)
    yield from _differ("doer", claims, _doer)
    yield from _differ("place", claims, _place)
    yield from _differ("time", claims, _time)
    yield from _wording(claims)


def _differ(field: str, claims: Sequence[Claim], told: Callable[[Claim], str | None]) -> Iterator[Version]:
    versions = [(told(claim), claim) for claim in claims]
    if len({version for version, _ in versions if version}) > 1:
        yield from (Version(field, version, claim) for version, claim in versions if version)


def _factuality(claim: Claim) -> str | None:
    return "denied" if claim.factuality in _DENIES else "asserted" if claim.factuality == "asserted" else None


def _doer(claim: Claim) -> str | None:
    """The countries of the doers; of both sides where the event is mutual."""
    found = countries(claim.actors)
    return ", ".join(sorted(found)) if found and claim.type not in ("CONSULT", "AGREE", "COOPERATE") else None


def _place(claim: Claim) -> str | None:
    return claim.place if claim.precision in ("city", "site") else None


def _time(claim: Claim) -> str | None:
    return claim.first.isoformat() if claim.dated and claim.first is not None and claim.first == claim.last else None


def _numbers(what: str, claims: Sequence[Claim]) -> Iterator[Version]:
    """Figures that cannot both be true, best as each text words them."""
    told = [(number, claim) for claim in claims for number in claim.numbers if number.what == what]
    ranges = [(number.low or 0.0, number.high if number.high is not None else number.low or 0.0) for number, _ in told]
    if ranges and max(low for low, _ in ranges) > min(high for _, high in ranges):
        yield from (Version(f"number of {what}", number.text, claim) for number, claim in told)


def _wording(claims: Sequence[Claim]) -> Iterator[Version]:
    """How each names parties without a name of their own (« groupes armés », « terroristes », « rebelles »)."""
    for side in ("actors", "recipients"):
        told = [(party.name, claim) for claim in claims for party in getattr(claim, side) if party.kind in _NAMELESS]
        same_language: dict[str, list[tuple[str, Claim]]] = {}
        for name, claim in told:
            same_language.setdefault(claim.lang, []).append((name, claim))
        for versions in same_language.values():
            if (
                len({name.lower() for name, _ in versions}) > 1
                and len({claim.document_id for _, claim in versions}) > 1
            ):
                yield from (Version(f"wording of the {side}", name, claim) for name, claim in versions)
