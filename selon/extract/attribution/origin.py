"""Where somebody has it from: the phrase of origin behind a verb (« auprès de la police », « dit-on à Kiev »)."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, is_agency
from selon.extract.attribution.source import NOBODY, Source, source_of
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.parse.clause import preposition, spread
from selon.parse.tree import Token

# How far behind the verb stands where « on » speaks.
_CLOSE = 8
# What leads to papers, and to much else.
_CONTRACTED = {"des": "de", "du": "de"}
_PAPER = ("de", "dans", "sur", "in", "on")


def only_hears(head: Token, cue: Cue) -> bool:
    """Whether a court or an inquiry hears what somebody tells it."""
    return cue.verb.entries[0].stance is Stance.LEARN and lexicon(head.parse.lang).is_(head, Use.HEARER)


def origin(cue: Cue, who: Who) -> Source:
    """Where « on » has it from: the phrase of origin, or the place that speaks (« affirme-t-on à Kiev »)."""
    heads = origins(cue)
    if not heads and (house := _house_before(cue, who)) is not None:
        heads = [house]
    if not heads:
        tokens = _up_to_mark(cue)
        within = bounds(cue.main.parse.lang).within
        leads = [i for i, token in enumerate(tokens[:-1]) if token.lower in within]
        nouns = [next((each for each in tokens[i + 1 :] if each.pos in ("NOUN", "PROPN")), None) for i in leads]
        heads = [each for each in nouns if each is not None and (who(each) or _houses(each))][:1]
    return source_of(heads, who) if heads else NOBODY


def _house_before(cue: Cue, who: Who) -> Token | None:
    """The body in whose house « on » speaks, at the head of the sentence (« À l'Élysée, on assure que … », « Côté
    syndical, on redoute … »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    comma = next((i for i in range(start, cue.first.i) if tokens[i].text == ","), cue.first.i)
    on = [each.lower for each in tokens[comma + 1 : cue.first.i] if each.pos == "PRON"]
    if tokens[start].lower not in bounds(cue.main.parse.lang).within or not on or on[0] not in ("on", "l'on"):
        return None
    nouns = [each for each in tokens[start + 1 : comma] if each.pos in ("NOUN", "PROPN") and each.i > start]
    return next((each for each in nouns if who(each) or _houses(each)), None)


def _up_to_mark(cue: Cue) -> list[Token]:
    """The few words behind a verb, up to a mark, a conjunction or another verb."""
    tokens = cue.main.parse.tokens[cue.last.i + 1 : min(cue.last.i + _CLOSE, cue.main.sentence.end)]
    stops = (i for i, each in enumerate(tokens) if each.pos in ("VERB", "SCONJ", "AUX") or each.pos == "PUNCT")
    return tokens[: next(stops, len(tokens))]


def _houses(noun: Token) -> bool:
    """Whether people speak in a place or a paper (« dit-on dans son entourage », « lit-on dans le rapport »)."""
    words = lexicon(noun.parse.lang)
    return any(words.is_(noun, use) for use in (Use.PERSON, Use.DOCUMENT, Use.SPEECH))


def papers(cue: Cue) -> list[Token]:
    """Who wrote the paper that a passive names instead of its agent (« revendiqué dans un communiqué diffusé par X
    »)."""
    words = lexicon(cue.main.parse.lang)
    for child in cue.dependents:
        if child.base == "obl" and child.i > cue.last.i and words.is_(child, Use.DOCUMENT):
            writers = [
                each
                for each in child.subtree()
                if each.i > child.i and preposition(each) in ("par", "de", "by", "from", "of")
            ]
            return [each for each in writers if each.pos in ("NOUN", "PROPN")][:1] or [child]
    return []


def origins(cue: Cue) -> list[Token]:
    """The phrase of origin behind the verb, by its wording: « auprès de la police », « de source proche », "from an
    aide"."""
    words, tokens = lexicon(cue.main.parse.lang), cue.main.parse.tokens
    leading = words.sources.get(Use.ORIGIN, frozenset())
    nominal = False
    for i in range(cue.last.i + 1, cue.main.sentence.end - 1):
        if tokens[i].text in (",", ";", ".", ":") or tokens[i].pos == "SCONJ" or is_finite(tokens[i]):
            return []
        before = tokens[i - 1]
        if words.is_(tokens[i], Use.MOUTH):
            continue
        between = (
            not words.is_(before, Use.MOUTH)
            and before.pos in ("NOUN", "PROPN")
            and not words.is_(before, Use.TIME)
            and not is_agency(before)
        )
        nominal = nominal or between
        forms = (tokens[i].lemma.lower(), tokens[i].lower.strip("'"), _CONTRACTED.get(tokens[i].lower, ""))
        lead = next((each for each in forms if each in leading), None)
        if lead is None:
            continue
        if tokens[i + 1].pos in ("AUX", "VERB"):
            continue
        if any(words.is_(each, Use.MOUTH) for each in tokens[i + 1 : i + 3]):
            continue
        head = next((each for each in tokens[i + 1 : i + 6] if each.pos in ("NOUN", "PROPN")), None)
        if head is None or words.is_(head, Use.TIME) or (lead in _PAPER and not _may_tell(head, lead)):
            continue
        if lead == "de" and nominal:
            continue
        return spread(head)
    return []


def _may_tell(head: Token, lead: str) -> bool:
    words = lexicon(head.parse.lang)
    owned = lead not in ("sur", "on") or any(each.base in ("nmod", "appos", "compound") for each in head.children)
    return (words.is_(head, Use.DOCUMENT) and owned) or (lead == "de" and words.is_(head, Use.PERSON))
