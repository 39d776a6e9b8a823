"""Events: what is done in a text, and by whom to whom.

A parse and the actors behind its words come in, events without time, place, source and factuality go out. Data:
`{fr,en}/events/*.yml`, `intents.yml`, `classes.yml`, `world/compose.yml`; the notation is in docs/events.md.
"""

from selon.extract.events.compose import FoundEvent, events_of
from selon.extract.events.frames import EventLexicon, Need, event_lexicon
from selon.extract.events.match import find_matches
from selon.extract.events.roles import Who
from selon.parse.tree import Parse

__all__ = ["EventLexicon", "FoundEvent", "Need", "Who", "event_lexicon", "find_events"]


def find_events(parse: Parse, who: Who, lexicon: EventLexicon | None = None) -> tuple[FoundEvent, ...]:
    """The events of a parse, in text order; `who` gives the ids of the actors behind a token."""
    words = lexicon or event_lexicon(parse.lang)
    return tuple(
        event for sentence in parse.sentences for event in events_of(find_matches(sentence, words), who, words)
    )
