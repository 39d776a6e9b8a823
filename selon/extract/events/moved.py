"""What stands in the places of a frame and is no side of the deed: what is sent, where somebody speaks or strikes."""

from selon.extract.events.frames import Intent
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.tree import Token

_STRIKING = (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE)
# Classes of what is sent or withdrawn.
_MOVED = ("troops", "police", "weapons", "warships")
# « s'est rendu à l'armée »
_TOWARDS = ("à", "to", "devant", "before")


def is_moved(token: Token, match: Match, scene: Scene) -> bool:
    """Whether troops or arms are what is withdrawn or sent: they are the doer's own, no other side."""
    frame = match.pattern.frame
    if isinstance(frame, Intent) or frame.type not in (EventType.RETREAT, EventType.MOBILIZE):
        return False
    classes = scene.line.lexicon.classes
    own = frame.mode is not Mode.RELEASE and scene.line.link(token)[0] not in _TOWARDS
    return own and any(scene.line.words(token) & classes.get(name, frozenset()) for name in _MOVED)


def is_venue(token: Token, scene: Scene) -> bool:
    """Whether a phrase only says where somebody spoke or sat (« à la tribune de l'ONU »)."""
    venues = scene.line.lexicon.classes.get("venue", frozenset())
    return bool(scene.line.words(token) & venues) and not scene.who(token)


def is_received(match: Match) -> bool:
    """Whether a deed in a capital is one to its state (« arrivé à Amman »); what strikes people there is not."""
    frame = match.pattern.frame
    return isinstance(frame, Intent) or frame.type not in _STRIKING
