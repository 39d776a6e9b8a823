"""Whether the parties of an event, and its sources, are those of the gold."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from selon.evaluate.gold import Chain, GoldActor, GoldLink, Parties
from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.span import Span

# Codes that stand in place of a country for organisations that belong to none.
STATELESS = ("IGO", "NGO", "MNC")
_NOTE = re.compile(r"\s*\([^)]*\)")
_IDLE = frozenset(["the", "a", "an", "of", "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "ses", "his"])


def home(actor: Actor) -> str | None:
    """The country of an actor, or IGO, NGO, MNC for one that belongs to none."""
    if actor.country:
        return actor.country
    return next((sector.value for sector in actor.sectors if sector.value in STATELESS), None)


def homes_covered(gold: Parties, found: Sequence[Actor]) -> bool:
    """Whether every country of the gold is among those found; where it names none, any are right."""
    return {actor.country for actor in gold or ()} <= {home(actor) for actor in found}


def homes_equal(gold: Parties, found: Sequence[Actor]) -> bool:
    """Whether the countries are the same, none too few and none too many."""
    return gold is None or {actor.country for actor in gold} == {home(actor) for actor in found}


def sectors_right(gold: Parties, found: Sequence[Actor]) -> bool:
    """Whether each actor of the gold has a counterpart of its sector; a state is its government."""
    return all(any(_same_sector(actor, other) for other in found) for actor in gold or ())


def _same_sector(gold: GoldActor, found: Actor) -> bool:
    sectors = {sector.value for sector in found.sectors}
    if gold.sectors is None:
        return True
    if not gold.sectors:
        return not sectors or "GOV" in sectors or "IGO" in sectors
    if gold.country in STATELESS and gold.country in sectors:
        return True
    return bool(sectors & set(gold.sectors)) or (gold.sectors == ("GOV",) and not sectors)


def party_right(gold: GoldActor, found: Actor) -> bool:
    """Whether one actor is the one of the gold: its country, its sector where the gold gives one, its name if any."""
    if gold.country != home(found) and not (gold.country is None and not gold.sectors):
        return False
    if gold.sectors and not _same_sector(gold, found):
        return False
    return gold.name is None or found.name == gold.name or named(gold.name, (found.name,))


def parties_right(gold: Parties, found: Sequence[Actor]) -> bool:
    """Whether every party of the gold is there, and none of another country."""
    if not all(any(party_right(actor, other) for other in found) for actor in gold or ()):
        return False
    return not gold or {home(actor) for actor in found} <= {actor.country for actor in gold}


def chain_right(gold: Chain, found: Sequence[Link], actors: dict[str, Actor], text: str) -> bool:
    """Whether a chain has the sources of the gold, in its order, and no other."""
    if len(gold) != len(found):
        return False
    return all(_source_right(one, other, actors, text) for one, other in zip(gold, found, strict=True))


def forms_right(gold: Chain, found: Sequence[Link]) -> bool:
    """Whether the links have the forms of the gold, where it gives them."""
    return all(one.form is None or one.form == other.form.value for one, other in zip(gold, found, strict=True))


def _source_right(gold: GoldLink, found: Link, actors: dict[str, Actor], text: str) -> bool:
    words = _NOTE.sub("", gold.source.text)
    if not words:  # hearsay: the text says that somebody says so, and not who
        return found.actor is None
    if found.span is not None and any(found.span.overlaps(place) for place in places_of(words, text)):
        return True
    actor = actors.get(found.actor) if found.actor else None
    names = [found.text or ""] + ([actor.name, *(each.text for each in actor.mentions)] if actor else [])
    wanted = [gold.source.name] if gold.source.name else [words]
    return any(named(each, names) for each in wanted)


def places_of(words: str, text: str) -> list[Span]:
    """Where words stand in a text, apostrophes and spaces of any kind."""
    parts = [re.escape(part) for part in re.split(r"[\s\u00a0\u202f]+", words.strip()) if part]
    pattern = r"[\s\u00a0\u202f]+".join(parts).replace("’", "'").replace("'", "['’]")
    return [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []


def named(wanted: str, names: Iterable[str]) -> bool:
    """Whether one of the names shares all content words of the shorter with the wanted one."""
    ours = _content(wanted)
    return any(ours and theirs and (ours <= theirs or theirs <= ours) for theirs in map(_content, names))


def _content(words: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", words.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z0-9]+", plain)) - _IDLE
