"""One deed that a sentence tells with two words, as one event.

« une attaque a fait dix morts », « annonce avoir durci ses sanctions ».
"""

from collections.abc import Iterable
from dataclasses import replace

from selon.extract.events.found import FoundEvent
from selon.extract.events.frames import Need
from selon.extract.events.roles import others
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.clause import antecedent, preposition
from selon.parse.tree import Token

# Deeds whose noun may do, or be done in, what the verb tells as another deed of the same type.
_SHOWN = (EventType.PROTEST, EventType.COERCE)
_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.PROTEST)
_WHERE = ("où", "where")


def merged(events: Iterable[FoundEvent], scene: Scene) -> list[FoundEvent]:
    """The events, without those that another one tells with more of its circumstances."""
    kept = list(events)
    for event in list(kept):
        rest = [each for each in kept if each is not event]
        verb = next((each for each in rest if _is_told_by(event, each, scene)), None)
        outcome = next(
            (each for each in rest if _is_occasion(event, each, scene) or _is_outcome(event, each, scene)), None
        )
        if verb is not None:
            kept = [_joined(each, event) if each is verb else each for each in rest]
        elif outcome is not None:
            both = _joined(outcome, event)
            others = tuple(each for each in event.recipients if each not in (*both.actors, *both.recipients))
            both = replace(both, recipients=(*both.recipients, *others))
            kept = [both if each is outcome else each for each in rest]
        elif any(_adds_nothing(event, each) for each in rest):
            kept = rest
    return kept


def _adds_nothing(event: FoundEvent, other: FoundEvent) -> bool:
    """Whether an event only announces, aims, colours or counts on what another one tells."""
    return (
        _is_claimed(event, other)
        or _is_announced(event, other)
        or _is_object(event, other)
        or _is_manner(event, other)
        or _goes_on(event, other)
        or _only_comes(event, other)
    )


def _is_claimed(event: FoundEvent, other: FoundEvent) -> bool:
    """Whether a deed of nobody shares its words with one of somebody (« a revendiqué l'attaque lancée lundi »)."""
    shared = event.type is other.type and bool(set(event.trigger) & set(other.trigger))
    return shared and not event.actors and bool(other.actors) and set(event.recipients) <= set(other.recipients)


def _is_told_by(event: FoundEvent, verb: FoundEvent, scene: Scene) -> bool:
    """Whether a noun of violence is the subject of a verb of violence, or what happens in its course."""
    noun = _noun(event)
    if event.type is not verb.type or event.type not in _FORCE or noun is None or verb.nominal:
        return False
    if verb.head.rel == "acl:relcl" and verb.head.head is noun and noun in _subjects(verb):
        return _agree(event.actors, verb.actors)  # « une bataille qui a fait douze morts »
    if noun.head not in verb.head.conjuncts() or event.head is verb.head or not _agree(event.actors, verb.actors):
        return False
    if noun.base == "nsubj":  # "the bombing near Samarra killed a soldier"
        return True
    within = scene.line.lexicon.classes.get("within", frozenset())
    inside = noun.base == "obl" and preposition(noun).split(" ")[0] in within
    return inside and bool(event.actors or verb.actors or _agree(event.recipients, verb.recipients))


def _subjects(verb: FoundEvent) -> list[Token]:
    """What a verb's subjects stand for: the noun before a relative pronoun is meant by it."""
    return [antecedent(each) for each in verb.head.all("nsubj")]


def _is_occasion(attack: FoundEvent, harm: FoundEvent, scene: Scene) -> bool:
    """Whether a clause of time or place says who did the harm over it: "were killed when gunmen attacked"."""
    clause = attack.head
    if not (attack.type is harm.type is EventType.ASSAULT) or harm.actors or not attack.actors or attack.nominal:
        return False
    below = clause.base == "advcl" and clause.head is harm.head and clause.i > harm.head.i
    leads = scene.line.lexicon.classes.get("meanwhile", frozenset())
    there = below or (clause.rel == "acl:relcl" and clause.head in harm.head.all("obl"))
    there = there and any(each.lower in _WHERE for each in clause.children)  # "in Kampala, where police opened fire"
    return there or (below and any(each.lower in leads for each in clause.all("mark", "advmod")))


def _is_outcome(harm: FoundEvent, attack: FoundEvent, scene: Scene) -> bool:
    """Whether a participle tells what came of an attack by the same doers: "attacked a post, killing two soldiers"."""
    if not (harm.type is attack.type is EventType.ASSAULT) or harm.nominal or attack.nominal:
        return False
    if follows(harm, scene):
        return False
    present = harm.head.is_("VerbForm", "Part") and harm.head.is_("Tense", "Pres")
    above = list(harm.head.ancestors())[: 2 if harm.head.base == "conj" else 1]
    below = attack.head in above and harm.head.base in ("advcl", "conj") and harm.head.i > attack.head.i
    return (present or harm.head.is_("VerbForm", "Ger")) and below and set(harm.actors) <= set(attack.actors)


def follows(event: FoundEvent, scene: Scene) -> bool:
    """Whether a clause tells what was done before or after the deed over it: « a pillé le village avant de … »."""
    leads = scene.line.lexicon.classes.get("sequel", frozenset())
    return any(each.lower in leads for each in event.head.all("mark"))


def _noun(event: FoundEvent) -> Token | None:
    """The noun that tells an event, also where a participle carries it (« des frappes menées par X »)."""
    if event.nominal:
        return event.head
    return event.head.head if event.head.base == "acl" and event.head.head in event.trigger else None


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _joined(verb: FoundEvent, noun: FoundEvent) -> FoundEvent:
    """The event that the verb tells, with what only the noun tells."""
    return replace(
        verb,
        actors=verb.actors or others(noun.actors, verb.recipients),
        recipients=verb.recipients or others(noun.recipients, verb.actors),
        mode=verb.mode or noun.mode,
        contexts=tuple(dict.fromkeys((*verb.contexts, *noun.contexts))),
        strength=max(verb.strength, noun.strength),
        # A death is borne out by the violence that it is told with.
        needs=tuple(each for each in verb.needs if each is not Need.VIOLENCE or each in noun.needs),
    )


def _is_announced(event: FoundEvent, deed: FoundEvent) -> bool:
    """Whether a verb of saying tells with the object of a verb below it what that verb tells itself."""
    shared = {each for each in event.trigger if each.pos == "NOUN"} & set(deed.trigger)
    below = deed.head.head is event.head and deed.head.base in ("xcomp", "ccomp")
    return event.type is deed.type and bool(shared) and below


def _is_consequence(head: Token) -> bool:
    """Whether an English gerund stands behind a comma and tells what came of it: "seized the studios, forcing X off the
    air"."""
    before = head.parse.tokens[head.i - 1] if head.i > head.sentence.start else None
    return head.parse.lang == "en" and before is not None and before.text == ","


def _is_manner(event: FoundEvent, main: FoundEvent) -> bool:
    """Whether a participle only tells how those did it of whom the main verb tells that they did: "gathered outside
    parliament, chanting slogans", « ont répliqué en lançant du gaz »."""
    if event.type is not main.type or event.type not in _SHOWN or event.nominal or event.head is main.head:
        return False
    if event.type is EventType.COERCE and _is_consequence(event.head):
        return False
    present = event.head.is_("VerbForm", "Part") and event.head.is_("Tense", "Pres")
    participle = present or event.head.is_("VerbForm", "Ger") or event.head.lower.endswith("ing")
    below = main.head in list(event.head.ancestors())[:2] and event.head.base in ("advcl", "xcomp", "conj", "acl")
    return participle and below and set(event.actors) <= set(main.actors)


def _is_object(noun: FoundEvent, verb: FoundEvent) -> bool:
    """Whether a noun is only what another deed of the same doer is done to (« mis le feu à des barricades »)."""
    below = noun.head.head is verb.head and (noun.head.base == "obj" or noun.head.rel == "obl:arg")
    apart = noun.type is not verb.type and noun.nominal and not verb.nominal and not noun.recipients
    return below and apart and bool(noun.actors) and set(noun.actors) <= set(verb.actors)


def _only_comes(visit: FoundEvent, deed: FoundEvent) -> bool:
    """Whether people only come to do what the infinitive tells: « sont venus manifester à Beyrouth » is no visit."""
    if visit.mode is not Mode.VISIT or deed.type not in (*_FORCE, EventType.ACCUSE, EventType.RETREAT):
        return False
    below = deed.head.head is visit.head and deed.head.is_("VerbForm", "Inf") and deed.head.base in ("xcomp", "advcl")
    return below and set(deed.actors) <= set(visit.actors)


def _goes_on(event: FoundEvent, other: FoundEvent) -> bool:
    """Whether a verb only counts further victims (« 17 sont mortes et 370 blessées », « tuées ou blessées »)."""
    beside = event.head.base == "conj" and event.head.head is other.head and event.type is other.type
    nobody = not (event.actors or event.recipients)
    same = set(event.recipients) <= set(other.recipients) and set(event.actors) <= set(other.actors)
    again = event.rule == other.rule and same and event.head.first("obj") is None
    first = other.head.base == "conj" and other.head.head is event.head and event.type is other.type
    violence = first and nobody and not event.nominal and bool(other.recipients)  # "tore through … and killed"
    return event.type in _FORCE and (violence or (beside and (nobody or again)))
