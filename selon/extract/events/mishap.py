"""Whether harm is nobody's deed (nature, an accident) or a move in a game. A reading comes in, a verdict goes out.

Data: the classes `harm`, `misfortune`, `mishap`, `attack` and `game` of `classes.yml`.
"""

import re

from selon.extract.events.fill import verbal
from selon.extract.events.frames import Frame, Need
from selon.extract.events.line import Line
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.tree import Token

# What is done in a game in words of war and surrender.
_PLAYED = (
    EventType.ASSAULT, EventType.COERCE, EventType.CONCEDE, EventType.RETREAT, EventType.MOBILIZE, EventType.PROTEST,
)  # fmt: skip
# Who has these does harm because he means to.
_ARMS = (Need.ARMED, Need.STATE)
# A score, and no measure of what follows ("5-6 people").
_SCORE = re.compile(
    r"(?<![\w-])\d{1,2} ?(?:[-–]|à) ?\d{1,2}(?= *(?:[.,;:)]|$|on |at |in |against |samedi|dimanche|contre |face ))"
)


def is_mishap(reading: Reading, scene: Scene) -> bool:
    """Whether people or things come to harm by a misfortune that the sentence tells, and by nobody who bears arms.

    "Were killed when a ferry capsized". Verbs that nature does not do ("shot", "murdered") tell deeds anywhere.
    """
    line, frame = scene.line, reading.match.pattern.frame
    if not isinstance(frame, Frame) or any(scene.meets(each, need) for each in reading.roles.actors for need in _ARMS):
        return False
    if frame.type is not EventType.ASSAULT and frame.mode is not Mode.DESTROY:
        return False
    harm, attack = _words("harm", line), _words("attack", line)
    if line.words(reading.match.top).isdisjoint(harm):
        return False
    told = _words("misfortune", line) | _words("mishap", line)
    if line.vocabulary.isdisjoint(told) or not line.vocabulary.isdisjoint(attack - told):
        return False
    return any(_is_misfortune(each, line) for each in line.tokens if each not in reading.match.tokens)


def _is_misfortune(token: Token, line: Line) -> bool:
    """Whether a word tells a misfortune, and not what befell talks, a government or a currency ("hours after the talks
    collapsed")."""
    verb = token.pos in ("VERB", "AUX")
    if line.words(token).isdisjoint(_words("mishap" if verb else "misfortune", line)):
        return False
    befallen = token.all("nsubj") if verb else token.all("nmod", "compound")
    unbodied = any(not line.words(each).isdisjoint(_words("unbodied", line)) for each in befallen)
    return not unbodied and (verb or token.pos in ("NOUN", "PROPN"))


def is_game(reading: Reading, scene: Scene) -> bool:
    """Whether a match or a race is told in words of war: teams are named after towns and countries that do nothing."""
    line, frame, found = scene.line, reading.match.pattern.frame, reading.roles.arguments
    if not isinstance(frame, Frame) or frame.type not in _PLAYED:
        return False
    if reading.roles.recipients and not verbal(reading.match.top, line):
        return False
    if not line.vocabulary.isdisjoint(_words("deadly", line)):
        return False  # "gunmen killed three players before a league match"
    played = not line.vocabulary.isdisjoint(_words("game", line))
    if not played and not _SCORE.search(" ".join(token.text for token in line.tokens)):
        return False
    people = frozenset().union(*(_words(name, line) for name in ("doer", "people", "powers", "forces")))
    return all(line.words(each).isdisjoint(people) for each in found.subjects or found.objects)


def _words(name: str, line: Line) -> frozenset[str]:
    return line.lexicon.classes.get(name, frozenset())
