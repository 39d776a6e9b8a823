"""The same deed told twice in one document: lead and body, two sources."""

from selon.extract.draft import Draft
from selon.model.ontology import Factuality

_OPEN = (Factuality.FUTURE, Factuality.CONDITIONAL, Factuality.HYPOTHETICAL)


def link_same(drafts: list[Draft]) -> None:
    """Sets `same_as` to the first telling, and lends each telling the participants that only another one names.

    Two events are one deed when type, mode and frame agree, a doer (or, without doers, a target) is shared, and
    nothing that both tell differs: other targets, time, place, or a telling as fact against one as plan.
    """
    for i, later in enumerate(drafts):
        for earlier in drafts[:i]:
            if earlier.same_as is None and _same(earlier, later):
                later.same_as = earlier
                _lend(earlier, later)
                _lend(later, earlier)
                break


def _same(earlier: Draft, later: Draft) -> bool:
    if (earlier.type, earlier.mode) != (later.type, later.mode) or earlier.found.rule != later.found.rule:
        return False
    if earlier.head.sentence_i == later.head.sentence_i:
        return False
    if (earlier.factuality in _OPEN) != (later.factuality in _OPEN) or earlier.background != later.background:
        return False
    return _parties_agree(earlier, later) and _circumstances_agree(earlier, later)


def _parties_agree(earlier: Draft, later: Draft) -> bool:
    doers = set(earlier.actors) & set(later.actors)
    if bool(earlier.actors) and bool(later.actors) and not doers:
        return False
    targets = set(earlier.recipients) & set(later.recipients)
    if bool(earlier.recipients) and bool(later.recipients) and not targets:
        return False
    return bool(doers) or (bool(targets) and not (earlier.actors and later.actors))


def _circumstances_agree(earlier: Draft, later: Draft) -> bool:
    if _words(earlier) != _words(later):
        return False
    if earlier.time is not None and later.time is not None and earlier.time.value != later.time.value:
        return False
    one, two = earlier.place, later.place
    return one is None or two is None or one.name == two.name or one.country == two.country


def _words(draft: Draft) -> str:
    return draft.found.deed.lemma.lower()


def _lend(giver: Draft, taker: Draft) -> None:
    if not taker.recipients:
        taker.recipients = tuple(each for each in giver.recipients if each not in taker.actors)
    if not taker.actors:
        taker.actors = tuple(each for each in giver.actors if each not in taker.recipients)
