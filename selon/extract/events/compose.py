"""Intents combined with the deeds in their complements, and what an event leaves of the others in its sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selon.extract.events.attribute import is_attribute
from selon.extract.events.found import FoundEvent, deed_of, event_of, trigger_of
from selon.extract.events.frames import Act, Intent, Need
from selon.extract.events.match import Match
from selon.extract.events.merge import follows, merged
from selon.extract.events.readings import readings
from selon.extract.events.roles import Reading
from selon.extract.events.sift import (
    accused,
    distance_to,
    is_worded,
    once,
    unspoken,
    without_demands,
    without_ended,
    without_victims,
)
from selon.extract.events.slots import Scene
from selon.extract.events.told import is_told
from selon.model.ontology import EventType
from selon.parse.clause import brings_about, is_forgone, is_modal, is_passive, is_verb, logical_subjects
from selon.parse.tree import Token

__all__ = ["FoundEvent", "events_of"]

_PRAISE = "051"
# How far below an intent a deed may stand that is only named: « propose une aide », « exige la fin de la guerre ».
# What is begun, tried or ordered stands this many steps below the verb; a longer way leads into another deed.
_CLOSE, _FAR = 2, 8
_NEAR = 2
# Acts that turn into forgoing where the deed is negated: "promised not to attack".
_WILLING = (Act.PROMISE, Act.APPROVE, Act.PLAN)
_WITH = ("with", "avec")
_HAD_TO = ("dû",)
_ENDING = ("in", "with", "amid", "without")


def events_of(matches: Iterable[Match], scene: Scene) -> list[FoundEvent]:
    """The events of one sentence, in text order; none where it is about a film or a match."""
    if _is_fiction(scene):
        return []
    deeds, intents, loose = readings(matches, scene)
    told = [is_told(reading, scene) for reading in deeds]
    found = [deed_of(reading, scene) for reading, is_so in zip(deeds, told, strict=True) if is_so]
    others = [reading for reading, is_so in zip(deeds, told, strict=True) if not is_so]
    rest = [reading for reading in (*others, *loose) if not is_attribute(reading.match.top)]  # "the ousted king"
    untold = [deed_of(reading, scene) for reading in rest]
    waiting: list[Reading] = []
    for reading in sorted(intents, key=_order):
        if _is_heard(reading) and _deed_below(reading.match, found, untold, scene) is None:
            waiting.append(reading)  # "said that X must agree to …": the deed is an intent itself
        else:
            found, untold = _combine(reading, found, untold, scene)
    for reading in waiting:
        found, untold = _combine(reading, found, untold, scene)
    found = unspoken([*found, *accused(untold, found)], scene)
    found = merged(without_ended(once(_without_purposes(without_demands(found), scene))), scene)
    found = without_victims(found, [*found, *untold], scene)
    found = [replace(event, recipients=event.recipients or _belongs(event)) for event in found]
    return sorted(found, key=lambda event: (event.head.i, event.rule))


def _belongs(event: FoundEvent) -> tuple[str, ...]:
    """To whom belongs what an event is done to, without its doers."""
    return tuple(each for each in event.whose if each not in event.actors)


def _is_said_so(verb: Token, deed: FoundEvent) -> bool:
    """Whether who wants to do it does it by these words: « je tiens à remercier la France », "I want to thank"."""
    words = (deed.type is EventType.SUPPORT and deed.cameo == _PRAISE) or deed.type is EventType.ACCUSE
    own = deed.head.head is verb and not deed.nominal and not is_forgone(deed.head) and verb.first("obj") is None
    speaks = (verb, *verb.all("aux", "cop"), *verb.all("nsubj"))
    return words and own and any(each.is_("Person", "1") for each in speaks)


def _is_heard(reading: Reading) -> bool:
    """Whether an intent lies in what somebody says."""
    return Need.SOURCE in reading.match.pattern.frame.needs


def _is_fiction(scene: Scene) -> bool:
    """Whether the doer of the main clause is a work or a game."""
    fiction = scene.line.lexicon.classes.get("fiction", frozenset())
    roots = [token for token in scene.line.tokens if token.head is None and is_verb(token)] if fiction else []
    return any(scene.line.words(each) & fiction for root in roots for each in logical_subjects(root))


def _combine(
    reading: Reading, found: list[FoundEvent], untold: list[FoundEvent], scene: Scene
) -> tuple[list[FoundEvent], list[FoundEvent]]:
    """The events with an intent applied to the nearest deed in its complement, or standing alone."""
    intent = reading.match.pattern.frame
    assert isinstance(intent, Intent)
    deed = _deed_below(reading.match, found, untold, scene)
    if deed is not None and Need.SOURCE in intent.needs and deed.type is EventType.CONSULT:
        return found, untold
    if deed is not None and intent.act is Act.PLAN and (_is_of_others(reading, deed) or _is_past(reading.match.top)):
        return found, untold
    if deed is not None and Need.OWN in intent.needs and not _is_own_to_come(reading, deed, scene):
        return found, untold
    if deed is not None:
        event = _applied(intent.act, reading, deed, scene)
        if event is None:
            return found, untold
        if Need.SOURCE in intent.needs:
            return [*found, event], untold
        rest = [each for each in found if each is not deed]
        told = event.actors or event.recipients or event.powers
        return ([*rest, event] if told else found), [each for each in untold if each is not deed]
    if intent.alone is None or intent.cameo is None or not is_told(reading, scene):
        return found, untold
    return [*found, event_of(reading, scene, intent.alone, intent.cameo, intent.mode)], untold


def _is_of_others(reading: Reading, deed: FoundEvent) -> bool:
    """Whether who does not rule out a deed leaves it to others: « n'excluent plus que le président parte »."""
    clause = deed.head.base == "ccomp" and deed.head.head is reading.match.top and bool(deed.head.all("nsubj"))
    return clause and bool(deed.actors) and not set(deed.actors) & set(reading.roles.actors)


def _is_past(verb: Token) -> bool:
    """Whether somebody had to do it and did: « a dû larguer des vivres »."""
    return verb.lower in _HAD_TO and verb.first("aux") is not None


def _is_wished(verb: Token, deed: FoundEvent, scene: Scene) -> bool:
    """Whether somebody wants to do it and asks it of nobody: "wants to oust the government"."""
    wishing = scene.line.lexicon.classes.get("wishing", frozenset())
    own = deed.head.head is verb and deed.head.base == "xcomp" and deed.head.first("nsubj") is None
    return own and verb.first("obj", "iobj") is None and not scene.line.words(verb).isdisjoint(wishing)


def _is_own_to_come(reading: Reading, deed: FoundEvent, scene: Scene) -> bool:
    """Whether a deed is to come and of the same doer: "warned (that) it would respond"."""
    to_come = scene.line.lexicon.classes.get("to_come", frozenset())
    open_ = deed.head.is_("VerbForm", "Inf") or any(each.lower in to_come for each in deed.head.all("aux"))
    return open_ and bool(set(deed.actors) & set(reading.roles.actors))


def _applied(act: Act, reading: Reading, deed: FoundEvent, scene: Scene) -> FoundEvent | None:
    """A deed under an act: what both amount to, or for `cause` the deed itself, told by the verb above it."""
    if act is Act.DEMAND and _is_wished(reading.match.top, deed, scene):
        act = Act.PLAN
    composed = scene.line.lexicon.composed.get((act, deed.type))
    if act is Act.CAUSE or (act is Act.DECIDE and composed is None):
        if brings_about(reading.match.top, deed.head) or not (deed.nominal or reading.roles.actors):
            return deed
        if act is Act.DECIDE and reading.match.top.base == "acl" and deed.head in reading.match.top.ancestors():
            return replace(deed, actors=deed.actors or reading.roles.actors)  # « un gel des avoirs, décidé par X »
        trigger = tuple(sorted({*trigger_of(reading.match), *deed.trigger}, key=lambda token: token.i))
        actors = tuple(each for each in reading.roles.actors if each not in deed.recipients) or deed.actors
        coerced = (
            deed.type is EventType.COERCE and bool(deed.actors) and set(deed.actors) <= set(reading.roles.recipients)
        )
        undergone = set(reading.roles.actors) <= set(deed.recipients)  # « viennent de se faire arrêter par la police »
        if coerced and reading.roles.actors and not undergone:
            deed = replace(deed, actors=reading.roles.actors, recipients=deed.actors)
        near = abs(deed.head.i - reading.match.top.i) <= 6
        return replace(
            deed,
            head=reading.match.top,
            trigger=trigger if near else trigger_of(reading.match),
            actors=actors if deed.nominal or not deed.actors else deed.actors,
            recipients=deed.recipients or tuple(each for each in reading.roles.recipients if each not in actors),
            confidence=max(deed.confidence, event_of(reading, scene, deed.type, deed.cameo, deed.mode).confidence),
            nominal=False,
        )
    if act in (Act.PLAN, Act.DEMAND) and _is_said_so(reading.match.top, deed):
        return replace(deed, actors=reading.roles.actors or deed.actors, performed=True)
    forgone = act in _WILLING and is_forgone(deed.head)
    composed = scene.line.lexicon.composed.get((Act.FORGO if forgone else act, deed.type))
    if composed is None:
        return None
    alone = event_of(reading, scene, composed.type, composed.cameo, composed.mode)
    contexts = tuple(dict.fromkeys((*deed.contexts, *alone.contexts)))
    recipients = _recipients(act, reading, deed)
    return replace(alone, deed=deed.deed, contexts=contexts, recipients=recipients, whose=deed.whose)


def _recipients(act: Act, reading: Reading, deed: FoundEvent) -> tuple[str, ...]:
    """Whom a promise, refusal, demand or threat is made to: who is addressed, else who the deed is about."""
    own = () if reading.roles.guessed and not deed.nominal else reading.roles.recipients
    doers = tuple(each for each in deed.actors if each not in reading.roles.actors)
    targets = tuple(each for each in deed.recipients if each not in reading.roles.actors)
    if act in (Act.DEMAND, Act.PREVENT):
        return own or doers or targets or reading.roles.recipients
    if act in (Act.REFUSE, Act.HALT):
        return targets or own or doers or reading.roles.recipients
    return own or targets or doers or reading.roles.recipients


def _deed_below(
    match: Match, told: Sequence[FoundEvent], untold: Sequence[FoundEvent], scene: Scene
) -> FoundEvent | None:
    """The deed that an intent governs: in its complement or object, nearest to it, and not past another clause."""
    top = match.top
    if _ends_in(match):
        return None
    inside = {token.i for token in match.tokens}
    found = [*told, *untold]
    farthest = _CLOSE if isinstance(match.pattern.frame, Intent) and match.pattern.frame.act is Act.CAUSE else _FAR
    best: tuple[int, FoundEvent] | None = None
    for event in found:
        if Need.SOURCE in event.needs and intent_is_cause(match):
            continue  # « Donnez-nous des chars », a lancé X: what is said is not begun
        if event.nominal and intent_is_cause(match) and _circumstance(event.head, top, scene):
            continue
        if event.nominal and _is_agreed_with(event.head, match, scene):
            continue
        if event.nominal and _is_beside_complement(event.head, match, scene):
            continue
        if event.nominal and _is_ending(event.head, match):
            continue
        if not event.nominal and (event.head.rel == "amod" or _is_aside(event.head, top, scene)):
            continue  # "prepared to swap captured officers"
        if event.head.i in inside or (event.head.i == top.i and not is_modal(match.tokens[0])):
            continue
        if is_worded(event) and event.head.head is not None and event.head.head.i in inside:
            continue
        distance = 0 if event.head.i == top.i else distance_to(event.head, top, inside)
        if distance is not None and distance > (_NEAR if event.nominal and event in untold else farthest):
            continue
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, event)
    return best[1] if best is not None else _deed_behind(match, found, scene)


def _is_agreed_with(deed: Token, match: Match, scene: Scene) -> bool:
    """Whether somebody only shares the view of a deed: "agreed with police warnings" promises none."""
    frame = match.pattern.frame
    return isinstance(frame, Intent) and frame.act in _WILLING and scene.line.link(deed)[0] in _WITH


def _is_beside_complement(deed: Token, match: Match, scene: Scene) -> bool:
    """Whether a deed is only the occasion of a promise whose own deed stands in an infinitive or a clause.

    « S'est engagé à fournir des radars, face aux incursions répétées ».
    """
    frame, top = match.pattern.frame, match.top
    if not isinstance(frame, Intent) or frame.act not in _WILLING or top.first("xcomp", "ccomp") is None:
        return False
    return deed.base == "obl" and deed.head is top and _circumstance(deed, top, scene)


def _is_aside(deed: Token, top: Token, scene: Scene) -> bool:
    """Whether a deed stands in a clause of time or cause beside what an intent governs: "agreed to form a panel months
    after villagers protested"."""
    aside = scene.line.lexicon.classes.get("aside", frozenset())
    for token in [deed, *deed.ancestors()]:
        if token is top:
            return False
        leads = [*token.all("mark", "case"), *(each for noun in token.all("nsubj") for each in noun.all("case"))]
        if token.base in ("advcl", "acl", "ccomp") and any(each.lower in aside for each in leads):
            return True
    return False


def _is_ending(deed: Token, match: Match) -> bool:
    """Whether a deed is what ends something else: « la réconciliation tourne une page », « l'accord met fin à … »."""
    frame, top = match.pattern.frame, match.top
    halts = isinstance(frame, Intent) and frame.act is Act.HALT and is_verb(top) and not is_passive(top)
    return halts and deed.base == "nsubj" and deed.head is top and top.first("obj", "iobj") is not None


def _ends_in(match: Match) -> bool:
    """Whether a verb of ending has no object but a phrase: "the march ended in clashes" ends none."""
    frame, verb = match.pattern.frame, match.top
    behind = [each for each in verb.parse.tokens[verb.i + 1 : verb.i + 3] if each.pos != "ADV"]
    halts = isinstance(frame, Intent) and frame.act is Act.HALT and len(match.tokens) == 1
    return halts and is_verb(verb) and bool(behind) and behind[0].lower in _ENDING


def intent_is_cause(match: Match) -> bool:
    """Whether the intent only tells that a deed begins, goes on or is tried."""
    frame = match.pattern.frame
    return isinstance(frame, Intent) and frame.act is Act.CAUSE


def _circumstance(deed: Token, top: Token, scene: Scene) -> bool:
    """Whether a modifier that is no argument lies between a deed and what governs it (« en cas d'attaque », « a
    commencé après l'attaque »)."""
    barred = scene.line.lexicon.classes.get("barred", frozenset())
    aside = scene.line.lexicon.classes.get("aside", frozenset())
    for token in [deed, *deed.ancestors()]:
        if token is top:
            return False
        link = scene.line.link(token)[0]
        if (
            token.rel == "obl:mod"
            or (token.base == "obl" and link in barred)
            or (token.base == "nmod" and link in aside)
        ):
            return True
    return False


def _deed_behind(match: Match, found: Sequence[FoundEvent], scene: Scene) -> FoundEvent | None:
    """The deed that follows an intent in the row of words: an infinitive, or a noun without a verb before it."""
    inside = {token.i for token in match.tokens}
    behind = {token.i for token in scene.line.after(match.tokens[-1])}
    for event in sorted(found, key=lambda each: each.head.i):
        shared = event.nominal and _is_agreed_with(event.head, match, scene)
        if event.head.i in behind and event.head.i not in inside and not shared:
            infinitive = event.head.is_("VerbForm", "Inf")
            return event if infinitive or (event.nominal and not governed_between(event.head, match)) else None
    return None


def governed_between(token: Token, match: Match) -> bool:
    """Whether a verb stands between a match and a token behind it."""
    last = match.tokens[-1]
    return any(is_verb(each) for each in token.parse.tokens[last.i + 1 : token.i])


def _order(reading: Reading) -> tuple[int, bool]:
    """Intents from the inside out; what needs a source first, since it leaves the deed to others."""
    return -sum(1 for _ in reading.match.top.ancestors()), Need.SOURCE not in reading.match.pattern.frame.needs


def _without_purposes(events: list[FoundEvent], scene: Scene) -> list[FoundEvent]:
    """Without the infinitives that tell what a deed of the same type was for; whom they name, the deed is done to.

    "Phoned him to discuss the crisis", "went on strike to protest the arrests".
    """
    kept: list[FoundEvent] = []
    for event in events:
        purpose = next((other for other in events if other is not event and _is_purpose(other, event, scene)), None)
        if purpose is not None and not event.recipients:
            others = tuple(each for each in purpose.recipients if each not in event.actors)
            event = replace(event, recipients=others)
        if not any(_is_purpose(event, other, scene) for other in events if other is not event):
            kept.append(event)
    return kept


def _is_purpose(event: FoundEvent, main: FoundEvent, scene: Scene) -> bool:
    infinitive = (
        not follows(event, scene) and event.head.is_("VerbForm", "Inf") and event.head.base in ("advcl", "xcomp", "acl")
    )
    below = any(each is main.head or each in main.trigger for each in [event.head.head] if each is not None)
    return event.type is main.type and infinitive and below and event.head.i > main.head.i
