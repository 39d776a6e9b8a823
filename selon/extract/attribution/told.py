"""The agency around a report, to which it was told or that has learnt it."""

from selon.extract.attribution.content import numbers
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, is_agency, is_medium
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import name_bounds, source_of, within
from selon.extract.attribution.surface import after
from selon.extract.attribution.words import Stance
from selon.model.ontology import Form
from selon.parse.clause import preposition
from selon.parse.tree import Token


def learner(cue: Cue, inner: Report, who: Who) -> list[Report]:
    """« a appris l'AFP auprès de X », "Reuters has learned from X": the agency is the outer source."""
    if not cue.learns:
        return []
    heads = [*cue.subjects(), *([behind] if (behind := after(cue.last)) is not None else [])]
    agency = next((head for head in heads if is_agency(head) and head not in inner.source), None)
    if agency is None:
        return []
    source = within(source_of([agency], who), name_bounds(agency), who)
    content = inner.content | numbers(inner.cue)
    rule = f"{cue.main.parse.lang}.sources.agency"
    return [
        Report(cue.words, source.heads, source.actors, source.words, Form.ACCORDING_TO, Stance.ASSERT, content, rule)
    ]


def told_to_agency(cue: Cue, inner: Report, who: Who) -> list[Report]:
    """« a déclaré à l'AFP », "told Reuters": the agency is the outer source (CODING, case 9)."""
    if (named := _named_behind(cue)) is not None and named not in inner.source:
        return [_outer(named, cue, inner, who)]
    for child in [*cue.dependents, *(below for head in inner.source for below in head.children if below.i > head.i)]:
        told = (child.base in ("iobj", "obj") and cue.main.parse.lang == "en") or preposition(child) in ("à", "to")
        if told and child.base in ("obl", "iobj", "obj", "nmod") and is_medium(child) and child not in inner.source:
            return [_outer(child, cue, inner, who)]
    return []


def _named_behind(cue: Cue) -> Token | None:
    """The agency right behind "told", which a tree may take for part of what is told ("told Reuters | rebels had
    left")."""
    if cue.main.parse.lang != "en" or cue.last.i + 1 >= cue.main.sentence.end:
        return None
    behind = cue.main.parse.tokens[cue.last.i + 1]
    told = any(entry.id == "tell" for entry in cue.verb.entries)
    return behind if told and behind.base == "compound" and behind.pos == "PROPN" and is_agency(behind) else None


def _outer(medium: Token, cue: Cue, inner: Report, who: Who) -> Report:
    source = within(source_of([medium], who), name_bounds(medium), who)
    case = medium.first("case")
    content = inner.content | numbers(inner.cue) - ({case.i} if case else set())
    words, rule = (case or cue.main,), f"{cue.main.parse.lang}.sources.agency"
    return Report(words, source.heads, source.actors, source.words, Form.ACCORDING_TO, Stance.ASSERT, content, rule)
