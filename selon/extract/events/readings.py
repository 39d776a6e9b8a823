"""Which reading of a word counts, and what event it is alone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from selon.extract.events.complete import is_between_powers, is_complete
from selon.extract.events.contexts import contexts_of, mode_of
from selon.extract.events.frames import Act, Frame, Intent, Need
from selon.extract.events.line import PLACE
from selon.extract.events.match import Match
from selon.extract.events.roles import Roles, fill, verbal
from selon.extract.events.slots import Scene
from selon.extract.events.targets import whose
from selon.model.ontology import Context, EventType, Mode
from selon.parse.clause import is_condition, is_verb, logical_subjects, preposition
from selon.parse.tree import Token

_FAR = 10
_WHERE = ("en", "dans", "à", "in", "at")
# Prepositions before what somebody asks for, where it is done.
_ASKED = ("à", "sur", "at", "upon")
# French prepositions with an article in them.
_CONTRACTED = ("au", "aux", "du", "des")
# What lasts: a participle of these that narrows a noun tells no deed.
_FORCE = (EventType.ASSAULT, EventType.COERCE)
_STANDING = (EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.MOBILIZE)
_PLACE = ("lieu", "place")
_CLAUSES = ("acl", "advcl", "acl:relcl", "parataxis")


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event of one sentence before time, place, source and factuality are known.

    `head` is the token that anchors it in the tree, `trigger` the tokens of its wording, `deed` the head of the deed
    that an intent governs (the head itself otherwise); `powers`: its sides are states or authorities that no actor
    stands for; `performed`: the words themselves do it ("I want to thank"); `own` is the type of a user's ontology;
    `whose`: the other side where none is named, to whom what is struck or refused belongs.
    """

    type: EventType
    mode: Mode | None
    contexts: tuple[Context, ...]
    cameo: str
    rule: str
    head: Token
    deed: Token
    trigger: tuple[Token, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    confidence: float
    nominal: bool
    needs: tuple[Need, ...]
    spoken: bool = False
    powers: bool = False
    performed: bool = False
    own: str | None = None
    whose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A match with its roles filled."""

    match: Match
    roles: Roles


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
    for match in ranked:
        heads = [token.i for token in match.tokens]
        heard = Need.SOURCE in match.pattern.frame.needs
        larger = any(taken.get(i, 0) > match.pattern.size for i in heads)
        if larger or (not heard and _claimed(match, taken, [each for each in [*deeds, *intents] if not _heard(each)])):
            continue
        reading = Reading(match, fill(match, scene))
        if _figurative(reading, scene):
            continue
        if not is_complete(match, reading.roles, scene):
            loose.extend([reading] if isinstance(match.pattern.frame, Frame) else [])
            continue
        for i in heads if not heard else ():
            taken[i] = max(taken.get(i, 0), match.pattern.size)
        (intents if isinstance(match.pattern.frame, Intent) else deeds).append(reading)
    return deeds, intents, loose


def _narrows(match: Match, others: Iterable[Match]) -> bool:
    """Whether a participle narrows the object of a verb that tells a deed of the same type with its words.

    « a envoyé deux avions chargés de médicaments » is one deed, that of the verb.
    """
    noun, frame = match.top.head, match.pattern.frame
    if match.top.base != "acl" or noun is None or noun.base != "obj" or not isinstance(frame, Frame):
        return False
    shared = [each.pattern.frame for each in others if each.top is noun.head and set(match.tokens) & set(each.tokens)]
    return any(isinstance(each, Frame) and each.type is frame.type for each in shared)


def _heard(reading: Reading) -> bool:
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


def _figurative(reading: Reading, scene: Scene) -> bool:
    """Whether things and not actors do it (« la hausse des prix frappe les ménages »), or it is sport or show."""
    line, found, roles = scene.line, reading.roles.arguments, reading.roles
    apolitical = line.lexicon.classes.get("apolitical", frozenset())
    classes = line.lexicon.classes
    doers = frozenset().union(*(classes.get(name, frozenset()) for name in ("doer", "people", "powers", "named")))
    governor = next((each for each in reading.match.top.ancestors() if is_verb(each)), None)
    above = logical_subjects(governor) if governor is not None and not verbal(reading.match.top, line) else []
    frame = reading.match.pattern.frame
    harmed = [] if _is_forced(reading, scene) else found.objects
    if any(line.words(each) & apolitical for each in [*found.subjects, *harmed, *above] if _near(each, reading)):
        return True
    if "subject" not in frame.actor or Need.PUBLIC in frame.needs:
        return False
    subjects = [each for each in found.subjects if _near(each, reading) and each not in reading.match.tokens]
    if roles.actors or not found.subjects or not verbal(reading.match.top, line) or found.passive:
        return False
    named = any(line.words(each) & doers or each.pos in ("PRON", "PROPN", "NUM") for each in subjects)
    return not named and not any(each in reading.match.tokens for each in found.subjects)  # "shots rang out"


def _is_forced(reading: Reading, scene: Scene) -> bool:
    """Whether force is done by those whose trade it is: then it is politics, whoever suffers it (tourists)."""
    frame = reading.match.pattern.frame
    force = isinstance(frame, Frame) and frame.type in _FORCE
    needs = (Need.ARMED, Need.STATE)
    return force and any(scene.meets(each, need) for each in reading.roles.actors for need in needs)


def _near(token: Token, reading: Reading) -> bool:
    return token.sentence_i == reading.match.top.sentence_i


def is_told(reading: Reading, scene: Scene) -> bool:
    """Whether a deed is told: a noun that no verb carries and that is no subject counts only with both sides."""
    roles, top = reading.roles, reading.match.top
    if is_attribute(top) or _characterises(reading) or _is_name(top, reading, scene) or _is_feared(top, scene):
        return False
    if _heard(reading):  # whoever says it is its side: « "il est hors de question de …", a déclaré X »
        above = list(top.ancestors())
        return not any(is_condition(each) for each in (top, *above)) and not any(_warns(each, scene) for each in above)
    subject = top.base in ("nsubj", "root") and isinstance(reading.match.pattern.frame, Frame)
    if verbal(top, scene.line) or roles.supported or subject:
        if roles.actors or roles.recipients:
            return True
        return is_between_powers(reading.match, roles, scene) or _counts_nameless(reading, scene)
    both = bool(roles.actors and roles.recipients) or len(roles.actors) > 1
    return both or _is_named_force(reading, scene) or _is_named(reading, scene) or _is_met(reading, scene)


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


def _is_feared(top: Token, scene: Scene) -> bool:
    """Whether a noun tells what is only ordered, feared or possible: "a warrant for his arrest"."""
    over = top.head
    if top.base != "nmod" or top.pos != "NOUN" or over is None or over.pos not in ("NOUN", "ADJ"):
        return False
    return not scene.line.words(over).isdisjoint(scene.line.lexicon.classes.get("unreal", frozenset()))


def _is_named_force(reading: Reading, scene: Scene) -> bool:
    """Whether a noun names force by who suffered it: "condemned the abduction of two aid workers"."""
    top, frame = reading.match.top, reading.match.pattern.frame
    suffered = scene.line.words(top) & scene.line.lexicon.classes.get("suffered", frozenset())
    force = isinstance(frame, Frame) and frame.type in _FORCE and Need.VIOLENCE not in frame.needs
    return force and bool(suffered) and top.base != "compound" and bool(reading.roles.recipients)


def _is_named(reading: Reading, scene: Scene) -> bool:
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


def _counts_nameless(reading: Reading, scene: Scene) -> bool:
    """Whether a deed counts though it has no side: told by a verb, and not of a match or a film."""
    if not {Need.SOMEWHERE, Need.PUBLIC} & set(reading.match.pattern.frame.needs):
        return False
    top = reading.match.top
    by_verb = is_verb(top) or "AUX" in reading.match.pattern.pos  # "was relaxed", "were at the rally"
    told = reading.roles.supported or by_verb or _is_headline(top) or _takes_place(reading)
    if not told or (not by_verb and top.first("cop") is not None):
        return False  # "waiting was torture"
    fiction = scene.line.lexicon.classes.get("fiction", frozenset())
    return fiction.isdisjoint(scene.line.vocabulary)


def _takes_place(reading: Reading) -> bool:
    """Whether the verb of a noun only tells that it is so: « des manifestations ont eu lieu », « la trêve tient »."""
    top, verb = reading.match.top, reading.match.top.head
    if top.rel != "nsubj" or verb is None:
        return False
    public = Need.PUBLIC in reading.match.pattern.frame.needs and not verb.all("obj")
    return public or any(each.lower in _PLACE for each in verb.all("obj"))


def _is_headline(top: Token) -> bool:
    """Whether a noun is the whole of a sentence without a verb: « Nouvelle attaque à Ménaka »."""
    return top.base == "root" and not any(each.is_("VerbForm", "Fin") for each in top.sentence.tokens)


def _is_name(top: Token, reading: Reading, scene: Scene) -> bool:
    """Whether a noun names who acts and no deed: "aid agencies", "the Saudi-led coalition"."""
    if verbal(top, scene.line):
        return False
    if top.base == "compound" and top.head is not None and scene.who(top.head):
        return True
    frame = reading.match.pattern.frame
    standing = isinstance(frame, Intent) or frame.type in _STANDING  # "the opposition", "the alliance"
    return standing and (bool(scene.who(top)) or top.base == "appos")


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


def _characterises(reading: Reading) -> bool:
    """Whether a participle right behind a noun only says what sort of party it is: "rebels backed by Rwanda"."""
    top, frame = reading.match.top, reading.match.pattern.frame
    if top.pos == "ADJ" and top.rel == "amod" and top.head is not None and top.head.i == top.i - 1:
        return "ADJ" in reading.match.pattern.pos and not reading.roles.supported  # « des propos hostiles à X »
    standing = isinstance(frame, Intent) or frame.type in _STANDING
    if not standing or top.rel not in ("acl", "amod") or top.i == 0:
        return False
    if top.head is None or top.head.i > top.i or not top.is_("VerbForm", "Part"):
        return False
    if isinstance(frame, Intent) and top.head.base == "root":
        return False  # a sentence whose verb is taken for a participle
    between = top.parse.tokens[top.head.i + 1 : top.i]
    # "soldiers stationed in Shan state", "activists opposed to the law"
    standing = isinstance(frame, Intent) or frame.type in (EventType.MOBILIZE, EventType.COOPERATE)
    posted = standing and not top.is_("Tense", "Pres")
    undergone = reading.roles.arguments.passive or posted
    return undergone and not any(each.pos == "PUNCT" or each.pos == "AUX" for each in between)


def deed_of(reading: Reading, scene: Scene) -> FoundEvent:
    """The event that a frame's reading tells."""
    frame = reading.match.pattern.frame
    assert isinstance(frame, Frame)
    event = event_of(reading, scene, frame.type, frame.cameo, frame.mode, frame.contexts)
    own = scene.line.lexicon.own.get(frame.id)
    return event if own is None else replace(event, own=own, rule=f"{reading.match.top.parse.lang}.{frame.id}")


def event_of(
    reading: Reading,
    scene: Scene,
    type_: EventType,
    cameo: str,
    mode: Mode | None,
    contexts: tuple[Context, ...] = (),
) -> FoundEvent:
    """The event that a reading tells, as the type and code that are given."""
    match, roles = reading.match, reading.roles
    trigger = trigger_of(match)
    owners = whose(match, roles, scene)
    return FoundEvent(
        type=type_,
        mode=mode or mode_of(trigger, scene.line, type_),
        contexts=contexts_of(trigger, scene.line, contexts),
        cameo=cameo,
        rule=f"{match.top.parse.lang}.events.{match.pattern.frame.id}",
        head=match.top,
        deed=match.top,
        trigger=trigger,
        actors=roles.actors,
        recipients=owners if owners and roles.recipients else roles.recipients,
        confidence=_confidence(reading, scene),
        nominal=not verbal(match.top, scene.line),
        needs=match.pattern.frame.needs,
        spoken=isinstance(match.pattern.frame, Frame) and match.pattern.frame.spoken,
        powers=is_between_powers(match, roles, scene),
        whose=owners,
    )


def _confidence(reading: Reading, scene: Scene) -> float:
    """How much of what a frame can have is there, and how near to the main clause; no probability.

    The weights were found by reading errors on the bundled articles.
    """
    roles, match = reading.roles, reading.match
    score = 0.52 + 0.15 * bool(roles.actors) + 0.12 * bool(roles.recipients) + 0.08 * (match.pattern.size > 1)
    score += 0.12 if verbal(match.top, scene.line) else 0.0
    below = sum(1 for each in [match.top, *match.top.ancestors()] if each.has_rel(*_CLAUSES))
    return round(max(score - 0.07 * min(below, 3), 0.3), 2)


def trigger_of(match: Match) -> tuple[Token, ...]:
    """The matched tokens with the auxiliaries and pronouns of their verb, as far as they stand together."""
    top = match.top
    own = [child for child in top.children if child.base in ("aux", "cop", "expl") and child.i < top.i]
    tokens = sorted({top, *match.tokens, *own}, key=lambda token: token.i)
    near = [token for token in tokens if abs(token.i - top.i) <= _FAR]
    return tuple(near) or (top,)
