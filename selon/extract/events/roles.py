"""Who does it and whom it is done to: the actors in the grammatical places that a frame names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from selon.extract.events.frames import Frame, Intent, Of
from selon.extract.events.line import Line
from selon.extract.events.match import Match
from selon.extract.events.surface import (
    adjectives_after,
    agents_after,
    coordinated,
    inverted_subjects,
    objects_after,
    pair,
    phrases_after,
    subjects_before,
)
from selon.parse.clause import (
    Arguments,
    antecedent,
    arguments,
    clause_words,
    is_passive,
    is_verb,
    logical_subjects,
    owners,
    preposition,
    supporting_verb,
    surface_subjects,
)
from selon.parse.tree import Token

Who = Callable[[Token], tuple[str, ...]]

# Phrases inside a noun phrase that name its doer or owner, best first; places (« en », « à ») do not.
_OWNER_PREPOSITIONS = ("par", "by", "de la part de", "de", "of", "from")
_TARGET_PREPOSITIONS = ("contre", "against", "à", "to", "envers", "avec", "with", "sur", "on")
_BETWEEN = ("entre", "between")
_GENITIVE = ("de", "of")
_DEEP = ("à", "de", "sur", "to", "of", "on", "about")
_ASIDE = ("acl:relcl", "parataxis", "advcl")
_CLIMB = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors and recipients of a match, as ids in text order; `supported`: a verb carries the nominal deed."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    supported: bool
    arguments: Arguments
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What roles are filled from: a sentence, the actors behind its words, and the hosts behind names of capitals."""

    line: Line
    who: Who
    host: Who


def fill(match: Match, scene: Scene) -> Roles:
    """The actors in the places that the match's frame names; empty where the text names none."""
    if verbal(match.top, scene.line):
        return _verbal(match, match.pattern.frame, scene)
    return _nominal(match, match.pattern.frame, scene)


def verbal(top: Token, line: Line) -> bool:
    """Whether an event is told by a verb, a predicate or an adjective, not by a noun."""
    return is_verb(top) or top.first("cop") is not None or _open(top) or line.disguised(top)


def _open(top: Token) -> bool:
    return top.pos in ("ADJ", "ADV", "X") and top.first("det") is None


def _verbal(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    found = _pooled(match)
    actors = (
        _first(frame.actor, match, found, scene)
        or _climbed(match.top, frame, scene.who)
        or _left(match, frame, found, scene)
    )
    recipients = _others(_first(frame.recipient, match, found, scene), actors)
    guessed = not recipients
    if not recipients:
        recipients = _others(_right(match, frame, found, scene), actors)
    if not recipients and (isinstance(frame, Intent) or "deep" in frame.recipient):
        recipients = _others(_deep(match, found, scene), actors)
    return Roles(actors, recipients, True, found, guessed)


def _left(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doer by word order: left of an active verb, behind « par » with a passive one."""
    if "subject" not in frame.actor:
        return ()
    if found.passive:
        return _ids(agents_after(match.top, scene.line), scene.who, inner=False)
    inverted = inverted_subjects(match.top, scene.line, reflexive=match.pattern.reflexive)
    for token in inverted or subjects_before(match.tokens[0], scene.line):
        if scene.who(token):
            return _ids(_joined([token], match, scene), scene.who, inner=False)
    return ()


def _right(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The other side by word order: behind the verb, bare or under a preposition that the frame names."""
    if found.passive and "object" in frame.recipient:
        ids = _read(subjects_before(match.tokens[0], scene.line), match, scene)
        if ids:
            return ids
    for place in frame.recipient:
        ids = _read(_behind(place, match, scene), match, scene)
        if ids:
            return ids
    return ()


def _behind(place: str, match: Match, scene: Scene) -> list[Token]:
    """The phrases behind the predicate that stand in a place."""
    if place == "object":
        return [each for each in objects_after(match.top, scene.line) if each not in match.tokens]
    return phrases_after(match.top, (place, spelled(place)), scene.line)


def _read(tokens: Iterable[Token], match: Match, scene: Scene) -> tuple[str, ...]:
    """The first actor among phrases, with those beside it."""
    for token in tokens:
        if scene.who(token):
            return _ids(_joined([token], match, scene), scene.who, inner=False)
        if scene.host(token):
            return scene.host(token)
    return ()


def _deep(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The first actor inside the object, the complement or a matched noun, but for relative clauses."""
    below = [phrase for name, phrase in found.obliques if name in _DEEP]
    for phrase in [*match.nouns, *found.objects, *found.complements, *below]:
        for token in phrase.subtree():
            outside = token.i < match.top.i or any(_aside(each) for each in [token, *_up(token, phrase)])
            ids = () if outside else scene.who(token) or scene.host(token)
            if ids:
                return ids
    return ()


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


def _pooled(match: Match) -> Arguments:
    """The arguments of the top, with those of the matched nouns below it."""
    found = arguments(match.top)
    if found.passive and _states(match):
        found.passive = False
        found.subjects = [antecedent(each) for each in surface_subjects(match.top)]
        found.objects = [each for each in found.objects if each not in found.subjects]
    matched = set(match.tokens)
    for noun in match.nouns:
        below = arguments(noun)
        if not verbal_head(match.top):
            found.subjects.extend(each for each in below.subjects if each not in matched)
        found.obliques.extend((name, each) for name, each in below.obliques if each not in matched)
        found.complements.extend(each for each in below.complements if each not in matched)
    found.objects = [each for each in found.objects if each not in matched]
    found.obliques = [(name, each) for name, each in found.obliques if each not in matched]
    return found


def verbal_head(top: Token) -> bool:
    """Whether the top is a verb or a predicate with a copula."""
    return is_verb(top) or top.first("cop") is not None


def _states(match: Match) -> bool:
    """Whether the pattern is about a state (« être prêt », « disposé »): its subject is then no target."""
    words = clause_words(match.top.parse.lang).be
    return any(word in match.pattern.head.words for word in words) or "ADJ" in match.pattern.pos


def _first(places: Iterable[str], match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    for place in places:
        tokens = _joined(_slot(place, match, found), match, scene)
        ids = _ids(tokens, scene.who, inner=True)
        if not ids and place == "object":
            ids = _ids(match.nouns, scene.who, inner=False)
        if not ids and place not in ("subject", "owner", "matched", "complement"):
            ids = _ids(tokens, scene.host, inner=False)
        if not ids and place == "de":
            ids = _read(_behind(place, match, scene), match, scene)
        if ids:
            return ids
    return ()


def _joined(tokens: Iterable[Token], match: Match, scene: Scene) -> list[Token]:
    """The phrases, each that is an actor with those that stand beside it behind "and"."""
    return [
        each
        for token in tokens
        for each in (coordinated(token, match.top, scene.line) if scene.who(token) else [token])
        if each not in match.tokens or each is token
    ]


def _slot(place: str, match: Match, found: Arguments) -> list[Token]:
    if place == "subject":
        return found.subjects
    if place == "object":
        return found.objects
    if place == "complement":
        return [each for clause in found.complements for each in logical_subjects(clause)]
    if place == "inner":
        return [each for noun in match.nouns for each in [*owners(noun), *_below(noun, _OWNER_PREPOSITIONS)]]
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


def _ids(tokens: Iterable[Token], who: Who, *, inner: bool) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for token in tokens:
        for each in who(token) or (_inside(token, who) if inner else ()):
            found.setdefault(each)
    return tuple(found)


def _inside(noun: Token, who: Who, depth: int = 0) -> tuple[str, ...]:
    """The actor inside a phrase that is none itself: its doer or owner before what it is directed at."""
    if noun.pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") or depth > 2:
        return ()
    for tokens in (
        [*_below(noun, ("par", "by"))],
        owners(noun),
        _below(noun, _OWNER_PREPOSITIONS),
        noun.all("appos", "flat"),
    ):
        ids = _ids(tokens, who, inner=False)
        if ids:
            return ids
    for token in [*_below(noun, _OWNER_PREPOSITIONS), *noun.all("nmod")]:
        ids = _inside(token, who, depth + 1)
        if ids:
            return ids
    return _ids(_below(noun, _TARGET_PREPOSITIONS), who, inner=False)


def _below(noun: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [
        each
        for child in noun.children
        if child.base in ("nmod", "obl") and preposition(child) in prepositions
        for each in child.conjuncts()
    ]


def _climbed(token: Token, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """The doer of the governing clause, for a verb form that has no subject of its own and none that is an actor."""
    if "subject" not in frame.actor or token.morph.get("VerbForm") not in ("Inf", "Part", "Ger") or is_passive(token):
        return ()
    for step, governor in enumerate(token.ancestors()):
        if step >= _CLIMB:
            break
        if is_verb(governor):
            ids = _ids(logical_subjects(governor), who, inner=True)
            if ids:
                return ids
        if governor.morph.get("VerbForm") == "Fin" and governor.first("nsubj") is not None:
            break
    return ()


def _nominal(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    noun, who = match.top, scene.who
    found = _pooled(match)
    verb = supporting_verb(noun)
    carried = next(
        (each for each in noun.all("acl") if each.lemma.lower() in clause_words(noun.parse.lang).light), None
    )
    actors = _ids(found.subjects, who, inner=True)
    if not actors and verb is not None and (noun.base != "nsubj" or is_carrier(verb, noun)):
        actors = _ids(logical_subjects(verb), who, inner=True)
    if not actors and carried is not None and is_passive(carried):
        actors = _ids(logical_subjects(carried), who, inner=True) or _ids(
            agents_after(carried, scene.line), who, inner=False
        )
    if not actors:
        actors = _ids(agents_after(match.tokens[-1], scene.line)[:1], who, inner=False)
    owned = _owned(noun, match.nouns, frame, who)
    if verb is not None:
        extra = arguments(verb)
        found.obliques.extend(extra.obliques)
        if noun.base == "nsubj" and not extra.passive:
            found.objects.extend(extra.objects)
    genitive = _ids(found.oblique(*_GENITIVE), who, inner=True)
    if not actors:
        actors = (
            owned
            or (genitive if frame.of is Of.ACTOR else ())
            or _between(found.oblique(*_BETWEEN), scene)
            or _between(phrases_after(noun, _BETWEEN, scene.line), scene)
        )
    recipients = _first(frame.recipient, match, found, scene)
    if not recipients and frame.of is Of.RECIPIENT:
        recipients = genitive
    if not recipients:
        barred = ("object", "de", "à") if actors else ("object", "de", "à", "en", "dans")
        places = tuple(spelled(each) for each in frame.recipient if each not in barred)
        recipients = _ids(phrases_after(match.tokens[-1], places, scene.line), who, inner=False)[:1]
    recipients = recipients or owned or _undergoer(match, frame, who)
    return Roles(actors, _others(recipients, actors), verb is not None or carried is not None, found)


def _between(phrases: list[Token], scene: Scene) -> tuple[str, ...]:
    """Both sides of « entre X et Y », the second one wherever the tree has put it."""
    return _ids([each for phrase in phrases for each in pair(phrase, scene.line)], scene.who, inner=True)


def is_carrier(verb: Token | None, noun: Token) -> bool:
    """Whether the nominal deed is the passive subject of its light verb (« une visite a été effectuée par X »)."""
    return verb is not None and noun.base == "nsubj" and is_passive(verb)


def _owned(noun: Token, nouns: list[Token], frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    tokens = [each for part in (noun, *nouns) for each in owners(part)]
    if frame.of is Of.RECIPIENT and not any(_below(part, _GENITIVE) for part in (noun, *nouns)):
        tokens = [each for each in tokens if not _possessive(each)]
    return _ids(tokens, who, inner=False)


def _possessive(token: Token) -> bool:
    return token.pos == "DET" or token.rel == "nmod:poss"


def _undergoer(match: Match, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """Whose undoing a noun tells by a possessive alone (« son arrestation », "the minister's arrest")."""
    if frame.of is not Of.RECIPIENT:
        return ()
    return _ids(
        [each for part in (match.top, *match.nouns) for each in owners(part) if _possessive(each)], who, inner=False
    )


def _others(ids: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in taken)
