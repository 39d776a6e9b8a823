"""What an act makes of the deed that it governs: "promised to send aid" is an agreement, "began to shell" an assault.

An act, its reading and a deed come in, one event goes out, or None where both together are none. Reads
`world/compose.yml`.
"""

from dataclasses import replace

from selon.extract.events.found import FoundEvent, event_of, trigger_of
from selon.extract.events.frames import Act
from selon.extract.events.match import Match
from selon.extract.events.roles import Reading, others
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.clause import brings_about, is_forgone, is_passive
from selon.parse.tree import Token

_PRAISE = "051"
# Acts that turn into forgoing where the deed is negated: "promised not to attack".
_WILLING = (Act.PROMISE, Act.APPROVE, Act.PLAN)
# So near to the verb above it stands a deed whose words belong to the wording of both.
_BESIDE = 6


def applied(act: Act, reading: Reading, deed: FoundEvent, scene: Scene) -> FoundEvent | None:
    """A deed under an act: what both amount to, or for `cause` the deed itself, told by the verb above it."""
    top = reading.match.top
    if act is Act.DEMAND and _is_wished(top, deed, scene):
        act = Act.PLAN
    if act is Act.DEMAND and _is_too_late(reading.match, scene):
        act = Act.REPROACH
    if act is Act.PLAN and _is_undergone(reading, deed):
        return replace(deed, deed=top)  # « doit être placé sur la liste des sanctions »: he plans nothing
    composed = scene.line.lexicon.composed
    if act is Act.CAUSE or (act is Act.DECIDE and (act, deed.type) not in composed):
        return _caused(act, reading, deed, scene)
    if act in (Act.PLAN, Act.DEMAND) and _is_said_so(top, deed):
        return replace(deed, actors=reading.roles.actors or deed.actors, performed=True)
    forgone = act in _WILLING and is_forgone(deed.head)
    whole = composed.get((Act.FORGO if forgone else act, deed.type))
    if whole is None:
        return None
    alone = event_of(reading, scene, whole.type, whole.cameo, whole.mode)
    contexts = tuple(dict.fromkeys((*deed.contexts, *alone.contexts)))
    recipients = _recipients(act, reading, deed)
    return replace(alone, deed=deed.deed, contexts=contexts, recipients=recipients, whose=deed.whose)


def _caused(act: Act, reading: Reading, deed: FoundEvent, scene: Scene) -> FoundEvent:
    """The deed, told by the verb that begins, tries or orders it; the deed as it is where the verb adds no doer."""
    top, doers = reading.match.top, reading.roles.actors
    if brings_about(top, deed.head) or not (deed.nominal or doers):
        return deed
    if act is Act.DECIDE and top.base == "acl" and deed.head in top.ancestors():
        return replace(deed, actors=deed.actors or doers)  # « un gel des avoirs, décidé par X »
    actors = others(doers, deed.recipients) or deed.actors
    if _is_forced_on(reading, deed):
        deed = replace(deed, actors=doers, recipients=deed.actors)
    return replace(
        deed,
        head=top,
        trigger=_trigger(reading.match, deed),
        actors=actors if deed.nominal or not deed.actors else deed.actors,
        recipients=deed.recipients or others(reading.roles.recipients, actors),
        strength=max(deed.strength, event_of(reading, scene, deed.type, deed.cameo, deed.mode).strength),
        nominal=False,
    )


def _trigger(match: Match, deed: FoundEvent) -> tuple[Token, ...]:
    """The words of a verb, with those of the deed that stands near it."""
    if abs(deed.head.i - match.top.i) > _BESIDE:
        return trigger_of(match)
    return tuple(sorted({*trigger_of(match), *deed.trigger}, key=lambda token: token.i))


def _is_undergone(reading: Reading, deed: FoundEvent) -> bool:
    """Whether the subject of a modal is the one to whom the deed is done, by others."""
    doers = set(reading.roles.actors)
    below = deed.head.base == "xcomp" or deed.head is reading.match.top
    return below and is_passive(deed.head) and bool(doers) and doers <= set(deed.recipients)


def _is_forced_on(reading: Reading, deed: FoundEvent) -> bool:
    """Whether who does a deed of force by the tree is the one to whom it is done: whom the verb above is put to."""
    doers = set(reading.roles.actors)
    undergone = doers <= set(deed.recipients)  # « viennent de se faire arrêter par la police »
    coerced = deed.type is EventType.COERCE and set(deed.actors) <= set(reading.roles.recipients)
    return coerced and bool(deed.actors) and bool(doers) and not undergone


def _is_wished(verb: Token, deed: FoundEvent, scene: Scene) -> bool:
    """Whether somebody wants to do it and asks it of nobody: "wants to oust the government"."""
    wishing = scene.line.lexicon.classes.get("wishing", frozenset())
    own = deed.head.head is verb and deed.head.base == "xcomp" and deed.head.first("nsubj") is None
    return own and verb.first("obj", "iobj") is None and not scene.line.words(verb).isdisjoint(wishing)


def _is_too_late(match: Match, scene: Scene) -> bool:
    """Whether somebody says what others should have done, or not have done: "should never have arrested them"."""
    owed = scene.line.lexicon.classes.get("owed", frozenset())
    perfect = any(each.lemma.lower() == "have" for each in match.top.all("aux"))
    return perfect and any(not scene.line.words(each).isdisjoint(owed) for each in match.tokens)


def _is_said_so(verb: Token, deed: FoundEvent) -> bool:
    """Whether who wants to do it does it by these words: « je tiens à remercier la France », "I want to thank"."""
    words = (deed.type is EventType.SUPPORT and deed.cameo == _PRAISE) or deed.type is EventType.ACCUSE
    own = deed.head.head is verb and not deed.nominal and not is_forgone(deed.head) and verb.first("obj") is None
    speaks = (verb, *verb.all("aux", "cop"), *verb.all("nsubj"))
    return words and own and any(each.is_("Person", "1") for each in speaks)


def _recipients(act: Act, reading: Reading, deed: FoundEvent) -> tuple[str, ...]:
    """Whom a promise, refusal, demand or threat is made to: who is addressed, else who the deed is about."""
    own = () if reading.roles.guessed and not deed.nominal else reading.roles.recipients
    doers = others(deed.actors, reading.roles.actors)
    targets = others(deed.recipients, reading.roles.actors)
    if act in (Act.DEMAND, Act.PREVENT):
        return own or doers or targets or reading.roles.recipients
    if act in (Act.REFUSE, Act.HALT):
        return targets or own or doers or reading.roles.recipients
    return own or targets or doers or reading.roles.recipients
