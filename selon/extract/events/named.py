"""Whether a noun that no verb carries names a deed by one of its sides: « depuis l'invasion américaine »."""

from selon.extract.events.frames import Frame, Need
from selon.extract.events.line import PLACE
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.clause import preposition
from selon.parse.tree import Token

_WHERE = ("en", "dans", "à", "in", "at")
# French prepositions with an article in them.
_CONTRACTED = ("au", "aux", "du", "des")
_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.PROTEST)


def is_named_force(reading: Reading, scene: Scene) -> bool:
    """Whether a noun names force by who suffered it ("condemned the abduction of two aid workers"), or as one that is
    known by more than its name ("look into the arrests that followed", "news of a massacre at Nyamata").
    """
    top, frame = reading.match.top, reading.match.pattern.frame
    force = isinstance(frame, Frame) and frame.type in _FORCE and Need.VIOLENCE not in frame.needs
    if not force or top.base == "compound":
        return False
    suffered = scene.line.words(top) & scene.line.lexicon.classes.get("suffered", frozenset())
    return (bool(suffered) and bool(reading.roles.recipients)) or _is_single(top, scene)


def _is_single(noun: Token, scene: Scene) -> bool:
    """Whether a noun of violence has an article and tells its deed apart: by a clause, a town, those who did it.

    Only as the object of a verb or below another noun, and not what a verb is done in or by ("killed in a strike").
    """
    line, classes = scene.line, scene.line.lexicon.classes
    within = noun.base == "obl" and line.link(noun)[0] in classes.get("within", frozenset())
    if within or noun.base not in ("obj", "obl", "nmod"):
        return False
    violence = frozenset[str]().union(*(classes.get(name, frozenset()) for name in ("suffered", "attack", "protest")))
    apart = noun.first("acl", "nmod", "obl") is not None
    return bool(line.words(noun) & violence) and apart and noun.first("det") is not None


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
