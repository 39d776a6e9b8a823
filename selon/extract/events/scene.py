"""What the sides of deeds are read from: a sentence with the actors behind its words."""

from collections.abc import Callable
from dataclasses import dataclass

from selon.extract.events.frames import Need
from selon.extract.events.line import Line
from selon.parse.tree import Token

Who = Callable[[Token], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """What roles are filled from: a sentence, the actors behind its words, the hosts behind names of capitals, what a
    frame may need that its doer is, the states of towns, and whether what doers strike there is not their own.
    """

    line: Line
    who: Who
    host: Who
    meets: Callable[[str, Need], bool]
    site: Who
    strikes: Callable[[tuple[str, ...], str], bool]
