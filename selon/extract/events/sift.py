"""What an event leaves of the others in its sentence: deeds that are only spoken of, demands of protesters, doubles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selon.extract.events.carriers import circumstance
from selon.extract.events.found import FoundEvent
from selon.extract.events.frames import Need
from selon.extract.events.roles import others
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.clause import conditions, is_verb, preposition
from selon.parse.tree import Token

# What is asked, refused, promised or threatened is no event of its own (CODING.md, case 1).
_SPEAKING = (EventType.REQUEST, EventType.REJECT, EventType.AGREE, EventType.THREATEN)
# What protesters demand or denounce belongs to their protest (CODING.md, case 15).
_DEMANDS = (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN)
_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION)
# What sides do together, and may end.
_SHARED = (EventType.CONSULT, EventType.COOPERATE, EventType.AGREE)


def distance_to(deed: Token, top: Token, inside: set[int]) -> int | None:
    """Steps from the deed up to the intent; None where another clause or a relative clause lies between."""
    token = deed
    for step in range(1, 8):
        carried = token.rel == "nsubj:pass" and token.head is not None and token.head.i == top.i
        if token.rel in ("acl:relcl", "parataxis") or (token.base in ("nsubj", "csubj") and not carried):
            return None
        if token.base == "advcl" and (step > 1 or token.is_("VerbForm", "Fin")):
            return None
        if token.base == "acl" and step > 1 and _is_present(token):
            return None  # "a resolution condemning the crackdown": nobody resolves to crack down
        if token.base == "conj" and token.head is not None and is_verb(token) and token.head.i == top.i:
            return None
        head = token.head
        if head is None:
            return None
        if head.i == top.i or head.i in inside:
            return None if token.base == "advcl" and token.first("mark") is None else step
        token = head
    return None


def unspoken(events: list[FoundEvent], scene: Scene) -> list[FoundEvent]:
    """Without the deeds that stand in what another event asks for, refuses, promises or threatens."""
    speakers = [event for event in events if event.type in _SPEAKING and Need.SOURCE not in event.needs]
    events = [event for event in events if not any(_is_condition(event, other) for other in speakers)]
    carried = {other.head.i for other in speakers for event in events if _is_wording(event, other)}
    speakers = [event for event in speakers if event.head.i not in carried]
    return [
        event
        for event in events
        if event.head.i not in carried
        if _meanwhile(event, scene)
        or not any(other is not event and _distance_below(event, other) is not None for other in speakers)
    ]


def _is_wording(event: FoundEvent, vote: FoundEvent) -> bool:
    """Whether words that are adopted tell the deed, more than their adoption does."""
    return vote.type is EventType.AGREE and is_worded(event) and event.head.head in vote.trigger


def is_worded(event: FoundEvent) -> bool:
    """Whether a paper says it, in a participle: « une résolution condamnant », "a motion calling for"."""
    return event.type in _DEMANDS and not event.nominal and event.head.base == "acl" and _is_present(event.head)


def _is_present(token: Token) -> bool:
    """Whether a word is a present participle, in French or English."""
    return token.is_("VerbForm", "Ger") or (token.is_("VerbForm", "Part") and token.is_("Tense", "Pres"))


def _is_condition(event: FoundEvent, speaker: FoundEvent) -> bool:
    """Whether a deed is only what a threat, promise or refusal depends on: « frappera si Paris refuse »."""
    clauses = [] if event is speaker else conditions(speaker.head)
    return any(event.head is clause or clause in event.head.ancestors() for clause in clauses)


def _meanwhile(event: FoundEvent, scene: Scene) -> bool:
    """Whether a visit or talks are only the time at which something is said: « à l'issue d'une visite, il a exigé »."""
    consult = event.nominal and event.type is EventType.CONSULT
    return consult and circumstance(event.head, scene.line) is not None


def accused(untold: Sequence[FoundEvent], found: Sequence[FoundEvent]) -> list[FoundEvent]:
    """The deeds, named by nouns, of which somebody is accused: he or she has done them."""
    return [
        replace(deed, actors=event.recipients)
        for event in found
        if event.type is EventType.ACCUSE and not event.nominal and event.recipients
        for deed in untold
        if not deed.actors and deed.head.head is event.head and deed.head.base in ("obl", "nmod", "obj")
        if not set(event.recipients) & set(deed.recipients)
    ]


def without_victims(events: Sequence[FoundEvent], deeds: Sequence[FoundEvent], scene: Scene) -> list[FoundEvent]:
    """The events; who disapproves of force blames those who did it, and not those whom it hurt.

    « a condamné l'enlèvement de deux Espagnols », "denounced the killing of protesters by the police".
    """
    return [replace(event, recipients=_blamed(event, deeds, scene)) for event in events]


def _blamed(event: FoundEvent, deeds: Sequence[FoundEvent], scene: Scene) -> tuple[str, ...]:
    genitive = scene.line.lexicon.classes.get("genitive", frozenset())
    for deed in deeds if event.type is EventType.ACCUSE and event.recipients else ():
        if deed.type in _FORCE and deed.nominal and deed.head.base == "obj" and deed.head.head is event.head:
            of = [noun for noun in deed.head.all("nmod") if preposition(noun).split(" ")[0] in genitive]
            of.extend(each for each in deed.head.children if each.is_("Poss", "Yes"))  # "denounced his detention"
            hurt = {id for noun in of for id in scene.who(noun)} & set(deed.recipients)
            if set(event.recipients) <= hurt:
                return tuple(each for each in deed.actors if each not in (*hurt, *event.actors))
    return event.recipients


def _distance_below(event: FoundEvent, speaker: FoundEvent) -> int | None:
    if event.head.i == speaker.head.i:
        return None
    if event.head in speaker.trigger:
        infinitive = event.head.is_("VerbForm", "Inf")  # « menace de marcher », told by the threat with « sur Tripoli »
        return 0 if (event.nominal and not speaker.nominal) or infinitive else None
    inside = {token.i for token in speaker.trigger if token.pos in ("NOUN", "ADJ", "VERB")}
    finite = event.head.is_("VerbForm", "Fin") and not event.head.is_("Mood", "Sub")
    perfect = event.head.first("aux") is not None
    done = event.head.base == "acl" and event.head.is_("VerbForm", "Part") and not event.head.is_("Tense", "Pres")
    if event.head.rel in ("acl:relcl",) or event.head.base in ("advcl", "parataxis") or finite or perfect or done:
        return None
    return distance_to(event.head, speaker.head, inside)


def without_demands(events: list[FoundEvent]) -> list[FoundEvent]:
    """Without what protesters ask for or denounce in the same sentence; whom they ask is whom they protest to."""
    kept = list(events)
    for protest in [event for event in events if event.type is EventType.PROTEST]:
        demands = [event for event in kept if event.type in _DEMANDS and _belongs(event, protest)]
        asked = next((each.recipients for each in demands if each.recipients), ())
        kept = [event for event in kept if event not in demands]
        if not protest.recipients and asked:
            sides = others(asked, protest.actors)
            kept = [replace(event, recipients=sides) if event is protest else event for event in kept]
    return kept


def _belongs(event: FoundEvent, protest: FoundEvent) -> bool:
    if protest.head in event.head.ancestors() and event.head.rel != "conj":
        return True
    same = not event.actors or bool(set(event.actors) & set(protest.actors))
    if same and event.type is EventType.REQUEST and event.head.base == "conj" and event.head.head is protest.head:
        return True  # "rallied in Lima and demanded new elections"
    return same and event.head.i > protest.head.i and not event.head.is_("VerbForm", "Fin")


def once(events: Iterable[FoundEvent]) -> list[FoundEvent]:
    """One event for two readings of the same deed: same type, doers and targets on the same or a governed trigger."""
    kept: list[FoundEvent] = []
    for event in sorted(events, key=lambda each: -each.strength):
        double = any(
            (event.head is other.head and (Need.SOURCE in event.needs) == (Need.SOURCE in other.needs))
            or (event.type is other.type and (event.head in other.trigger or other.head in event.trigger))
            for other in kept
        )
        if not double:
            kept.append(event)
    return [event for event in kept if not any(_says_again(event, other) for other in kept if other is not event)]


def without_ended(events: Iterable[FoundEvent]) -> list[FoundEvent]:
    """Without the talks or the cooperation of which it is told that they end: "peace talks collapsed"."""
    found = list(events)
    ends = [set(each.trigger) for each in found if each.mode is Mode.DISCONTINUE]
    return [
        each
        for each in found
        if not (each.nominal and each.type in _SHARED and any(end & set(each.trigger) for end in ends))
    ]


def _says_again(event: FoundEvent, other: FoundEvent) -> bool:
    return _retold(event, other) or _had_been_planned(event, other)


def _had_been_planned(event: FoundEvent, other: FoundEvent) -> bool:
    """Whether an intent only says of the noun of another deed that it was planned: « a annulé la visite qu'il devait
    faire à Ankara »."""
    return event.type is EventType.AGREE and event.head.rel == "acl:relcl" and event.head.head in other.trigger


def _retold(event: FoundEvent, other: FoundEvent) -> bool:
    """Whether a noun below a verb says again what the verb tells (« se rendre en visite », « se réunir en sommet »)."""
    if event.nominal and event.type is other.type is EventType.SUPPORT and event.head.head is other.head:
        return True  # « a salué le soutien de l'Iran » is one
    same = (event.type, event.mode) == (other.type, other.mode) and bool(set(event.actors) & set(other.actors))
    within = same and set(event.recipients) <= set(other.recipients)
    if event.head.base == "acl" and within and set(event.actors) <= set(other.actors):
        return other.head in event.head.ancestors()  # « assistée par des avions venus à son secours »
    if not (event.nominal and within) or event.head.base == "nsubj":
        return False
    return other.head in list(event.head.ancestors())[:2]
