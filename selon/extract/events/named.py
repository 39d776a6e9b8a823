"""Whether a noun that no verb carries names a deed by one of its sides: « depuis l'invasion américaine »."""

from selon.extract.events.frames import Frame, Need
from selon.extract.events.line import PLACE
from selon.extract.events.roles import Reading
from selon.extract.events.slots import Scene
from selon.model.ontology import EventType
from selon.parse.clause import preposition
from selon.parse.tree import Token

_WHERE = ("en", "dans", "à", "in", "at")
_SPOT = ("in", "at", "on", "near")
# French prepositions with an article in them.
_CONTRACTED = ("au", "aux", "du", "des")
_FORCE = (EventType.ASSAULT, EventType.COERCE)


def is_named_force(reading: Reading, scene: Scene) -> bool:
    """Whether a noun names force by who suffered it: "condemned the abduction of two aid workers"."""
    top, frame = reading.match.top, reading.match.pattern.frame
    suffered = scene.line.words(top) & scene.line.lexicon.classes.get("suffered", frozenset())
    force = isinstance(frame, Frame) and frame.type in _FORCE and Need.VIOLENCE not in frame.needs
    if not force or top.base == "compound":
        return False
    return (bool(suffered) and bool(reading.roles.recipients)) or _is_of_place(top, scene)


def _is_of_place(noun: Token, scene: Scene) -> bool:
    """Whether a noun of violence names a deed by the town where it was done: "news of a massacre at Nyamata"."""
    line, classes = scene.line, scene.line.lexicon.classes
    violence = line.words(noun) & (classes.get("suffered", frozenset()) | classes.get("attack", frozenset()))
    phrases = [each for each in noun.all("nmod", "obl") if preposition(each).split(" ")[0] in _SPOT]
    return bool(violence) and any(PLACE in line.words(each) or scene.host(each) for each in phrases)


def is_named(reading: Reading, scene: Scene) -> bool:
    """Whether a noun names a deed by one of its sides: « depuis l'invasion américaine », « lors de la reddition de X »;
    not as the sort of something else (« zones de combat »).
    """
    top, frame = reading.match.top, reading.match.pattern.frame
    if not isinstance(frame, Frame) or {Need.VIOLENCE, Need.SOURCE} & set(frame.needs):
        return False
    names = scene.line.words(top) & scene.line.lexicon.classes.get("named", frozenset())
    bare = top.first("det", "nummod") is None and not any(each.lower in _CONTRACTED for each in top.all("case"))
    sort = top.base in ("nmod", "obl") and bare
    return bool(names) and not sort and (_has_own_side(top, scene) or _spoken_of(reading, scene))


def _has_own_side(noun: Token, scene: Scene) -> bool:
    """Whether a side hangs on the noun, and not only where it is: « l'invasion russe », but neither « les combats en
    Syrie » nor « l'attaque de Gao »."""
    phrases = [each for each in noun.children if each.base in ("amod", "nmod", "compound", "obl", "acl")]
    return any(
        preposition(each).split(" ")[0] not in _WHERE
        and any(
            (scene.who(below) or scene.host(below)) and PLACE not in scene.line.words(below) for below in each.subtree()
        )
        for each in phrases
    )


def _spoken_of(reading: Reading, scene: Scene) -> bool:
    """Whether somebody speaks of force and says against what: « a condamné la répression des manifestations à Minsk ».

    « l'attaque de Gao », « l'attaque du 5 mai » tell no more than where and when.
    """
    top = reading.match.top
    if Need.SOMEWHERE not in reading.match.pattern.frame.needs or top.head is None or top.base != "obj":
        return False
    against = any(each.pos == "NOUN" and each.first("nummod") is None for each in top.all("nmod"))
    return against and bool(scene.line.words(top.head) & scene.line.lexicon.classes.get("telling", frozenset()))
