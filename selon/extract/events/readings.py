"""Which reading of a word counts: matches come in; deeds, intents, and deeds that lack a side go out."""

from collections.abc import Collection, Iterable

from selon.extract.events.complete import is_complete
from selon.extract.events.figurative import is_figurative
from selon.extract.events.fill import fill
from selon.extract.events.frames import Frame, Intent, Need
from selon.extract.events.match import Match
from selon.extract.events.mishap import is_game, is_mishap
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.extract.events.taken import Taken
from selon.extract.events.unrest import is_protest, is_quelled
from selon.model.ontology import EventType
from selon.parse.clause import is_passive
from selon.parse.tree import Token

# What a concession makes less or ends.
_EASED = (EventType.SANCTION, EventType.COERCE, EventType.ACCUSE)


def readings(
    matches: Iterable[Match], scene: Scene
) -> tuple[list[Reading], list[Reading], list[Reading], list[Reading]]:
    """The best deeds and intents of a sentence, and the deeds and intents that lack a side:
    of two patterns over a word the larger counts.
    """
    found = list(matches)
    apart = [match for match in found if not _narrows(match, found)]
    ranked = sorted(apart, key=lambda match: _rank(match, scene.line.lexicon.own))
    chosen: list[Reading] = []
    loose: list[Reading] = []
    taken = Taken()
    for match in ranked:
        if taken.bars(match) or is_protest(match, ranked, scene):
            continue
        reading = Reading(match, fill(match, scene))
        if _is_none(reading, scene):
            continue
        if is_complete(match, reading.roles, scene):
            taken.add(match)
            chosen.append(reading)
        else:
            loose.append(reading)
    intents = [each for each in chosen if isinstance(each.match.pattern.frame, Intent)]
    deeds = [each for each in chosen if not isinstance(each.match.pattern.frame, Intent)]
    lacking = [each for each in loose if isinstance(each.match.pattern.frame, Frame)]
    return deeds, intents, lacking, [each for each in loose if each not in lacking]


def _is_none(reading: Reading, scene: Scene) -> bool:
    """Whether a reading is no event: no politics, or unrest told of those who put it down."""
    asked = (is_figurative, is_mishap, is_game, is_quelled)
    return any(is_so(reading, scene) for is_so in asked)


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
