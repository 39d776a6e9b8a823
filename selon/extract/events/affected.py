"""Whom a deed concerns that names no other side: an event comes in, the ids of those its complement names go out.

« a accepté une médiation américaine », « a menacé d'interdire le scrutin à Jérusalem-Est », "agreed to extend the
mandate of the force in Lebanon", "trained hackers to attack the United States".
"""

from collections.abc import Iterable, Iterator

from selon.extract.events.blame import ascribed
from selon.extract.events.found import FoundEvent
from selon.extract.events.inner import ids_of
from selon.extract.events.roles import others
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.clause import logical_subjects, preposition
from selon.parse.tree import Token

# Deeds that concern those of whom their complement speaks; of others, those alone against whom they are directed.
_CONCERNING = (
    EventType.AGREE, EventType.REJECT, EventType.THREATEN, EventType.SANCTION, EventType.COERCE, EventType.AID,
    EventType.CONCEDE,
)  # fmt: skip
_DIRECTED = (*_CONCERNING, EventType.MOBILIZE, EventType.PROTEST)
_AGAINST = ("contre", "à l'encontre de", "à encontre de", "against", "envers")
_CONTENT = ("obj", "xcomp", "ccomp", "nmod", "amod", "appos", "flat", "compound")
# Before the place that somebody was to visit.
_VISITED = ("à", "en", "to", "in")
# Prepositions under which a verb's own phrases tell what it is about, not when or why.
_ABOUT = ("à", "en", "dans", "sur", "pour", "to", "on", "in", "for", *_AGAINST)


def affected(event: FoundEvent, scene: Scene) -> tuple[str, ...]:
    """Those against whom the complement is directed, else the first whom it names or in whose state it lies.

    What several agree on among themselves concerns nobody else.
    """
    if event.type is EventType.ACCUSE and event.actors:
        return others(_found_fault_with(event, scene), event.actors)
    if event.type not in _DIRECTED or len(event.actors) != 1:
        return ()
    words = sorted(_complement(event), key=lambda each: each.i)
    if event.type is EventType.PROTEST:  # "threw stones during a march against abuses by the army"
        words = [each for each in event.head.subtree() if each.i > event.head.i]
    if event.type is EventType.SANCTION:  # « a annulé la visite qu'il devait faire à Ankara »
        words += [each for clause in _relatives(event) for each in clause.subtree() if preposition(each) in _VISITED]
    against = [each for each in words if preposition(each) in _AGAINST]
    aimed = others(ids_of(against, scene.who, inner=True), event.actors)
    blamed = next((ids for each in against if (ids := ascribed(each, scene))), ())
    return aimed or blamed or (_first(words, event, scene) if event.type in _CONCERNING else ())


def _found_fault_with(event: FoundEvent, scene: Scene) -> tuple[str, ...]:
    """Who does what somebody objects to: « Le gouvernement bafoue la loi, s'est indignée une ONG »."""
    clauses = [*_fronted(event.head), *event.head.all("ccomp")]
    return ids_of([each for clause in clauses for each in logical_subjects(clause)], scene.who, inner=True)


def _fronted(verb: Token) -> list[Token]:
    """The clause before a verb that says who spoke it: set beside it, its own subject behind it in French."""
    over = verb.head
    beside = verb.base in ("conj", "advcl") and verb.first("cc", "mark") is None
    inverted = beside and any(each.i > verb.i for each in verb.all("nsubj"))
    return [over] if over is not None and over.i < verb.i and (verb.base == "parataxis" or inverted) else []


def _first(words: Iterable[Token], event: FoundEvent, scene: Scene) -> tuple[str, ...]:
    """Whoever stands first among the words; nothing that the doers send, hold or have of their own, nobody in whose
    presence they do it."""
    foreign = (each for each in words if not any(below.is_("Poss", "Yes") for below in each.children))
    foreign = (each for each in foreign if not scene.line.is_outside(each))
    return next((ids for each in foreign if (ids := others(_behind(each, event, scene), event.actors))), ())


def _behind(word: Token, event: FoundEvent, scene: Scene) -> tuple[str, ...]:
    """Who the word is, else the state of the town or region that it names, which force there must be aimed at."""
    if ids := scene.who(word):
        return ids
    placed = scene.site(word) or scene.host(word)
    forced = event.type is EventType.COERCE
    return tuple(each for each in placed if not forced or scene.strikes(event.actors, each))


def _relatives(event: FoundEvent) -> list[Token]:
    """The relative clauses that tell of the nouns of a deed."""
    return [each for noun in event.trigger if noun.pos == "NOUN" for each in noun.children if each.rel == "acl:relcl"]


def _complement(event: FoundEvent) -> Iterator[Token]:
    """The words of what the deed is about, behind its head; no clause that stands beside it."""
    for head in dict.fromkeys((event.head, event.deed)):
        for child in head.children:
            if child.i > head.i and (child.base in _CONTENT or (child.base == "obl" and preposition(child) in _ABOUT)):
                yield from _within(child)


def _within(word: Token) -> Iterator[Token]:
    yield word
    for child in word.children:
        participle = child.rel == "acl" and child.is_("VerbForm", "Part")
        if child.base in (*_CONTENT, "conj") or participle or (child.base == "obl" and preposition(child) in _ABOUT):
            yield from _within(child)
