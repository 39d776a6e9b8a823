"""Which reading of a word counts: matches come in; deeds, intents, and deeds that lack a side go out."""

from collections.abc import Collection, Iterable

from selon.extract.events.complete import is_complete
from selon.extract.events.figurative import is_figurative
from selon.extract.events.fill import fill
from selon.extract.events.frames import Frame, Intent, Need
from selon.extract.events.match import Match
from selon.extract.events.mishap import is_game, is_mishap
from selon.extract.events.roles import Reading
from selon.extract.events.slots import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.clause import is_passive
from selon.parse.tree import Token

# What a protest may be taken for.
_ROUGH = (EventType.ASSAULT, EventType.COERCE, EventType.REJECT)
# What a concession makes less or ends.
_EASED = (EventType.SANCTION, EventType.COERCE, EventType.ACCUSE)


def readings(matches: Iterable[Match], scene: Scene) -> tuple[list[Reading], list[Reading], list[Reading]]:
    """The best deeds and intents of a sentence, and deeds that lack a side:
    of two patterns over a word the larger counts.
    """
    found = list(matches)
    apart = [match for match in found if not _narrows(match, found)]
    ranked = sorted(apart, key=lambda match: _rank(match, scene.line.lexicon.own))
    deeds: list[Reading] = []
    intents: list[Reading] = []
    loose: list[Reading] = []
    taken: dict[int, int] = {}
    lent: set[int] = set()
    for match in ranked:
        heads = [token.i for token in match.tokens]
        heard = Need.SOURCE in match.pattern.frame.needs
        larger = any(taken.get(i, 0) > match.pattern.size for i in heads if not (i in lent and i != match.top.i))
        if larger or (
            not heard and _claimed(match, taken, [each for each in [*deeds, *intents] if not is_heard(each)])
        ):
            continue
        if _is_protest(match, ranked, scene):
            continue
        reading = Reading(match, fill(match, scene))
        if is_figurative(reading, scene) or is_mishap(reading, scene) or is_game(reading, scene):
            continue
        if _is_quelled(reading, scene):
            continue
        if not is_complete(match, reading.roles, scene):
            loose.extend([reading] if isinstance(match.pattern.frame, Frame) else [])
            continue
        for i in heads if not heard else ():
            taken[i] = max(taken.get(i, 0), match.pattern.size)
        lent.update(_lent(match))
        (intents if isinstance(match.pattern.frame, Intent) else deeds).append(reading)
    return deeds, intents, loose


def _lent(match: Match) -> list[int]:
    """The noun that a relative clause takes from the main clause, which tells a deed of its own with it: "lifted the
    embargo it had slapped on Mali"."""
    noun = match.top.head
    taken = match.top.base == "acl" and noun is not None and noun in match.tokens and noun.base == "obj"
    return [noun.i] if taken and noun is not None else []


def _is_protest(match: Match, others: Iterable[Match], scene: Scene) -> bool:
    """Whether an equally large pattern reads a deed of people without arms or rule as a protest: "a strike by drivers",
    "students pelted the police", "prisoners refused food".
    """
    frame, size = match.pattern.frame, match.pattern.size
    if not isinstance(frame, Frame) or frame.type not in _ROUGH:
        return False
    rivals = [
        each
        for each in others
        if each.top is match.top and each.pattern.size >= size and isinstance(each.pattern.frame, Frame)
        if each.pattern.frame.type is EventType.PROTEST
    ]
    for each in rivals:
        roles = fill(each, scene)
        powerless = not any(scene.meets(id, need) for id in roles.actors for need in (Need.ARMED, Need.STATE))
        if roles.actors and powerless and is_complete(each, roles, scene):
            return True
    return False


def _is_quelled(reading: Reading, scene: Scene) -> bool:
    """Whether a road is blocked, or a riot told with the name of a crowd, by those who bear arms: "police stormed the
    building to remove the students".
    """
    frame, actors = reading.match.pattern.frame, reading.roles.actors
    if "object" in frame.actor:
        return False  # « des heurts ont opposé étudiants et policiers »
    riot = isinstance(frame, Frame) and frame.mode is Mode.RIOT and reading.match.pattern.size > 2
    obstructs = isinstance(frame, Frame) and frame.mode is Mode.OBSTRUCT
    clash = any(set(scene.who(each)) & set(actors) for each in reading.match.tokens)  # "police clashed with protesters"
    return (riot or obstructs) and bool(actors) and not clash and all(scene.meets(each, Need.ARMED) for each in actors)


def _narrows(match: Match, others: Iterable[Match]) -> bool:
    """Whether a participle narrows the object of a verb that tells a deed of the same type with its words, or ends it.

    « a envoyé deux avions chargés de médicaments » is one deed, that of the verb; so is « a assoupli les restrictions
    imposées à la presse », where what was imposed is only named.
    """
    noun, frame = _whole(match.top.head), match.pattern.frame
    if match.top.base != "acl" or noun is None or not _is_undergoing(noun) or not isinstance(frame, Frame):
        return False
    shared = [each for each in others if each.top is noun.head and set(match.tokens) & set(each.tokens)]
    types = [each.pattern.frame.type for each in shared if isinstance(each.pattern.frame, Frame)]
    return (noun.base == "obj" and frame.type in types) or (EventType.CONCEDE in types and frame.type in _EASED)


def _whole(noun: Token | None) -> Token | None:
    """The noun on whose phrase a participle hangs: « les restrictions de visa imposées »."""
    while noun is not None and noun.base == "nmod" and noun.head is not None and noun.head.pos == "NOUN":
        noun = noun.head
    return noun


def _is_undergoing(noun: Token) -> bool:
    """Whether a noun is what its verb is done to: « a levé l'interdiction », « l'interdiction a été levée »."""
    return noun.base == "obj" or (noun.base == "nsubj" and noun.head is not None and is_passive(noun.head))


def is_heard(reading: Reading) -> bool:
    """Whether a reading counts only where somebody says it: it then takes no word from others."""
    return Need.SOURCE in reading.match.pattern.frame.needs


def _rank(match: Match, own: Collection[str]) -> tuple[int, bool, bool, bool, int, int]:
    """Larger patterns first, of equal ones the user's, that which asks for a kind of doer, and that which needs no
    other violence in the text.
    """
    frame = match.pattern.frame
    general = not {Need.ARMED, Need.STATE} & set(frame.needs)
    violence = Need.VIOLENCE in frame.needs
    return -match.pattern.size, frame.id not in own, general, violence, -len(match.tokens), match.top.i


def _claimed(match: Match, taken: dict[int, int], chosen: list[Reading]) -> bool:
    """Whether an equally large pattern has the head already; one verb may share its object with another verb."""
    size, head = match.pattern.size, match.top.i
    if taken.get(head, 0) >= size:
        return True
    return any(head in {token.i for token in each.match.tokens} for each in chosen if each.match.pattern.size >= size)
