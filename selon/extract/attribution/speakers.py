"""Who speaks: the subject of a verb of saying, by the tree, else by the order of words, else the origin that it names.

In: a `Cue`. Out: a `Source`, `NOBODY` where no one is told.
"""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.mistaken import MARKS, corrected
from selon.extract.attribution.origin import only_hears, origins, papers
from selon.extract.attribution.source import NOBODY, Source, clipped, source_of
from selon.extract.attribution.subjects import subjects
from selon.extract.attribution.surface import after, before, is_finite, says_on
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.parse.tree import Token


def speakers(cue: Cue, who: Who, accused: bool = False) -> Source:
    """Who speaks: the logical subject by the tree, or by the order of words; else the phrase of origin (« de source
    … »)."""
    found = source_of(_speaking(cue, who, accused), who)
    learned = origins(cue) if cue.verb.entries[0].stance is Stance.LEARN else []
    if found.heads and not learned:
        return clipped(found, cue.first)
    origin = learned or origins(cue) or (papers(cue) if cue.passive else [])
    if origin:
        return source_of(origin, who)
    beside = None if cue.passive else _beside(cue) or _opening(cue, who)
    if beside is None or only_hears(beside, cue):
        return NOBODY
    return source_of([beside], who)


def _speaking(cue: Cue, who: Who, accused: bool) -> list[Token]:
    """The heads of the subject, less those that only hear or are accused, words of time and of a quotation before."""
    heads = [each for head in corrected(subjects(cue, who), cue, who) for each in _with_first(head)]
    heads = [head for head in heads if not (accused and cue.passive and head.base == "nsubj")]
    words = lexicon(cue.main.parse.lang)
    heads = [head for head in heads if not only_hears(head, cue) and not words.is_(head, Use.TIME)]
    return _without_apposed([head for head in heads if not _behind_closing_mark(head, cue)], who)


def _with_first(head: Token) -> list[Token]:
    """The head with the one before "and" that an English tree hangs below it ("the military and the Kremlin said")."""
    if head.parse.lang != "en":
        return [head]
    tokens = head.parse.tokens
    first = next((child for child in head.children if child.i < head.i and child.base in ("nmod", "compound")), None)
    if first is None or first.rel == "nmod:poss" or first.first("case") is not None:
        return [head]
    joined = [each.lower for each in tokens[first.i + 1 : first.i + 3]]
    return [first, head] if joined[:1] == ["and"] and tokens[first.i + 2].pos == "DET" else [head]


def _without_apposed(heads: list[Token], who: Who) -> list[Token]:
    """The last of two heads that a comma parts and no « et » joins, where it alone is somebody (« lors de la visite, la
    première depuis dix ans, Raïssi a dit »)."""
    if len(heads) != 2 or who(heads[0]) or not who(heads[1]):
        return heads
    between = heads[0].parse.tokens[heads[0].i : heads[1].i]
    joined = any(each.pos == "CCONJ" for each in between)
    return heads if joined or not any(each.text == "," for each in between) else heads[1:]


def _beside(cue: Cue) -> Token | None:
    """The phrase before the verb; behind it where a clitic object stands before it (« comme l'a annoncé le palais
    »)."""
    lead = cue.first.parse.tokens[cue.first.i - 1] if cue.first.i else None
    if lead is not None and lead.pos == "PRON" and lead.lower in bounds(lead.parse.lang).object_clitics:
        return after(cue.last)
    return before(cue.first) if cue.finite or says_on(cue.first) else None


def _behind_closing_mark(head: Token, cue: Cue) -> bool:
    """Whether a quotation ends between a word and a verb of saying behind it: then the word is part of it."""
    depth = 0
    for token in head.parse.tokens[head.i + 1 : cue.first.i]:
        depth += (token.text in ("«", "“")) - (token.text in ("»", "”"))
        if depth < 0:
            return True
    return False


def _opening(cue: Cue, who: Who) -> Token | None:
    """Who the sentence begins with, where nothing but phrases between commas parts him from an active verb."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    run = tokens[start : cue.first.i]
    told = any(is_finite(token) or token.pos in ("SCONJ", "CCONJ") or token.text in MARKS for token in run)
    if not cue.finite or told or not run or run[0].pos not in ("DET", "PROPN", "NOUN"):
        return None
    head = next((token for token in run if token.pos in ("NOUN", "PROPN")), None)
    return head if head is not None and (who(head) or may_speak(head)) else None
