"""A title in the plural and the names it is of: « les ministres américain et français, Antony Blinken et … »."""

from collections.abc import Iterator, Sequence

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.shape import unit_span
from selon.lexicon.persons import known_person
from selon.parse.tree import Token

_BETWEEN = (",", "et", "and")
_OPENING = (",", "(", ":")
# What a name is said to be has so many words at most.
_APPOSITION = 8
_CLOSING = (",", ")", ".", ";", "»", '"')


def find_titled(candidates: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """For a title in the plural (by `id`), the persons named behind it; these then have its function and state."""
    starts = {each.phrase.start: each for each in candidates if each.sort is Sort.PERSON and each.phrase is not None}
    adjectives = {each.head.i: each for each in candidates if each.sort is Sort.ADJECTIVE}
    found: dict[int, list[Candidate]] = {}
    for title in candidates:
        noun, phrase = title.noun, title.phrase
        if title.sort is Sort.NOMINAL and title.plural and noun is not None and noun.person and phrase is not None:
            pairs = list(_names(title, phrase.end, starts, adjectives))
            if len(pairs) > 1:
                found[id(title)] = _share(title, pairs)
    return found


def _names(
    title: Candidate, i: int, starts: dict[int, Candidate], adjectives: dict[int, Candidate]
) -> Iterator[tuple[Candidate, Candidate | None]]:
    """The names in a row behind the title, each with the demonym before it (« et turc Recep Tayyip Erdogan »)."""
    sentence, tokens = title.head.sentence, title.head.parse.tokens
    apart = i < sentence.end and tokens[i].text in _OPENING
    found: list[tuple[Candidate, Candidate | None]] = []
    i += apart
    while i < sentence.end:
        adjective = adjectives.get(i)
        name = starts.get(i + len(adjective.tokens) if adjective is not None else i)
        if name is None or name.phrase is None or name.noun is not None:
            break
        found.append((name, adjective))
        i = name.phrase.end
        if i >= sentence.end or tokens[i].lower not in _BETWEEN or i + 1 >= sentence.end:
            break
        i = _past_apposition(tokens, i, sentence.end) + 1
        i += i < sentence.end and tokens[i].lower in _BETWEEN[1:]
    closed = i >= sentence.end or tokens[i].text in _CLOSING or tokens[i - 1].text in _CLOSING
    if not apart or closed or len(found) == len(title.countries):
        yield from found


def _past_apposition(tokens: Sequence[Token], comma: int, end: int) -> int:
    """The comma that closes what a name is said to be (« X, médiateur du conflit, »); the first one where none is."""
    if tokens[comma].text != "," or tokens[comma + 1].pos != "NOUN" or tokens[comma + 1].text[0].isupper():
        return comma
    for i in range(comma + 2, min(comma + _APPOSITION, end - 1)):
        if tokens[i].text == ",":
            return i
        if tokens[i].pos in ("VERB", "AUX", "PROPN", "PUNCT"):
            break
    return comma


def _share(title: Candidate, pairs: Sequence[tuple[Candidate, Candidate | None]]) -> list[Candidate]:
    """Gives each name the function, and its own state of those that the title names."""
    several, role = len(title.countries) > 1, title.role
    if any(adjective is not None for _, adjective in pairs) and title.phrase is not None:
        role = unit_span(title.phrase)
    for place, (name, adjective) in enumerate(pairs):
        name.noun, name.sectors, name.role, name.domain = title.noun, title.sectors, role, title.domain
        own = title.countries[place : place + 1] if len(title.countries) == len(pairs) else ()
        known = known_person(name.name)
        own = own if several else (known,) if known is not None else title.countries
        name.countries = adjective.countries[:1] if adjective is not None else own
        if adjective is not None:
            adjective.countries = ()
    return [name for name, _ in pairs]
