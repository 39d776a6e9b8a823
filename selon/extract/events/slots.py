"""Who stands in the places that a frame names: a subject, an object, a phrase under a preposition.

Each place is asked in the tree first, then in the row of words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from selon.extract.events.frames import Frame, Intent, Need
from selon.extract.events.line import Line
from selon.extract.events.match import Match
from selon.extract.events.surface import (
    adjectives_after,
    behind_aside,
    coordinated,
    objects_after,
    phrases_after,
    subjects_before,
)
from selon.model.ontology import EventType, Mode
from selon.parse.clause import Arguments, antecedent, is_passive, logical_subjects, owners, preposition
from selon.parse.tree import Token

Who = Callable[[Token], tuple[str, ...]]

# Phrases inside a noun phrase that name its doer or owner, best first; places (« en », « à ») do not.
_OWNER_PREPOSITIONS = ("par", "by", "de la part de", "de", "of", "from")
_TARGET_PREPOSITIONS = ("contre", "against", "à", "to", "envers", "avec", "with", "sur", "on")
_DEEP = ("à", "de", "sur", "to", "of", "on", "about")
_GENITIVE = ("de", "of")
_STRIKING = (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE)
# Classes of what is sent or withdrawn.
_MOVED = ("troops", "police", "weapons", "warships")
# « s'est rendu à l'armée »
_TOWARDS = ("à", "to", "devant", "before")
# Prepositions before whom something is given or handed to.
_GIVEN_TO = ("to",)
# So many words behind people, and behind "including", stand those who are among them.
_AMONG = 4
# Relative pronouns that are not the subject of their clause.
_RELATIVE = ("qui", "que", "qu'", "qu’", "dont", "où", "lequel", "laquelle", "which", "whom", "whose", "where")
_ASIDE = ("acl:relcl", "parataxis", "advcl")


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


def behind_verb(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The other side by word order: behind the verb, bare or under a preposition that the frame names."""
    top = match.top
    matched = top.base in ("acl", "amod") and top.head in match.tokens  # « l'attaque lancée »: what is launched
    if found.passive and not matched and "object" in frame.recipient:
        ids = first_read(subjects_before(match.tokens[0], scene.line), match, scene)
        if ids:
            return ids
    for place in frame.recipient:
        ids = first_read(_behind(place, match, scene), match, scene)
        if ids:
            return ids
    return ()


def _behind(place: str, match: Match, scene: Scene) -> list[Token]:
    """The phrases behind the predicate that stand in a place."""
    if place == "object":
        behind = [each for each in objects_after(match.top, scene.line) if each not in match.tokens]
        behind = behind or behind_aside(match.tokens[-1] if match.tokens[-1].i > match.top.i else match.top, scene.line)
    else:
        behind = phrases_after(match.top, (place, spelled(place)), scene.line)
    return [each for each in behind if not is_moved(each, match, scene)]


def first_read(tokens: Iterable[Token], match: Match, scene: Scene) -> tuple[str, ...]:
    """The first actor among phrases, with those beside it."""
    for token in tokens:
        if scene.who(token):
            return ids_of(with_joined([token], match, scene), scene.who, inner=False)
        if _received(match) and scene.host(token):
            return scene.host(token)
    return ()


def deep_in(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The first actor inside the object, the complement or a matched noun, but for relative clauses."""
    below = [phrase for name, phrase in found.obliques if name in _DEEP]
    bare = "object" in match.pattern.frame.recipient
    for phrase in [*match.nouns, *found.objects, *found.complements, *below]:
        # What is demanded is no side itself (« réclame un nouveau président »); whoever it belongs to may be.
        own = () if bare or phrase not in found.objects else scene.who(phrase)
        for token in phrase.subtree():
            outside = token.i < match.top.i or any(_aside(each) for each in [token, *_up(token, phrase)])
            ids = () if outside else scene.who(token) or scene.host(token)
            if ids and ids != own:
                return ids
    return ()


def harmed_in(violence: Token, scene: Scene) -> list[Token]:
    """Who came to harm in an attack, as a relative clause of it tells (« l'attentat qui a tué dix soldats »)."""
    classes = scene.line.lexicon.classes
    found: list[Token] = []
    for part in (violence, *violence.all("nmod")):
        for verb in part.all("acl"):
            if scene.line.words(verb) & classes.get("killing", frozenset()):
                found += [each for noun in verb.all("obj") for each in (noun, *noun.all("appos"))]
            elif scene.line.words(verb) & classes.get("dying", frozenset()):
                subjects = [each for each in verb.all("nsubj") if antecedent(each) is each]
                found += subjects or [each for each in verb.all("obj") if antecedent(each) is each]
    return [each for noun in found for each in noun.conjuncts()]


def _aside(token: Token) -> bool:
    """Whether a clause of its own begins here; one of purpose (« pour aider X ») does not count."""
    return token.rel in _ASIDE and not (token.base == "advcl" and token.is_("VerbForm", "Inf"))


def _up(token: Token, phrase: Token) -> list[Token]:
    """The governors of a token below a phrase."""
    found = []
    for each in token.ancestors():
        if each is phrase:
            break
        found.append(each)
    return found


def in_places(
    places: Iterable[str], match: Match, found: Arguments, scene: Scene, taken: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """The actors in the first of the places that holds any who are not taken already; what is moved is no other side.

    `taken` are the doers, where other sides are asked for.
    """
    # What an attack is directed at is not who made it; what somebody speaks of may be directed at whom he means.
    aims = taken is not None or Need.SOURCE in match.pattern.frame.needs
    places = tuple(places)
    for number, place in enumerate(places):
        slot = [each for each in _slot(place, match, found) if not _venue(each, scene)] or _cleft(place, match)
        if place == "subject":
            slot = _of_clause(match.top, slot)
            slot = [each for each in slot if scene.who(each)] or slot  # « Venus du Nigeria, des rebelles ont attaqué »
        if not slot and place in _GIVEN_TO and "object" in places[number:]:
            slot = _below_objects(place, found, scene)
        if place in _GENITIVE:  # « exige de Minsk la libération des prisonniers »: of Minsk
            slot = [each for each in slot if each.head is match.top and scene.who(each)] or slot
        slot = [each for each in slot if taken is None or not is_moved(each, match, scene)]
        tokens = with_joined(slot, match, scene)
        ids = ids_of(tokens, scene.who, inner=True, aims=aims)
        if not ids and place == "object":
            ids = ids_of([each for each in match.nouns if not is_moved(each, match, scene)], scene.who, inner=False)
        if not ids and place == "subject":
            ids = ids_of([each for token in tokens for each in _senders(token, scene)], scene.who, inner=False)
        if not ids and place not in ("subject", "owner", "matched", "complement") and _received(match):
            ids = ids_of(tokens, scene.host, inner=False)
        if not ids and place == "de":
            ids = first_read(_behind(place, match, scene), match, scene)
        ids = tuple(each for each in ids if each not in (taken or ()))
        if ids:
            return ids
    return ()


def _below_objects(place: str, found: Arguments, scene: Scene) -> list[Token]:
    """The phrases under a preposition that the tree hangs on what is given: "extradited the drug lord to Peru"."""
    envoys = scene.line.lexicon.classes.get("envoy", frozenset())
    given = [each for each in found.objects if not scene.line.words(each) & envoys]
    return [each for thing in given for each in below_under(thing, (place,))]


def _of_clause(verb: Token, subjects: list[Token]) -> list[Token]:
    """Of two subjects that the tree gives one verb, the second is that of a relative clause, the first of the verb
    behind it (« Minsk, à qui l'Union proposait une trêve, a refusé »)."""
    heads = {each.head for each in subjects}
    over = heads.pop() if len(heads) == 1 and len(subjects) > 1 else None
    between = verb.parse.tokens[subjects[0].i + 1 : subjects[-1].i] if over is not None else []
    relative = next((each.i for each in between if each.lower in _RELATIVE and _verb_over(each) is over), None)
    if relative is None:
        return subjects
    return [each for each in subjects if (each.i > relative) == (over is verb)]


def _verb_over(token: Token) -> Token | None:
    return next((each for each in token.ancestors() if each.pos in ("VERB", "AUX")), None)


def _cleft(place: str, match: Match) -> list[Token]:
    """What stands before the clause in « c'est à X que Y attribue … », where the place is that of X."""
    top = match.top
    if top.rel != "advcl:cleft" or top.head is None or top.head.pos not in ("NOUN", "PROPN", "PRON"):
        return []
    asked = "" if place == "object" else spelled(place)
    marked = top.first("mark") is not None or bool(top.all("obj"))
    return [top.head] if marked and preposition(top.head) == asked and place != "subject" else []


def _senders(thing: Token, scene: Scene) -> list[Token]:
    """Who sent, fired or leads what does it (« des chasseurs dépêchés par la junte », "a missile fired by X")."""
    sent = scene.line.lexicon.classes.get("sent", frozenset())
    clauses = [each for each in thing.children if each.base == "acl" and scene.line.words(each) & sent]
    return [each for verb in clauses if is_passive(verb) for each in logical_subjects(verb)]


def _venue(token: Token, scene: Scene) -> bool:
    """Whether a phrase only says where somebody spoke or sat (« à la tribune de l'ONU »)."""
    venues = scene.line.lexicon.classes.get("venue", frozenset())
    return bool(scene.line.words(token) & venues) and not scene.who(token)


def is_moved(token: Token, match: Match, scene: Scene) -> bool:
    """Whether troops or arms are what is withdrawn or sent: they are the doer's own, no other side."""
    frame = match.pattern.frame
    if isinstance(frame, Intent) or frame.type not in (EventType.RETREAT, EventType.MOBILIZE):
        return False
    classes = scene.line.lexicon.classes
    own = frame.mode is not Mode.RELEASE and scene.line.link(token)[0] not in _TOWARDS
    return own and any(scene.line.words(token) & classes.get(name, frozenset()) for name in _MOVED)


def _received(match: Match) -> bool:
    """Whether a deed in a capital is one to its state (« arrivé à Amman »); what strikes people there is not."""
    frame = match.pattern.frame
    return isinstance(frame, Intent) or frame.type not in _STRIKING


def with_joined(tokens: Iterable[Token], match: Match, scene: Scene) -> list[Token]:
    """The phrases, each that is an actor with those that stand beside it behind "and"."""
    tokens = [each for token in tokens for each in (token, *_members(token, scene))]
    return [
        each
        for token in tokens
        for each in (coordinated(token, match.top, scene.line) if scene.who(token) or scene.host(token) else [token])
        if each not in match.tokens or each is token
    ]


def _members(token: Token, scene: Scene) -> list[Token]:
    """Who is told to be among people (« des otages, dont quatre Français », "ten people, including two Britons")."""
    among = scene.line.lexicon.classes.get("among", frozenset())
    behind = scene.line.tokens[token.i - scene.line.tokens[0].i + 1 :][: 2 * _AMONG]
    led = next((number for number, each in enumerate(behind[:_AMONG]) if each.lower in among), None)
    if led is None or any(each.pos in ("VERB", "NOUN", "PROPN", "PRON", "SCONJ") for each in behind[:led]):
        return []
    return [each for each in behind[led + 1 :] if each.pos in ("NOUN", "PROPN") and scene.who(each)][:1]


def _slot(place: str, match: Match, found: Arguments) -> list[Token]:
    if place == "subject":
        return found.subjects
    if place == "object":  # « a déclaré persona non grata un diplomate »
        parts = [part for part in match.tokens if part.pos == "VERB" and match.top.first("iobj") is None]
        return found.objects or [each for part in parts for each in part.all("obj") if each not in match.tokens]
    if place == "complement":
        return [each for clause in found.complements for each in logical_subjects(clause)]
    if place == "inner":
        predicate = [match.top] if match.top.first("cop") is not None else []  # "is under European Union sanctions"
        nouns = [*match.nouns, *predicate]
        return [each for noun in nouns for each in [*owners(noun), *below_under(noun, _OWNER_PREPOSITIONS)]]
    if place == "owner":
        return [each for noun in match.nouns for each in [*owners(noun), *adjectives_after(noun)]]
    if place == "matched":
        return match.nouns
    return found.oblique(place, spelled(place))


@cache
def spelled(place: str) -> str:
    """A preposition as `preposition` gives it: `à_l'encontre_de` is 'à encontre de', `aux_côté_de` 'à côté de'."""
    words = place.replace("_", " ").replace("l'", "").split()
    return " ".join("à" if word in ("au", "aux") else word for word in words)


def ids_of(tokens: Iterable[Token], who: Who, *, inner: bool, aims: bool = True) -> tuple[str, ...]:
    """The actors behind tokens; `inner` reads inside a phrase that is none, `aims` also what it is directed at."""
    found: dict[str, None] = {}
    for token in tokens:
        for each in who(token) or (_inside(token, who, aims) if inner else ()):
            found.setdefault(each)
    return tuple(found)


def _inside(noun: Token, who: Who, aims: bool, depth: int = 0) -> tuple[str, ...]:
    """The actor inside a phrase that is none itself: its doer or owner before what it is directed at."""
    if noun.pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") or depth > 2:
        return ()
    for tokens in (
        [*below_under(noun, ("par", "by"))],
        owners(noun),
        [each for each in noun.all("nmod") if antecedent(each) is not each],  # « dont les obus »
        below_under(noun, _OWNER_PREPOSITIONS),
        noun.all("appos", "flat"),
    ):
        ids = ids_of(tokens, who, inner=False)
        if ids:
            return ids
    aimed_at = below_under(noun, _TARGET_PREPOSITIONS)
    for token in [*below_under(noun, _OWNER_PREPOSITIONS), *noun.all("nmod")]:
        ids = _inside(token, who, aims, depth + 1) if aims or token not in aimed_at else ()
        if ids:
            return ids
    return ids_of(aimed_at, who, inner=False) if aims else ()


def below_under(noun: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [
        each
        for child in noun.children
        if child.base in ("nmod", "obl") and preposition(child) in prepositions
        for each in child.conjuncts()
    ]
