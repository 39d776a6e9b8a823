"""Comparing two events: each question is a small function that gives a score from -1 to 1 and its reason.

`WEIGHTS` is the whole of it: what counts, and how much. Weights and threshold were set by reading the pairs of
tests/cases/merge/pairs.yml, first half; the second half is measured only.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from selon.lexicon.world import named
from selon.merge.claim import Claim, Party, countries

Answer = tuple[float, str] | None
# Names are written differently by agencies (« Raïssi », "Raisi"): one person from this likeness on, in percent.
_ALIKE = 84
# Types whose two sides may be told either way round.
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "RETREAT"})
_NEAR_KM = 40.0
_FAR_KM = 150.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two events, how sure it is that they are one (0 to 1), and why."""

    one: str
    two: str
    score: float
    why: tuple[str, ...]


def compare(one: Claim, two: Claim) -> Comparison:
    """How sure it is that two events are one. What neither tells neither helps nor harms."""
    total, reasons = 0.0, []
    for question, weight in WEIGHTS.items():
        answer = question(one, two)
        if answer is not None:
            total += weight * answer[0]
            reasons.append(f"{answer[1]} ({weight * answer[0]:+.2f})")
    return Comparison(one.event_id, two.event_id, round(max(0.0, min(1.0, total)), 3), tuple(reasons))


def doers(one: Claim, two: Claim) -> Answer:
    """Whether the same side acts."""
    if one.type in _MUTUAL:
        return _parties(one, two, (*one.actors, *one.recipients), (*two.actors, *two.recipients), "parties")
    return _parties(one, two, one.actors, two.actors, "doer")


def targets(one: Claim, two: Claim) -> Answer:
    """Whether it is done to the same side."""
    return None if one.type in _MUTUAL else _parties(one, two, one.recipients, two.recipients, "target")


def _parties(claim: Claim, other: Claim, one: tuple[Party, ...], two: tuple[Party, ...], side: str) -> Answer:
    if not one or not two:
        return None
    alike = [(a, b) for a in one for b in two if _same_name(a, b) or _same_body(a, claim.lang, b, other.lang)]
    if alike:
        return (-0.6, "another partner") if _partners_differ(one, two, alike) else (1.0, f"same {side}")
    shared = countries(one) & countries(two)
    if shared:
        everyone = countries(one) | countries(two)
        return (1.0 if len(shared) > 1 or len(everyone) == 1 else 0.6), f"{side} of the same country"
    if countries(one) and countries(two):
        return -1.0, f"another {side}"
    return -0.2, f"{side} unclear"


def _partners_differ(one: tuple[Party, ...], two: tuple[Party, ...], alike: list[tuple[Party, Party]]) -> bool:
    """Whether each side has somebody whom the other does not have, of countries that have nothing in common."""
    mine = countries(party for party in one if party not in [a for a, _ in alike])
    theirs = countries(party for party in two if party not in [b for _, b in alike])
    return bool(mine and theirs) and not mine & countries(two) and not theirs & countries(one)


def _same_name(one: Party, two: Party) -> bool:
    if one.country and two.country and one.country != two.country:
        return False
    if one.kind in ("unnamed", "people") or two.kind in ("unnamed", "people"):
        return False
    last = (one.name.split()[-1].lower(), two.name.split()[-1].lower())
    return fuzz.token_set_ratio(one.name.lower(), two.name.lower()) >= _ALIKE or fuzz.ratio(*last) >= _ALIKE + 4


def _same_body(one: Party, lang: str, two: Party, other: str) -> bool:
    """Whether two names, perhaps of two languages, are one listed organisation (« l'ONU », "the United Nations")."""
    first, second = named(one.name, lang), named(two.name, other)
    if first is None or second is None:
        return False
    return any(each is other_entry for each in first.candidates for other_entry in second.candidates)


def days(one: Claim, two: Claim) -> Answer:
    """Whether the days fit; a day of publication says less than a date in the text."""
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return None
    gap = max((two.first - one.last).days, (one.first - two.last).days, 0)
    wide = max((one.last - one.first).days, (two.last - two.first).days)
    both = one.dated and two.dated
    if gap == 0:
        return (
            1.0 if both and wide <= 1 else 0.5 if wide <= 7 else 0.3
        ), "same day" if wide <= 1 else "days that overlap"
    if both:
        return (-0.3 if gap == 1 else -1.0), f"{gap} days apart"
    return (0.3 if gap == 1 else 0.1 if gap == 2 else -0.6), f"printed {gap} days apart"


def places(one: Claim, two: Claim) -> Answer:
    """Whether the places fit, as exactly as they are told."""
    if one.country is None or two.country is None:
        return None
    if one.country != two.country:
        return -0.7, "another country"
    exact = ("city", "site")
    if one.precision in exact and two.precision in exact:
        if one.place == two.place:
            return 1.0, f"both in {one.place}"
        apart = _kilometres(one, two)
        if apart is not None:
            return (0.6 if apart < _NEAR_KM else 0.0 if apart < _FAR_KM else -0.7), f"{apart:.0f} km apart"
    return 0.4, "same country"


def _kilometres(one: Claim, two: Claim) -> float | None:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(two.lat)
    turn = math.radians(two.lon - one.lon)
    inner = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return 6371.0 * math.acos(max(-1.0, min(1.0, inner)))


def kinds(one: Claim, two: Claim) -> Answer:
    """Whether mode and CAMEO code are the same; the type is (blocking saw to that)."""
    if one.mode and two.mode and one.mode != two.mode:
        return -0.6, f"{one.mode}, not {two.mode}"
    if one.cameo == two.cameo:
        return 1.0, "same kind"
    return (0.5, "kindred") if one.cameo[:2] == two.cameo[:2] else (0.0, "other kind")


def numbers(one: Claim, two: Claim) -> Answer:
    """Whether a figure is the same; figures that differ say little, they grow during a day."""
    for mine in one.numbers:
        for theirs in two.numbers:
            if mine.what == theirs.what and mine.low is not None and theirs.low is not None:
                same = mine.low == theirs.low
                return (1.0, f"same number of {mine.what}") if same else (-0.2, f"other number of {mine.what}")
    return None


def plans(one: Claim, two: Claim) -> Answer:
    """A plan and a deed are two things; an assertion and its denial are one."""
    open_ = ("future", "conditional", "hypothetical")
    if (one.factuality in open_) != (two.factuality in open_):
        return -1.0, "a plan and a deed"
    return None


WEIGHTS: dict[Callable[[Claim, Claim], Answer], float] = {
    doers: 0.30,
    targets: 0.22,
    days: 0.22,
    places: 0.20,
    kinds: 0.14,
    numbers: 0.12,
    plans: 0.50,
}
