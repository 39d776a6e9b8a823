"""Whether a word only says who or what is meant, and tells no deed: "the kidnapped girls", "aid agencies"."""

from selon.extract.events.fill import verbal
from selon.extract.events.frames import Intent
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.tree import Token

# What lasts: a participle of these that narrows a noun tells no deed.
_STANDING = (EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.MOBILIZE)


def is_attribute(token: Token) -> bool:
    """Whether a participle only says which ones are meant: "the kidnapped girls", "internally displaced persons"."""
    before = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    if before is not None and before.text == "-" and token.base in ("amod", "compound"):
        return True  # "a stone-pelting crowd"
    if token.base == "compound" and token.pos == "VERB" and token.head is not None and token.head.i > token.i:
        return True  # "China's visiting envoy"
    if token.base != "amod" or token.head is None or token.head.i < token.i:
        return False
    return before is None or before.pos not in ("NOUN", "PROPN", "PRON", "AUX")


def characterises(reading: Reading, scene: Scene) -> bool:
    """Whether a participle right behind a noun only says what sort of party it is: "rebels backed by Rwanda"."""
    top, frame = reading.match.top, reading.match.pattern.frame
    if top.pos == "ADJ" and top.rel == "amod" and top.head is not None and top.head.i < top.i:
        return "ADJ" in reading.match.pattern.pos and not reading.roles.supported  # « des propos hostiles à X »
    standing = isinstance(frame, Intent) or frame.type in _STANDING
    if not standing or top.rel not in ("acl", "amod") or top.i == 0:
        return False
    if top.head is None or top.head.i > top.i or not top.is_("VerbForm", "Part"):
        return False
    if isinstance(frame, Intent) and top.head.base == "root":
        return False  # a sentence whose verb is taken for a participle
    if _is_of_thing(reading, scene) or _is_headline(top):
        return False  # « un accord signé avec X par Y », « Le Pérou soutenu par Séoul »
    between = top.parse.tokens[top.head.i + 1 : top.i]
    # "soldiers stationed in Shan state", "activists opposed to the law"
    standing = isinstance(frame, Intent) or frame.type in (EventType.MOBILIZE, EventType.COOPERATE)
    posted = standing and not top.is_("Tense", "Pres")
    undergone = reading.roles.arguments.passive or posted
    return undergone and not any(each.pos == "PUNCT" or each.pos == "AUX" for each in between)


def _is_of_thing(reading: Reading, scene: Scene) -> bool:
    """Whether a participle tells what was done with a thing of its pattern, by whom and with whom."""
    roles, noun = reading.roles, reading.match.top.head
    named = noun is not None and noun in reading.match.tokens and not scene.who(noun)
    return named and bool(roles.actors) and bool(roles.recipients)


def _is_headline(participle: Token) -> bool:
    """Whether a participle tells what is done to the noun of a sentence that has no finite verb."""
    if participle.head is None or participle.head.base not in ("root", "parataxis"):
        return False
    return not any(each.is_("VerbForm", "Fin") for each in participle.sentence.tokens)


def is_name(top: Token, reading: Reading, scene: Scene) -> bool:
    """Whether a noun names who acts and no deed: "aid agencies", "the Saudi-led coalition"."""
    if verbal(top, scene.line):
        return False
    if top.base == "compound" and top.head is not None and scene.who(top.head):
        return True
    frame = reading.match.pattern.frame
    standing = isinstance(frame, Intent) or frame.type in _STANDING  # "the opposition", "the alliance"
    return standing and (bool(scene.who(top)) or top.base == "appos")


def is_feared(top: Token, scene: Scene) -> bool:
    """Whether a noun tells what is only ordered, feared or possible: "a warrant for his arrest"."""
    over = top.head
    if top.base != "nmod" or top.pos != "NOUN" or over is None or over.pos not in ("NOUN", "ADJ"):
        return False
    return not scene.line.words(over).isdisjoint(scene.line.lexicon.classes.get("unreal", frozenset()))
