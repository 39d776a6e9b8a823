"""Events: what is done in a text, and by whom to whom.

A parse and the actors behind its words come in, events without time, place, source and factuality go out. Data:
`{fr,en}/events/*.yml`, `intents.yml`, `classes.yml`, `contexts.yml`, `forms.yml`, `world/compose.yml`; the notation is
in docs/events.md.

The way of a sentence: its words (line, disguise, links), the patterns in it (match, companions, apart, reach,
against), what is read beside them (scene), who does it to whom (fill, doers, along, nominal; slots, phrases, moved,
inner in the tree; surface, behind, joined, voice in the row of words; violence, means, blame, aimed for force), which
reading counts (readings, taken, unrest, figurative, mishap, complete), whether it is told (told, named, attribute),
what event it is (found, contexts, targets, affected), what events make together (compose; governed, beside, acts for
intents; purposes, sift, merge).
"""

from collections.abc import Callable, Collection

from selon.extract.events.compile import event_lexicon
from selon.extract.events.compose import FoundEvent, events_of
from selon.extract.events.frames import EventLexicon, Need
from selon.extract.events.line import Line
from selon.extract.events.match import find_matches
from selon.extract.events.own import Ontology, load_ontology, own_lexicon
from selon.extract.events.scene import Scene, Who
from selon.parse.tree import Parse, Token

__all__ = [
    "EventLexicon", "FoundEvent", "Need", "Ontology", "Who", "event_lexicon", "find_events", "load_ontology",
    "own_lexicon",
]  # fmt: skip


def _nobody(token: Token) -> tuple[str, ...]:
    return ()


def _no(id: str, need: Need) -> bool:
    return False


def _none(doers: tuple[str, ...], id: str) -> bool:
    return False


def _unknown(token: Token) -> frozenset[str]:
    return frozenset()


def find_events(
    parse: Parse,
    who: Who,
    lexicon: EventLexicon | None = None,
    *,
    host: Who = _nobody,
    meets: Callable[[str, Need], bool] = _no,
    towns: Collection[int] = (),
    site: Who = _nobody,
    strikes: Callable[[tuple[str, ...], str], bool] = _none,
    called: Callable[[Token], frozenset[str]] = _unknown,
    named: Collection[int] = (),
) -> tuple[FoundEvent, ...]:
    """The events of a parse, in text order.

    `who` gives the ids of the actors behind a token, `host` the state whose capital a token names as a place, `meets`
    whether an actor is what a frame needs its doer to be; `towns` are the tokens of places smaller than a country,
    `site` gives the state of one, `strikes` whether what doers strike in a state is not their own, `called` the nouns
    by which the text told of those for whom a pronoun stands; `named` are the tokens inside the names of bodies.
    """
    words = lexicon or event_lexicon(parse.lang)
    found: list[FoundEvent] = []
    for sentence in parse.sentences:
        line = Line(sentence, words, towns, called, named)
        matches = list(find_matches(line))
        if matches:
            found.extend(events_of(matches, Scene(line, who, host, meets, site, strikes)))
    return tuple(found)
