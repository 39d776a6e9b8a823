"""Appositions: two mentions side by side that are one actor (« le président, Jean Petit, », « X, chef de parti, »)."""

from collections.abc import Sequence

from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.parse.clause import is_voiced
from selon.parse.tree import Token


def find_appositions(candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """For the later of two mentions in apposition (by `id`), the earlier one."""
    found: dict[int, Candidate] = {}
    starts: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.phrase is not None:
            starts.setdefault(candidate.phrase.start, candidate)
    for candidate in candidates:
        if candidate.phrase is None or candidate.phrase.end >= candidate.head.sentence.end:
            continue
        comma = candidate.head.parse.tokens[candidate.phrase.end]
        later = starts.get(comma.i + 1)
        if comma.text != "," or later is None or later.head.sentence_i != candidate.head.sentence_i:
            continue
        if _named_after(candidate, later):
            candidate.called = later.name
            found[id(later)] = candidate
        elif _titled_after(candidate, later) or _body_after(candidate, later):
            found[id(later)] = candidate
            if candidate.sort is Sort.PERSON and len(later.countries) == 1:
                candidate.countries = candidate.countries or later.countries  # what the text says, before any list
    return found


def _named_after(title: Candidate, name: Candidate) -> bool:
    """« le président du Conseil, Jean Petit, … »; also a title without article at the head of the sentence."""
    noun = title.noun
    if name.sort is not Sort.PERSON or not name.name or title.name or title.plural or noun is None or not noun.person:
        return False
    if name.noun is not None and not _ranked(name) and not _related(title):
        return False
    fronted = (
        title.definite is Definite.BARE
        and title.phrase is not None
        and title.phrase.start <= title.head.sentence.start + 1
    )
    if title.definite not in (Definite.DEFINITE, Definite.POSSESSIVE, Definite.INDEFINITE) and not fronted:
        return False
    return fronted or is_closed(name) or name.head.base == "appos"


def _related(title: Candidate) -> bool:
    """Whether the first phrase only says whose the person is (« Son rival, le président Jean Petit, »)."""
    loose = title.noun is not None and any(trait.value in ("loose", "homologue") for trait in title.noun.traits)
    return loose and title.definite is Definite.POSSESSIVE


def _ranked(name: Candidate) -> bool:
    """Whether the name comes with a rank only (« le chef d'état-major, le général Hulusi Akar »)."""
    return name.noun is not None and any(trait.value == "rank" for trait in name.noun.traits)


def _titled_after(name: Candidate, title: Candidate) -> bool:
    """« Jean Petit, président du Conseil, … »."""
    noun = title.noun
    if name.sort is not Sort.PERSON or not name.name or title.name or title.plural or noun is None or not noun.person:
        return False
    if title.definite not in (Definite.BARE, Definite.DEFINITE, Definite.INDEFINITE) or _coordinated(title):
        return False
    if is_voiced(name.head) and title.head.base == "nsubj":  # « Selon Jean Petit, l'opposant a été arrêté »
        return False
    return title.definite is Definite.BARE or is_closed(title)


def _body_after(noun: Candidate, name: Candidate) -> bool:
    """« le parti au pouvoir en Turquie, l'AKP, … »: a body's name behind what it is."""
    if name.sort is not Sort.BODY or name.noun is not None or noun.noun is None or noun.noun.person:
        return False
    if noun.sort is not Sort.NOMINAL or noun.plural or noun.definite not in (Definite.DEFINITE, Definite.POSSESSIVE):
        return False
    if not is_closed(name):
        return False
    fits = not noun.countries or not name.countries or noun.countries == name.countries
    return fits and bool(set(noun.sectors) & set(name.sectors))


def _after(candidate: Candidate) -> Token | None:
    phrase = candidate.phrase
    if phrase is None or phrase.end >= candidate.head.sentence.end:
        return None
    return candidate.head.parse.tokens[phrase.end]


def is_closed(candidate: Candidate) -> bool:
    """Whether the phrase ends at a comma, a bracket, a verb or the end of the sentence, not at « et »."""
    after = _after(candidate)
    return after is None or after.pos in ("PUNCT", "VERB", "AUX", "ADP", "PRON", "ADV", "SCONJ")


def _coordinated(candidate: Candidate) -> bool:
    after = _after(candidate)
    return after is not None and after.pos == "CCONJ" and candidate.head.base == "conj"
