"""Whether a deed is told and not only mentioned: a reading comes in, a verdict goes out."""

from selon.extract.events.attribute import characterises, is_attribute, is_feared, is_name
from selon.extract.events.complete import is_between_powers
from selon.extract.events.fill import verbal
from selon.extract.events.frames import Act, Frame, Intent, Need
from selon.extract.events.named import is_named, is_named_force
from selon.extract.events.readings import is_heard
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.parse.clause import clause_words, is_condition, is_verb
from selon.parse.tree import Token

# Prepositions before what somebody asks for, where it is done.
_ASKED = ("à", "sur", "at", "upon")
_PLACE = ("lieu", "place")
# Classes of those who may do something.
_ACTING = ("doer", "people", "powers", "named")


def is_told(reading: Reading, scene: Scene) -> bool:
    """Whether a deed is told: a noun that no verb carries and that is no subject counts only with both sides."""
    roles, top = reading.roles, reading.match.top
    if is_attribute(top) or characterises(reading, scene) or is_name(top, reading, scene) or is_feared(top, scene):
        return False
    if is_heard(reading) and _is_of_things(reading, scene):
        return False
    if is_heard(reading):  # whoever says it is its side: « "il est hors de question de …", a déclaré X »
        clauses = [top, *top.ancestors()]
        return not any(is_condition(each) for each in clauses) and not any(_warns(each, scene) for each in clauses[1:])
    if _is_carried(reading, scene):
        sided = bool(roles.actors or roles.recipients) or is_between_powers(reading.match, roles, scene)
        return sided or _counts_nameless(reading, scene)
    both = bool(roles.actors and roles.recipients) or len(roles.actors) > 1
    return both or is_named_force(reading, scene) or is_named(reading, scene) or _is_met(reading, scene)


def _is_carried(reading: Reading, scene: Scene) -> bool:
    """Whether a verb tells or carries a deed, or a noun that is a subject or stands for the whole sentence."""
    top, frame = reading.match.top, reading.match.pattern.frame
    asks = isinstance(frame, Intent) and frame.act is Act.DEMAND and bool(reading.roles.actors)
    subject = top.base in ("nsubj", "root") and (isinstance(frame, Frame) or asks)
    return verbal(top, scene.line) or reading.roles.supported or subject


def _is_of_things(reading: Reading, scene: Scene) -> bool:
    """Whether a thing is what has to be done: « un préavis de grève devrait être déposé, selon les syndicats »."""
    frame, classes = reading.match.pattern.frame, scene.line.lexicon.classes
    if not isinstance(frame, Intent) or frame.act is not Act.DEMAND or not verbal(reading.match.top, scene.line):
        return False
    acting = frozenset[str]().union(*(classes.get(name, frozenset()) for name in _ACTING))
    subjects = [each for each in reading.roles.arguments.subjects if each.pos == "NOUN"]
    things = [each for each in subjects if not scene.who(each) and scene.line.words(each).isdisjoint(acting)]
    return bool(things) and len(things) == len(reading.roles.arguments.subjects)


def _warns(verb: Token, scene: Scene) -> bool:
    """Whether a verb warns somebody, which is then the threat itself (« a averti le Pakistan que … »)."""
    warning = scene.line.lexicon.classes.get("warning", frozenset())
    return bool(scene.line.words(verb) & warning) and any(scene.who(each) for each in verb.all("obj", "iobj"))


def _is_met(reading: Reading, scene: Scene) -> bool:
    """Whether something is done because somebody asks for it: « à la demande de Bagdad », "at the request of Chad"."""
    top, frame = reading.match.top, reading.match.pattern.frame
    if not isinstance(frame, Intent) or frame.act is not Act.DEMAND or top.base not in ("obl", "nmod"):
        return False
    return bool(reading.roles.actors) and scene.line.link(top)[0] in _ASKED and top.first("nmod") is not None


def _counts_nameless(reading: Reading, scene: Scene) -> bool:
    """Whether a deed counts though it has no side: told by a verb, and not of a match or a film."""
    if not {Need.SOMEWHERE, Need.PUBLIC} & set(reading.match.pattern.frame.needs):
        return False
    top = reading.match.top
    by_verb = is_verb(top) or "AUX" in reading.match.pattern.pos  # "was relaxed", "were at the rally"
    told = reading.roles.supported or by_verb or _is_headline(_measure(top, scene)) or _takes_place(reading)
    if not told or (not by_verb and top.first("cop") is not None):
        return False  # "waiting was torture"
    fiction = scene.line.lexicon.classes.get("fiction", frozenset()) & scene.line.vocabulary
    own = frozenset().union(*(scene.line.words(each) for each in reading.match.tokens))  # « concert de casseroles »
    return fiction <= own


def _takes_place(reading: Reading) -> bool:
    """Whether the verb of a noun only tells that it is so: « des manifestations ont eu lieu », « la trêve tient »."""
    top, verb = reading.match.top, reading.match.top.head
    if top.rel != "nsubj" or verb is None:
        return False
    public = Need.PUBLIC in reading.match.pattern.frame.needs and not verb.all("obj")
    return public or any(each.lower in _PLACE for each in verb.all("obj"))


def _measure(noun: Token, scene: Scene) -> Token:
    """The noun that measures another one, or that one itself: « Série d'explosions à Colombo »."""
    over, containers = noun.head, scene.line.lexicon.classes.get("container", frozenset())
    return over if noun.base == "nmod" and over is not None and scene.line.words(over) & containers else noun


def _is_headline(top: Token) -> bool:
    """Whether a noun is the whole of a sentence without a verb, or of what stands before its colon.

    « Nouvelle attaque à Ménaka », « Émeutes à Dakar : des jeunes ont … ».
    """
    if top.base not in ("root", "parataxis", "dislocated", "nsubj"):
        return False
    tokens = top.sentence.tokens
    colon = next((i for i, each in enumerate(tokens) if each.text == ":"), len(tokens))
    leads = colon < len(tokens) and top.i < tokens[colon].i
    within = tokens[:colon] if leads else tokens
    return (leads or top.base == "root") and all(_is_beside(each) for each in within if each.is_("VerbForm", "Fin"))


def _is_beside(verb: Token) -> bool:
    """Whether a finite verb stands in a relative clause: « Marée humaine à Minsk, où l'opposition conteste … »."""
    words = clause_words(verb.parse.lang).relative
    clause = next((each for each in (verb, *verb.ancestors()) if each.rel == "acl:relcl"), None)
    return clause is not None and any(each.lower in words for each in clause.subtree()[:2])
