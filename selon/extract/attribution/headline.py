"""Headlines that name their source without a verb: "UN chief: famine looms", « Trois soldats tués – armée »."""

from selon.extract.attribution.content import numbers
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of, within
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.tree import Sentence, Token

# A headline names its source in so many words, and tells something in at least so many.
_SHORT, _TOLD = 6, 3
_DASHES = ("-", "–", "—")


def find_headline(sentence: Sentence, who: Who) -> list[Report]:
    """The report of a headline that opens a text and has no full stop; none where its words before the colon are a
    topic."""
    tokens = sentence.tokens
    if sentence.i or len(tokens) < _TOLD + 2 or tokens[-1].text in (".", "!", "?", "…", "»", "”", '"'):
        return []
    colon = next((i for i, token in enumerate(tokens[: _SHORT + 1]) if token.text == ":"), None)
    if colon:
        stop = next((i for i in range(colon, len(tokens)) if tokens[i].text == ";"), len(tokens))
        return _made(tokens[:colon], tokens[colon + 1 : stop], who)
    dash = next((i for i in range(len(tokens) - 2, _TOLD, -1) if tokens[i].text in _DASHES), None)
    inside = dash is None or tokens[dash - 1].end == tokens[dash].start or len(tokens) - dash > _SHORT
    return [] if inside or dash is None else _made(tokens[dash + 1 :], tokens[:dash], who)


def _made(named: list[Token], told: list[Token], who: Who) -> list[Report]:
    head = _speaker(named, who)
    quoted = told and told[0].text in ("«", "“", '"', "'", "‘")
    if head is None or quoted or len(told) < _TOLD:
        return []
    source = within(source_of([head], who), (named[0].i, named[-1].i + 1), who)
    rule = f"{head.parse.lang}.speech.headline"
    return [Report((), source.heads, source.actors, source.words, Form.INDIRECT, Stance.ASSERT, numbers(told), rule)]


def _speaker(named: list[Token], who: Who) -> Token | None:
    """Who is named: a person by function or name, or a body; a state or a town alone is a topic."""
    if any(is_finite(each) or each.pos in ("ADP", "VERB", "NUM") for each in named):
        return None
    words = lexicon(named[0].parse.lang)
    heads = [each for each in named if each.pos in ("NOUN", "PROPN")]
    person = [each for each in heads if words.is_(each, Use.PERSON)]
    name = [each for each in heads if any(entity.label == "PER" for entity in each.parse.entities_at(each.i))]
    found = person or name
    return found[-1] if found else None
